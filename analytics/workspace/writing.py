"""The one who may write to a workspace, with leftovers swept before and after."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from analytics.errors import WorkspaceError
from analytics.workspace.layout import Layout
from analytics.workspace.lock import only_load
from analytics.workspace.sweeping import sweep_unfinished

if TYPE_CHECKING:
    from analytics.workspace.load import Loader


@contextmanager
def writing(loader: "Loader", wait_seconds: float) -> Iterator["Loader"]:
    """The loader while nobody else loads; what the disk or the engine says comes out as a WorkspaceError.

    Raises
    ------
    WorkspaceError  the workspace cannot be written to, or somebody else loads for longer than wait_seconds.
    """
    import duckdb

    try:
        loader.layout.make()
        with only_load(loader.layout.lock, wait_seconds), _swept(loader.layout):
            yield loader
    except (OSError, duckdb.Error) as error:
        raise as_workspace_error(error) from error


@contextmanager
def _swept(layout: Layout) -> Iterator[None]:
    sweep_unfinished(layout)
    try:
        yield
    finally:
        sweep_unfinished(layout)


def as_workspace_error(error: Exception) -> WorkspaceError:
    """What a failing disk or engine means to the user: nothing was changed, and what to do."""
    text = str(error)
    if "No space left" in text or "ENOSPC" in text or getattr(error, "errno", None) == 28:
        return WorkspaceError(
            "The disk is full; the load was not finished and nothing was changed.",
            "Free some space on the disk, then load the files again.",
            code="DiskFull",
        )
    return WorkspaceError(
        f"The load was not finished and nothing was changed: {text}",
        "Load the files again; when it stays, keep the files and report it.",
    )
