"""Every file of tests/spreadsheets/<sheet type>/ lands the rows and sums that the .toml beside it says."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ingest.land.landing import load

SPREADSHEETS = Path(__file__).parents[2] / "spreadsheets"
FILES = sorted(path for path in SPREADSHEETS.glob("*/*.toml") if "sheet_type" in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_file_lands_its_rows_and_sums(path, tmp_path):
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    landed = load(tmp_path, path.with_suffix(".csv"), day_first=told.get("day_first"))
    receipt = landed.receipt
    assert receipt.error is None
    assert (receipt.sheet_type, receipt.rows_in, receipt.rows_used) == (
        told["sheet_type"],
        told["rows_in"],
        told["rows_used"],
    )
    for column, total in told.get("sums", {}).items():
        assert sum(value or 0 for (value,) in landed.rows(column)) == Decimal(total)
