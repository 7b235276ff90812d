"""The one who may write to a workspace, with leftovers swept before and after."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

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

    from analytics.workspace.load import as_workspace_error

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
