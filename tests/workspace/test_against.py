"""A receipt says what changed against the last upload of its kind."""

from dataclasses import replace
from pathlib import Path

from analytics.ingest.receipt import Receipt
from analytics.workspace import Workspace
from analytics.workspace.against import compared

JANUARY = Receipt(
    "january.csv",
    None,
    "orders",
    10,
    9,
    1,
    columns={"Betrag": "revenue_amount", "Datum": "ordered_at"},
    sums={"Betrag": {"in": "120.00", "used": "100.00"}},
    period={"first": "2026-01-01", "last": "2026-01-31"},
    upload_id="jan",
    header_hash="german",
)
FEBRUARY = replace(
    JANUARY,
    file="february.csv",
    rows_in=12,
    rows_used=12,
    rows_set_aside=0,
    columns={"Amount": "revenue_amount", "Datum": "ordered_at"},
    sums={"Amount": {"in": "130.50", "used": "130.50"}},
    period={"first": "2026-02-01", "last": "2026-02-28"},
    upload_id="feb",
    header_hash="mixed",
)


def test_rows_period_sums_and_columns_are_set_side_by_side():
    (told,) = compared([FEBRUARY], [JANUARY])
    assert told.changed_since == {
        "file": "january.csv",
        "sheet": None,
        "rows_in": {"before": 10, "now": 12},
        "rows_used": {"before": 9, "now": 12},
        "period": {"before": JANUARY.period, "now": FEBRUARY.period},
        "sums": {"revenue_amount": {"before": "100.00", "now": "130.50"}},
        "columns_new": ["Amount"],
        "columns_missing": ["Betrag"],
    }


def test_the_same_headers_come_before_a_newer_file_with_others():
    (told,) = compared([replace(JANUARY, upload_id="mar")], [JANUARY, FEBRUARY])
    assert told.changed_since["file"] == "january.csv"


def test_of_several_with_the_same_headers_the_newest_counts():
    newer = replace(JANUARY, file="january-b.csv", upload_id="jan-b")
    (told,) = compared([replace(JANUARY, upload_id="mar")], [JANUARY, newer])
    assert told.changed_since["file"] == "january-b.csv"


def test_neither_another_kind_nor_the_same_file_nor_a_refused_one_is_compared():
    others = [
        replace(JANUARY, sheet_type="leads", upload_id="leads"),
        replace(JANUARY, error={"what": "", "fix": "", "code": ""}, upload_id="bad"),
        JANUARY,
    ]
    (told,) = compared([JANUARY], others)
    assert told.changed_since is None


def test_a_money_column_that_is_gone_is_unknown_now_not_zero():
    (told,) = compared([replace(FEBRUARY, sums={})], [JANUARY])
    assert told.changed_since["sums"] == {"revenue_amount": {"before": "100.00", "now": None}}


def test_a_load_tells_what_changed_and_how_many_rows_are_new_updated_and_unchanged(tmp_path: Path):
    files = {
        "january.csv": "Order no,Customer,Order date,Amount\n1,Ann,2026-01-05,10.00\n2,Bob,2026-01-06,20.00\n",
        "february.csv": "Order no,Customer,Order date,Amount\n1,Ann,2026-01-05,10.00\n2,Bob,2026-01-06,25.00\n"
        "3,Cyd,2026-02-01,1.00\n",
    }
    workspace = Workspace(tmp_path / "workspace")
    told = []
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        told += workspace.load([(name, tmp_path / name)])
    assert [receipt.rows_changed for receipt in told] == [
        {"new": 2, "changed": 0, "unchanged": 0},
        {"new": 1, "changed": 1, "unchanged": 1},
    ]
    assert told[0].changed_since is None
    assert told[1].changed_since["file"] == "january.csv"
    assert told[1].changed_since["sums"] == {"revenue_amount": {"before": "30.00", "now": "36.00"}}
    assert workspace.receipts(told[1].upload_id) == [told[1]]


def test_of_files_that_come_at_once_each_tells_what_it_changed(tmp_path: Path):
    header = "Order no,Customer,Order date,Amount\n"
    files = {
        "january.csv": header + "1,Ann,2026-01-05,10.00\n2,Bob,2026-01-06,20.00\n",
        "february.csv": header + "2,Bob,2026-01-06,25.00\n3,Cyd,2026-02-01,1.00\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    workspace = Workspace(tmp_path / "workspace")
    told = workspace.load([(name, tmp_path / name) for name in files])
    assert [receipt.rows_changed for receipt in told] == [
        {"new": 2, "changed": 0, "unchanged": 0},
        {"new": 1, "changed": 1, "unchanged": 0},
    ]
    assert [warned.code for warned in told[1].warnings if warned.code == "overlap"] == ["overlap"]
    assert workspace.changes(1)["orders"] == {"new": 3, "changed": 1, "unchanged": 0}
    assert workspace.store().row_counts["orders"] == 3
