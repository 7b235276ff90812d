"""Rows in memory reach the engine as they are, whatever their cells hold, and without Arrow where nothing is odd."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from analytics.ingest.read import Rows, Table, relation
from analytics.ingest.read.table import Columns

ROOT = Path(__file__).parents[3]
PLAIN = [(2, ("Ann", None)), (3, (None, None)), (7, (' "x", y', "12,50"))]
ODD = ["two\nlines", "two\r\nlines", "old\rmac", "a\x1fb", "nul\0", "\n", "long" * 3_000_000]
NAMED = ["empty", *(repr(cell[:8]) for cell in ODD)]
NO_ARROW = """
import sys
from pathlib import Path
from analytics.ingest.file import load_file
from analytics.ingest.to_read import Job
with_job = Job(Path(sys.argv[1]), "orders", Path(sys.argv[2]))
assert load_file(with_job, Path(sys.argv[3]), lambda words: None)[0].error is None
print(sorted({"pyarrow", "pandas", "numpy"} & set(sys.modules)))
"""


def rows_of(source, scratch) -> list[tuple]:
    with duckdb.connect() as connection:
        return relation(connection, Table(None, 1, (), None, (), source, {}), scratch).fetchall()


@pytest.mark.parametrize("cell", [None, *ODD], ids=NAMED)
def test_rows_in_memory_reach_the_engine_as_they_are(cell, tmp_path):
    rows = [*PLAIN, (8, ("Eve", cell))]
    assert rows_of(Rows(2, tuple(rows)), tmp_path) == [(number, *cells) for number, cells in rows]


@pytest.mark.parametrize("cell", ["", *ODD], ids=NAMED)
def test_columns_in_memory_reach_the_engine_as_they_are(cell, tmp_path):
    source = Columns(2, 5, (["Ann", "", "Eve"], ["1", "2", cell]))
    assert rows_of(source, tmp_path) == [(5, "Ann", "1"), (6, None, "2"), (7, "Eve", cell or None)]


def test_no_rows_are_no_rows(tmp_path):
    assert rows_of(Rows(3, ()), tmp_path) == []


def test_a_small_workbook_is_read_without_the_half_second_that_arrow_and_pandas_take(tmp_path):
    import xlsxwriter

    file = tmp_path / "orders.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Order ID", "Email", "Order date", "Amount"])
        for place in range(1, 4):
            sheet.write_row(place, 0, [f"O-{place}", f"p{place}@example.com", "2026-01-05", 12.5])
    folders = [tmp_path / "out", tmp_path / "scratch"]
    for folder in folders:
        folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", NO_ARROW, file, *folders], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["[]"]
