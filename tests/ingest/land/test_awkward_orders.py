"""Every file of tests/spreadsheets/landing lands the values that a person reads in it, or says why not."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.ingest.land.landing import load

FOLDER = Path(__file__).parents[2] / "spreadsheets" / "landing"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


def as_text(value) -> str:
    """A moment by its day, everything else as Python writes it."""
    return value.date().isoformat() if isinstance(value, datetime) else str(value)


@pytest.mark.parametrize("name", EXPECTED)
def test_awkward_orders_land_as_a_person_reads_them(name, tmp_path):
    told, landed = EXPECTED[name], load(tmp_path, FOLDER / name)
    receipt = landed.receipt
    if told.get("error"):
        assert receipt.error["code"] == told["error"] and receipt.error["what"] and receipt.error["fix"]
        return
    assert receipt.error is None
    assert (receipt.sheet_type, receipt.rows_in, receipt.set_aside) == ("orders", told["rows_in"], told["set_aside"])
    assert receipt.rows_used == receipt.rows_in - sum(told["set_aside"].values())
    assert {column: [as_text(cell) for (cell,) in landed.rows(column)] for column in told["used"]} == told["used"]
    assert landed.codes() == told["warnings"]
