"""What takes seconds to import, fetched while something else is waited for."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from analytics.workspace.fitted import import_libraries


@contextmanager
def importing_ahead() -> Iterator[None]:
    """What publishing needs and what takes seconds to import comes in while the child process starts and reads.

    Waited for at the end: a process that ends amid an import complains of everything it had opened.
    """
    ahead = threading.Thread(target=_import_ahead, daemon=True)
    ahead.start()
    try:
        yield
    finally:
        ahead.join()


def _import_ahead() -> None:
    import_module("analytics.workspace.catalogue")
    import_libraries()
