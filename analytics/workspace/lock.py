"""One load at a time per workspace, across threads and processes."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analytics.errors import WorkspaceError

_PAUSE_SECONDS = 0.05


@contextmanager
def only_load(file: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the workspace for writing; the system lets go of it when the process dies.

    Raises
    ------
    WorkspaceError  somebody else held it longer than wait_seconds.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait(handle, wait_seconds)
        yield
    finally:
        os.close(handle)


@contextmanager
def if_nobody_loads(file: Path) -> Iterator[bool]:
    """True while the workspace could be held at once, False where somebody is loading."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _try(handle)
    finally:
        os.close(handle)


def _wait(handle: int, wait_seconds: float) -> None:
    until = time.monotonic() + wait_seconds
    while not _try(handle):
        if time.monotonic() > until:
            raise WorkspaceError(
                "Somebody else is loading files into this workspace.",
                "Wait until that load is done, then load again.",
                code="WorkspaceBusy",
            )
        time.sleep(_PAUSE_SECONDS)


def _try(handle: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
