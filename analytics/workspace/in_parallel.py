"""Several statements at a time on one database, each as soon as what it needs is there."""

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from graphlib import TopologicalSorter


def in_parallel(wants: dict[str, set[str]], do: Callable[[str], None], workers: int) -> None:
    """Do each name after the names that it wants, several at a time; the first error ends it once the others are done.

    wants : name to the names that have to be done before it.

    Raises
    ------
    CycleError  names want one another.
    """
    order = TopologicalSorter(wants)
    order.prepare()
    waiting = _waiting(wants)
    ready: list[str] = []
    running: dict[Future, str] = {}
    with ThreadPoolExecutor(workers) as pool:
        while order.is_active():
            # What most others wait for comes first, so that no worker is left alone with a long chain.
            ready = sorted([*ready, *order.get_ready()], key=lambda name: (-len(waiting[name]), name))
            while ready and len(running) < workers:
                name = ready.pop(0)
                running[pool.submit(do, name)] = name
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                done.result()
                order.done(running.pop(done))


def _waiting(wants: dict[str, set[str]]) -> dict[str, set[str]]:
    """Name to all that can only come after it, directly or not."""
    after: dict[str, set[str]] = {name: set() for name in wants}
    for name in reversed(list(TopologicalSorter(wants).static_order())):
        for wanted in wants[name]:
            after[wanted] |= {name} | after[name]
    return after
