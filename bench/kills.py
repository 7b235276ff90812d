"""What a load that is killed at a random moment leaves: the version before or the one after, or the bench fails."""

import os
import random
import tempfile
import time
from collections import Counter
from pathlib import Path

from analytics.workspace import Workspace
from tests.workspace.test_killed import ROWS, leftovers, moments, orders_file, rows_of_whole_version, start
from tests.workspace.typed_reader import read_typed

KILLS_IN_A_WORKSPACE = 10


def main() -> None:
    """Kill loads at GLEANER_KILLS moments (100 by default), spread evenly over a load; count what was found after."""
    kills = int(os.environ.get("GLEANER_KILLS", "100"))
    with tempfile.TemporaryDirectory(prefix="gleaner-kills-") as folder:
        seconds = seconds_of_a_load(Path(folder))
        print(f"a load takes {seconds:.1f} s; {kills} kills from its start to a little after its end", flush=True)
        found = Counter()
        shares = moments(kills)
        random.Random(5).shuffle(shares)
        for first in range(0, kills, KILLS_IN_A_WORKSPACE):
            some = shares[first : first + KILLS_IN_A_WORKSPACE]
            found += kill_in_a_row(Path(folder) / f"run-{first}", [share * seconds for share in some])
    print(f"version before, whole: {found['before']}; version after, whole: {found['after']}; anything else: 0")


def kill_in_a_row(folder: Path, waits: list[float]) -> Counter:
    """Kill one load after each wait, in one workspace that goes on; AssertionError when a version is not whole."""
    folder.mkdir()
    path = folder / "workspace"
    Workspace(path, reader=read_typed).load([("orders-0.csv", orders_file(folder, 0))])
    found, before, rows = Counter(), 1, ROWS
    for number, wait in enumerate(waits, start=1):
        process = start(path, orders_file(folder, number))
        time.sleep(wait)
        process.kill()
        process.wait()
        now = rows_of_whole_version(path)
        assert now in {(before, rows), (before + 1, rows + ROWS)}, (folder.name, number, wait)
        assert leftovers(path) == []
        found["after" if now[0] > before else "before"] += 1
        before, rows = now
    return found


def seconds_of_a_load(folder: Path) -> float:
    """How long the second load of a workspace takes here and now."""
    Workspace(folder / "timed", reader=read_typed).load([("orders-0.csv", orders_file(folder, 0))])
    started = time.monotonic()
    assert start(folder / "timed", orders_file(folder, 1)).communicate()[0] == "loaded\n"
    return time.monotonic() - started


if __name__ == "__main__":
    main()
