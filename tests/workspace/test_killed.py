"""A load that is killed at any moment leaves the version before it, or the version after it, whole."""

import random
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from analytics.workspace import Workspace
from analytics.workspace.manifest import verify
from tests.workspace.typed_reader import read_typed

ROWS = 2_000
KILLS = 24
# A workspace of many uploads publishes slowly, which says nothing about kills.
KILLS_IN_A_ROW = 8
ROOT = Path(__file__).parents[2]


def orders_file(folder: Path, number: int) -> Path:
    """A file of its own orders, each worth 1.00."""
    file = folder / f"orders-{number}.csv"
    lines = [f"{number}-{row},c{row % 97},2026-01-{row % 28 + 1:02d},1.00" for row in range(ROWS)]
    file.write_text("order_id,customer_id,ordered_at,revenue_amount\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return file


def start(workspace: Path, file: Path) -> subprocess.Popen:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.workspace.killed_load", str(workspace), str(file)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    process.stdout.readline()
    return process


def rows_of_whole_version(path: Path) -> tuple[int, int]:
    """(version, rows) of the current version, after everything about it was checked."""
    workspace = Workspace(path, reader=read_typed)
    workspace.sweep()  # as the first store() of a new process does
    number = workspace.current_version()
    version = next(each for each in workspace.versions() if each.is_current)
    verify(path / "versions" / str(number), version.checksum)
    store = workspace.store()
    rows = store.row_counts["orders"]
    assert workspace.notice is None
    assert store.version == number
    assert store.amount_of("orders", "revenue_amount") == Decimal(rows)
    totals = store.connection.cursor().execute("select sum(revenue_amount) from customer_ranks").fetchone()
    assert totals == (Decimal(rows),)
    active = [upload for upload in workspace.uploads() if upload.is_active]
    assert rows == ROWS * len(active) == sum(receipt.rows_used for receipt in workspace.receipts())
    return number, rows


def leftovers(path: Path) -> list[str]:
    """Anything in the workspace that no catalogue row speaks of."""
    workspace = Workspace(path)
    uploads = workspace.uploads()
    known = {each.landed for each in uploads} | {each.upload_id for each in uploads}
    known |= {str(each.number) for each in workspace.versions()}
    folders = [path / name for name in ("uploads", "landed", "versions", "scratch")]
    return [file.name for folder in folders for file in folder.iterdir() if file.name not in known]


def moments(count: int) -> list[float]:
    """Random shares of a load, one in each of `count` equal parts of it and a little beyond, in random order."""
    chance = random.Random(2)
    found = [1.1 * (place + chance.random()) / count for place in range(count)]
    chance.shuffle(found)
    return found


@pytest.fixture(scope="module")
def seconds_of_a_load(tmp_path_factory) -> float:
    """How long a load takes here and now, so that kills fall all over it."""
    folder = tmp_path_factory.mktemp("timing")
    Workspace(folder / "w", reader=read_typed).load([("orders-0.csv", orders_file(folder, 0))])
    started = time.monotonic()
    process = start(folder / "w", orders_file(folder, 1))
    assert process.communicate()[0] == "loaded\n"
    return time.monotonic() - started


@pytest.mark.parametrize("some", range(0, KILLS, KILLS_IN_A_ROW))
def test_a_load_killed_at_any_moment_leaves_a_whole_version(tmp_path, seconds_of_a_load, some):
    path = tmp_path / "workspace"
    Workspace(path, reader=read_typed).load([("orders-0.csv", orders_file(tmp_path, 0))])
    before, rows = 1, ROWS
    for number, moment in enumerate(moments(KILLS)[some : some + KILLS_IN_A_ROW], start=1):
        process = start(path, orders_file(tmp_path, number))
        time.sleep(moment * seconds_of_a_load)
        process.kill()
        process.wait()
        now, found = rows_of_whole_version(path)
        assert (now, found) in {(before, rows), (before + 1, rows + ROWS)}, f"kill {number}"
        before, rows = now, found
        assert leftovers(path) == []
    assert before <= KILLS_IN_A_ROW, "no kill fell into a load"
    Workspace(path, reader=read_typed).load([("orders-99.csv", orders_file(tmp_path, 99))])
    assert rows_of_whole_version(path)[1] == rows + ROWS


def test_the_first_load_of_all_killed_leaves_an_empty_workspace_that_can_be_loaded(tmp_path, seconds_of_a_load):
    for number, moment in enumerate(moments(3)):
        path = tmp_path / f"workspace-{number}"
        process = start(path, orders_file(tmp_path, number))
        time.sleep(moment * seconds_of_a_load)
        process.kill()
        process.wait()
        workspace = Workspace(path, reader=read_typed)
        assert workspace.current_version() in (None, 1)
        workspace.load([("orders-9.csv", orders_file(tmp_path, 9))])
        assert rows_of_whole_version(path)[1] in (ROWS, 2 * ROWS)


def test_two_processes_that_load_at_once_both_land(tmp_path):
    path = tmp_path / "workspace"
    processes = [start(path, orders_file(tmp_path, number)) for number in range(3)]
    assert [process.communicate()[0] for process in processes] == ["loaded\n"] * 3
    assert rows_of_whole_version(path) == (3, 3 * ROWS)
