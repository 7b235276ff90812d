"""Every file of tests/spreadsheets/<sheet type>/ is taken for what the .toml beside it says."""

import csv
import tomllib
from pathlib import Path

import pytest

from analytics.ingest.recognise import Recognised, recognise
from analytics.ingest.recognise.tools import tools

SPREADSHEETS = Path(__file__).parents[2] / "spreadsheets"
EXPECTED = sorted(path for path in SPREADSHEETS.glob("*/*.toml") if "sheet_type" in path.read_text(encoding="utf-8"))


def expected(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def recognised(path: Path) -> Recognised:
    told = expected(path)
    with path.with_suffix(".csv").open(encoding=told["encoding"], newline="") as file:
        rows = list(csv.reader(file, delimiter=told["delimiter"]))[told["header_line"] - 1 :]
    return recognise(rows[0], rows[1:])


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_file_is_recognised_with_every_column(path):
    told, found = expected(path), recognised(path)
    assert (found.sheet_type, found.tool) == (told["sheet_type"], told.get("tool"))
    assert found.columns == told["columns"]
    assert found.missing == ()


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_file_says_how_its_rows_belong_together(path):
    told, found = expected(path), recognised(path)
    assert (found.rows.fill_within or (None,))[0] == told.get("fill_within")
    assert (found.rows.once_per or ((None,),))[0] == (told.get("once_per"),)
    assert found.rows.group_column == told.get("group_column")
    assert sorted({each.table for each in found.row_sets}) == told.get("row_set_tables", [])


def test_every_known_export_has_a_file():
    assert {tool.name for tool in tools()} - {expected(path).get("tool") for path in EXPECTED} == set()


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_one_header_gives_one_column_and_one_column_takes_one_header(path):
    found = recognised(path)
    direct = [match.column for match in found.matches if match.column]
    assert sorted(direct) == sorted(set(direct))
    assert not set(direct) & found.derived.keys()
