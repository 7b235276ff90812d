"""Every file in tests/spreadsheets/reading reads as its expected table, or is refused with its code."""

import json
from pathlib import Path

import duckdb
import pytest

from analytics.errors import UploadError
from analytics.ingest.read import CsvScan, read_file, relation

FOLDER = Path(__file__).parents[2] / "spreadsheets" / "reading"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


def rows_in(table, scratch) -> list:
    """[row number, cells] of every data row, through DuckDB."""
    with duckdb.connect() as connection:
        rows = relation(connection, table, scratch).fetchall()
    if isinstance(table.source, CsvScan):
        return [[number, list(row)] for number, row in enumerate(rows, start=table.source.first_row_number)]
    return [[row[0], list(row[1:])] for row in rows]


@pytest.mark.parametrize("name", [name for name in EXPECTED if "tables" in EXPECTED[name]])
def test_an_awkward_file_reads_as_a_person_reads_it(name, tmp_path):
    reading = read_file(FOLDER / name, name, tmp_path)
    found = [
        {
            "sheet": table.sheet,
            "headers": list(table.headers),
            "rows": rows_in(table, tmp_path),
            "notes": sorted(note.code for note in table.notes),
        }
        for table in reading.tables
    ]
    assert found == EXPECTED[name]["tables"]
    assert sorted(note.code for note in reading.notes) == EXPECTED[name]["notes"]


@pytest.mark.parametrize("name", [name for name in EXPECTED if "error" in EXPECTED[name]])
def test_a_file_that_is_no_spreadsheet_is_refused_by_saying_what_it_is(name, tmp_path):
    with pytest.raises(UploadError) as refused:
        read_file(FOLDER / name, name, tmp_path)
    assert refused.value.code == EXPECTED[name]["error"]
    assert name in refused.value.what and refused.value.fix.endswith(".")


def test_ten_thousand_columns_are_read(tmp_path):
    names = [f"c{number}" for number in range(10_000)]
    file = tmp_path / "wide.csv"
    file.write_text("\n".join(",".join(row) for row in (names, ["1"] * 10_000, ["2"] * 10_000)) + "\n")
    (table,) = read_file(file, file.name, tmp_path).tables
    assert list(table.headers) == names
    assert rows_in(table, tmp_path) == [[2, ["1"] * 10_000], [3, ["2"] * 10_000]]


def test_a_cell_of_a_megabyte_is_one_cell(tmp_path):
    file, long = tmp_path / "long.csv", "x" * 1_000_000
    file.write_text(f"id,note\n1,{long}\n2,short\n")
    (table,) = read_file(file, file.name, tmp_path).tables
    assert rows_in(table, tmp_path) == [[2, ["1", long]], [3, ["2", "short"]]]
