"""What becomes of the data when files are loaded, loaded again, corrected, taken back."""

import threading
from decimal import Decimal

import pytest

from analytics.errors import LoadCancelled, StoreError, WorkspaceError
from analytics.workspace import LoadOptions, Workspace, publish
from analytics.workspace.combine.tables import combine

MARCH = """
    order_id,customer_id,ordered_at,revenue_amount
    1,a,2026-03-01,100.00
    2,b,2026-03-02,50.00
"""
MARCH_CORRECTED = """
    order_id,customer_id,ordered_at,revenue_amount
    2,b,2026-03-02,55.00
    3,c,2026-03-03,7.00
    1,a,2026-03-01,100.00
"""
FIRST_EXPORT = """
    deal_id,name,owner,amount,stage_name,snapshot_date
    d1,Roof,Ann,1000.00,Qualify,2026-01-05
    d2,Gutter,Ann,300.00,Qualify,2026-01-05
"""
SECOND_EXPORT = """
    deal_id,name,owner,amount,stage_name,snapshot_date
    d1,Roof,Ann,1200.00,Propose,2026-01-19
    d3,Flat roof,Bob,800.00,Qualify,2026-01-19
"""


def revenue(workspace: Workspace) -> Decimal:
    return workspace.store().amount_of("orders", "revenue_amount")


def ask(workspace: Workspace, sql: str) -> list[tuple]:
    return workspace.store().connection.cursor().execute(sql).fetchall()


def codes(receipts: list) -> list[str]:
    return [warned.code for receipt in receipts for warned in receipt.warnings]


def test_before_the_first_load_there_is_nothing_and_it_says_so(workspace):
    assert workspace.current_version() is None
    assert workspace.uploads() == [] and workspace.versions() == [] and workspace.receipts() == []
    with pytest.raises(StoreError, match="Nothing has been loaded"):
        workspace.store()


def test_a_load_publishes_the_rows_of_the_file(workspace, load):
    receipts = load("orders-march.csv", MARCH)
    assert [(each.rows_in, each.rows_used, each.error) for each in receipts] == [(2, 2, None)]
    assert workspace.current_version() == 1
    assert revenue(workspace) == Decimal("150.00")
    assert workspace.store().row_counts["orders"] == 2
    assert workspace.receipts() == receipts


def test_each_row_knows_its_row_in_the_file(workspace, load):
    load("orders-march.csv", MARCH)
    assert ask(workspace, "select order_id, row_number from canonical.orders order by order_id") == [("1", 2), ("2", 3)]


def test_an_opened_version_names_the_person_of_each_order(workspace, load):
    load("orders-march.csv", MARCH)
    assert ask(workspace, "select person_key, order_id from orders order by order_id") == [(1, "1"), (2, "2")]
    assert ask(workspace, "select sum(revenue_amount) from customer_ranks") == [(Decimal("150.00"),)]


def test_the_same_file_twice_adds_nothing_and_says_so(workspace, load):
    first = load("orders-march.csv", MARCH)
    again = load("orders-copy.csv", MARCH)
    assert codes(first) == [] and codes(again) == ["already_loaded"]
    assert again[0].file == "orders-copy.csv" and "orders-march.csv" in again[0].warnings[0].message
    assert workspace.current_version() == 1 and len(workspace.uploads()) == 1
    assert revenue(workspace) == Decimal("150.00")


def test_the_same_file_twice_in_one_load_adds_it_once(workspace, tmp_path):
    file = tmp_path / "orders.csv"
    file.write_text("order_id,customer_id,ordered_at,revenue_amount\n1,a,2026-03-01,100.00\n", encoding="utf-8")
    receipts = workspace.load([("orders.csv", file), ("orders-again.csv", file)])
    assert codes(receipts) == ["already_loaded"] and revenue(workspace) == Decimal("100.00")


def test_a_file_taken_back_can_be_loaded_again(workspace, load):
    load("orders-march.csv", MARCH)
    workspace.undo(workspace.uploads()[0].upload_id)
    assert codes(load("orders-march.csv", MARCH)) == []
    assert revenue(workspace) == Decimal("150.00")


def test_an_overlapping_export_adds_new_rows_updates_changed_ones_and_doubles_none(workspace, load):
    load("orders-march.csv", MARCH)
    receipts = load("orders-corrected.csv", MARCH_CORRECTED)
    assert revenue(workspace) == Decimal("162.00")
    assert workspace.changes(2)["orders"] == {"new": 1, "changed": 1, "unchanged": 1}
    assert codes(receipts) == ["overlap"]
    rows = "select rows_in, rows_used, rows_set_aside, rows_replaced from landings order by rows_used"
    assert ask(workspace, rows) == [(2, 0, 0, 2), (3, 3, 0, 0)]


def test_a_corrected_order_replaces_all_its_lines(workspace, load):
    lines = "order_id,customer_id,ordered_at,revenue_amount\n"
    load("orders-1.csv", lines + "1,a,2026-03-01,10\n1,a,2026-03-01,20\n1,a,2026-03-01,20")
    assert revenue(workspace) == 50  # rows that are alike within one file may be genuine
    load("orders-2.csv", lines + "1,a,2026-03-01,25")
    assert revenue(workspace) == 25


def test_rows_without_a_key_that_two_files_share_count_once_and_repeats_within_a_file_stay(workspace, load):
    header = "person,happened_at,path,action\n"
    load("touches-1.csv", header + "a@x.com,2026-01-01,ads,viewed\na@x.com,2026-01-01,ads,viewed\n")
    load("touches-2.csv", header + "a@x.com,2026-01-01,ads,viewed\nb@x.com,2026-01-02,ads,viewed\n")
    rows = ask(workspace, "select person, count(*) from canonical.touches group by person order by person")
    assert rows == [("a@x.com", 2), ("b@x.com", 1)]


def test_deals_show_their_latest_snapshot_and_every_snapshot_is_kept(workspace, load):
    # Loaded in the wrong order: what counts is the day of the export.
    load("deals-second.csv", SECOND_EXPORT)
    load("deals-first.csv", FIRST_EXPORT)
    latest = ask(workspace, "select deal_id, amount, stage_name from canonical.deals order by deal_id")
    assert latest == [
        ("d1", Decimal("1200.00"), "Propose"),
        ("d2", Decimal("300.00"), "Qualify"),
        ("d3", Decimal("800.00"), "Qualify"),
    ]
    kept = ask(workspace, "select snapshot_date, sum(amount) from canonical.deal_snapshots group by 1 order by 1")
    assert [amount for _, amount in kept] == [Decimal("1300.00"), Decimal("2000.00")]


def test_of_two_exports_of_one_day_the_one_uploaded_last_counts(workspace, load):
    corrected = FIRST_EXPORT.replace("1000.00,Qualify", "1100.00,Propose")
    for name, text in (("deals-b.csv", FIRST_EXPORT), ("deals-a.csv", corrected)):
        load(name, text)
    latest = "select amount, stage_name from deal_states where deal_id = 'd1'"
    assert ask(workspace, latest) == [(Decimal("1100.00"), "Propose")]


WIDE = """
    customer_id,name,email,street,do_not_contact
    a,Ann,ann@x.com,High St 1,true
    b,Ben,ben@x.com,High St 2,
    c,Cem,,,
"""
PEOPLE = "select customer_id, name, email, street, do_not_contact from canonical.customers order by customer_id"


def test_a_narrower_list_of_the_same_people_takes_nothing_away(workspace, load):
    load("customers-wide.csv", WIDE)
    load("customers-recall.csv", "customer_id,name,phone\na,Anna,0123\nd,Dan,0456")
    assert ask(workspace, PEOPLE) == [
        ("a", "Anna", "ann@x.com", "High St 1", True),
        ("b", "Ben", "ben@x.com", "High St 2", None),
        ("c", "Cem", None, None, None),
        ("d", "Dan", None, None, None),
    ]
    phones = ask(workspace, "select customer_id, phone from canonical.customers where phone is not null order by 1")
    assert phones == [("a", "0123"), ("d", "0456")]
    workspace.undo(workspace.uploads()[0].upload_id)
    assert ask(workspace, PEOPLE) == [("a", "Anna", None, None, None), ("d", "Dan", None, None, None)]


def test_a_narrower_list_that_says_the_same_changes_nothing(workspace, load):
    load("customers-wide.csv", WIDE)
    (told,) = load("customers-recall.csv", "customer_id,name,phone\na,Ann,\nb,Benno,\nd,Dan,")
    assert told.rows_changed == {"new": 1, "changed": 1, "unchanged": 1}
    (told,) = load("customers-street.csv", "customer_id,name,street\na,Ann,High St 1\nb,Benno,High St 3")
    assert told.rows_changed == {"new": 0, "changed": 1, "unchanged": 1}


def test_a_value_that_a_corrected_list_leaves_out_is_gone(workspace, load):
    load("customers-wide.csv", WIDE)
    load("customers-narrow.csv", "customer_id,name,phone\nb,Ben,0123")
    load("customers-corrected.csv", "customer_id,name,email,street\na,Ann,,High St 9\nb,Ben,ben@x.com,")
    assert ask(workspace, PEOPLE)[:2] == [
        ("a", "Ann", None, "High St 9", True),
        ("b", "Ben", "ben@x.com", None, None),
    ]
    assert ask(workspace, "select phone from canonical.customers where customer_id = 'b'") == [("0123",)]


def test_what_the_latest_list_with_that_column_took_out_does_not_come_back(workspace, load):
    load("customers-1.csv", "customer_id,name,phone\na,Ann,0123\nb,Ben,0456")
    load("customers-2.csv", "customer_id,name,phone\na,Ann,\nb,Ben,0456")
    load("customers-3.csv", "customer_id,name,city\na,Ann,Bern\nb,Ben,Bern")
    phones = "select customer_id, phone from canonical.customers order by customer_id"
    assert ask(workspace, phones) == [("a", None), ("b", "0456")]


def test_a_new_town_is_not_put_beside_the_old_street(workspace, load):
    load("customers-1.csv", "customer_id,name,street,postcode,city\na,Ann,Seeweg 1,3000,Bern")
    load("customers-2.csv", "customer_id,name,postcode,city\na,Ann,4000,Basel")
    address = "select street, postcode, city from canonical.customers"
    assert ask(workspace, address) == [(None, "4000", "Basel")]


def test_a_table_that_another_gleaner_put_together_is_put_together_again(workspace, load, monkeypatch):
    monkeypatch.setattr(publish, "made_by", lambda: "another")
    load("customers-wide.csv", WIDE)
    load("customers-narrow.csv", "customer_id,name,phone\nb,Ben,0123")
    combined = []
    monkeypatch.setattr(publish, "made_by", lambda: "this one")
    monkeypatch.setattr(publish, "combine", lambda *told: combined.append(told[1]) or combine(*told))
    load("orders-march.csv", MARCH)
    assert "customers" in combined
    combined.clear()
    load("orders-corrected.csv", MARCH_CORRECTED)
    assert "customers" not in combined


def test_of_several_lists_the_latest_that_knows_counts(workspace, load):
    for number, street in enumerate(("Old Rd 1", "New Rd 2")):
        load(f"leads-{number}.csv", f"lead_id,name,created_at,street\n1,Ann,2026-01-05,{street}")
    load("leads-narrow.csv", "lead_id,name,created_at,status\n1,Ann,2026-01-05,Won")
    assert ask(workspace, "select street, status from canonical.leads") == [("New Rd 2", "Won")]


def test_undo_of_an_earlier_upload_leaves_the_later_ones(workspace, load):
    load("orders-march.csv", MARCH)
    load("customers.csv", "customer_id,name\na,Ann\nb,Bob")
    load("orders-corrected.csv", MARCH_CORRECTED)
    first = workspace.uploads()[0].upload_id
    assert workspace.undo(first) == 4
    assert revenue(workspace) == Decimal("162.00")
    assert [upload.is_active for upload in workspace.uploads()] == [False, True, True]
    workspace.undo(workspace.uploads()[2].upload_id)
    assert workspace.store().row_counts["orders"] == 0 and workspace.store().row_counts["customers"] == 2


def test_undo_of_a_correction_brings_back_what_it_corrected(workspace, load):
    load("orders-march.csv", MARCH)
    load("orders-corrected.csv", MARCH_CORRECTED)
    workspace.undo(workspace.uploads()[1].upload_id)
    assert revenue(workspace) == Decimal("150.00")


def test_undo_of_an_upload_that_is_not_in_use_says_so(workspace, load):
    load("orders-march.csv", MARCH)
    with pytest.raises(WorkspaceError, match="not part of the data"):
        workspace.undo("0" * 64)


def test_going_back_to_a_version_and_loading_goes_on_from_there(workspace, load):
    load("orders-march.csv", MARCH)
    load("orders-corrected.csv", MARCH_CORRECTED)
    workspace.go_back(1)
    assert revenue(workspace) == Decimal("150.00")
    load("orders-april.csv", "order_id,customer_id,ordered_at,revenue_amount\n9,z,2026-04-01,1.00")
    assert revenue(workspace) == Decimal("151.00") and workspace.current_version() == 3
    with pytest.raises(WorkspaceError, match="no version 17"):
        workspace.go_back(17)


def test_a_file_that_cannot_be_used_leaves_the_version_and_its_receipt_says_why(workspace, load):
    load("orders-march.csv", MARCH)
    receipts = load("broken.csv", "x\n1")
    assert receipts[0].error["what"] == "'broken.csv' is no table."
    assert workspace.current_version() == 1 and revenue(workspace) == Decimal("150.00")
    name, path = workspace.kept(workspace.uploads()[1].upload_id)
    assert name == "broken.csv" and path.read_text() == "x\n1\n"


def test_the_same_bytes_read_another_way_take_the_place_of_what_was_read(workspace, load):
    text = "order_id,customer_id,ordered_at,revenue_amount\n1,a,2026-03-01,10"
    load("orders.csv", text)
    receipts = load("orders.csv", text, LoadOptions(day_first=True))
    assert codes(receipts) == [] and revenue(workspace) == 10
    assert [upload.is_active for upload in workspace.uploads()] == [False, True]


def test_unchanged_tables_are_carried_over_as_the_same_file(workspace, load):
    load("orders-march.csv", MARCH)
    load("customers.csv", "customer_id,name\na,Ann")
    versions = workspace.path / "versions"
    assert (versions / "1" / "orders.parquet").stat().st_ino == (versions / "2" / "orders.parquet").stat().st_ino


def test_a_file_over_the_limit_is_refused_and_the_others_land(tmp_path):
    from analytics.settings import Settings
    from tests.workspace.typed_reader import read_typed

    workspace = Workspace(tmp_path / "workspace", Settings(upload_mebibytes=1), read_typed)
    large, small = tmp_path / "orders-large.csv", tmp_path / "orders.csv"
    large.write_bytes(b"x" * 2_000_000)
    small.write_text("order_id,customer_id,ordered_at,revenue_amount\n1,a,2026-03-01,10\n", encoding="utf-8")
    receipts = workspace.load([("large.csv", large), ("orders.csv", small)])
    assert "MB" in receipts[0].error["what"] and receipts[1].error is None
    assert revenue(workspace) == 10


def test_a_cancelled_load_changes_nothing_and_the_next_one_works(workspace, tmp_path):
    file = tmp_path / "orders-a.csv"
    file.write_text("order_id,customer_id,ordered_at,revenue_amount\n1,c1,2026-01-05,100.00\n")
    cancelled = threading.Event()

    def cancel_while_publishing(step: str) -> None:
        if step.startswith("Matching"):
            cancelled.set()

    with pytest.raises(LoadCancelled):
        workspace.load([(file.name, file)], progress=cancel_while_publishing, cancelled=cancelled)
    assert workspace.current_version() is None
    assert workspace.uploads() == []
    assert [each.error for each in workspace.load([(file.name, file)])] == [None]
    assert workspace.current_version() == 1
