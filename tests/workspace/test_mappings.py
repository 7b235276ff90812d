"""What the owner says about the columns of a sheet is followed at once, remembered, and can be taken back."""

from decimal import Decimal
from pathlib import Path

import pytest

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise.choice import IGNORE, Choice
from analytics.workspace import Workspace

NONSENSE = "Blob,Zip,Zap,Wurst\n1,Ann,2026-01-05,10.00\n2,Bob,2026-01-06,20.00\n"
NEXT_MONTH = "Wurst,Blob,Zip,Zap\n5.00,3,Cyd,2026-02-05\n1.00,2,Bob,2026-01-06\n"
TWO_AMOUNTS = "Order no,Customer,Order date,Amount,Deposit\n1,Ann,2026-01-05,10.00,7.00\n2,Bob,2026-01-06,20.00,8.00\n"
MEANT = Choice("orders", {"Blob": "order_id", "Zip": "customer_name", "Zap": "ordered_at", "Wurst": "revenue_amount"})


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


@pytest.fixture
def load(workspace, tmp_path):
    def loaded(name: str, text: str):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        (receipt,) = workspace.load([(name, file)])
        return receipt

    return loaded


def revenue(workspace: Workspace) -> Decimal:
    return workspace.store().amount_of("orders", "revenue_amount")


def test_a_sheet_that_was_not_recognised_is_read_as_the_owner_says_without_a_new_upload(workspace, load):
    refused = load("jan.csv", NONSENSE)
    assert refused.error["code"] == "UnrecognisedSheet" and workspace.current_version() is None
    (receipt,) = workspace.remap(refused, MEANT)
    assert (receipt.sheet_type, receipt.rows_used, receipt.error) == ("orders", 2, None)
    assert revenue(workspace) == Decimal("30.00")
    assert receipt.choice == MEANT.to_dict()


def test_what_was_said_is_followed_for_the_next_file_with_these_headers_in_any_order(workspace, load):
    workspace.remap(load("jan.csv", NONSENSE), MEANT)
    receipt = load("feb.csv", NEXT_MONTH)
    assert receipt.rows_used == 2 and receipt.choice == MEANT.to_dict()
    assert revenue(workspace) == Decimal("16.00")


def test_a_corrected_column_reads_every_file_with_the_same_columns_again(workspace, load):
    load("jan.csv", TWO_AMOUNTS)
    later = load("feb.csv", "Order no,Customer,Order date,Amount,Deposit\n2,Bob,2026-01-06,21.00,9.00\n")
    assert revenue(workspace) == Decimal("31.00")
    receipts = workspace.remap(later, Choice(mapping={"Deposit": "revenue_amount", "Amount": IGNORE}))
    assert [receipt.file for receipt in receipts] == ["feb.csv", "jan.csv"]
    # The later file still has the last word on order 2: the order of loading stays.
    assert revenue(workspace) == Decimal("16.00")


def test_a_file_that_is_read_again_keeps_its_place_among_later_ones(workspace, load):
    first = load("jan.csv", TWO_AMOUNTS)
    load("feb.csv", "Order no,Customer,Order date,Amount\n2,Bob,2026-01-06,21.00\n")
    workspace.remap(first, Choice(mapping={"Deposit": "revenue_amount", "Amount": IGNORE}))
    assert revenue(workspace) == Decimal("28.00")


@pytest.mark.parametrize(
    ("choice", "what"),
    [
        (Choice(mapping={"Amount": IGNORE}), "As Orders this sheet has no column for revenue amount."),
        (Choice(mapping={"Customer": IGNORE}), "As Orders this sheet has no column for customer id, customer name"),
        (Choice(mapping={"Amount": "colour"}), "Orders has no column 'colour'."),
        (Choice(mapping={"Total": "revenue_amount"}), "'jan.csv' has no column 'Total'."),
        (Choice("cars"), "There is no sheet type 'cars'."),
        (
            Choice(mapping={"Amount": "revenue_amount", "Deposit": "revenue_amount"}),
            "Both 'Amount' and 'Deposit' were chosen for revenue amount of Orders.",
        ),
    ],
)
def test_a_choice_that_cannot_be_followed_is_refused_and_changes_nothing(workspace, load, choice, what):
    receipt = load("jan.csv", TWO_AMOUNTS)
    with pytest.raises(UnrecognisedSheet) as refused:
        workspace.remap(receipt, choice)
    assert refused.value.what.startswith(what) and refused.value.fix
    assert workspace.current_version() == 1
    assert load("jan2.csv", TWO_AMOUNTS + "3,Cyd,2026-01-07,1.00,1.00\n").choice is None


def test_a_missing_required_column_is_named_with_the_headers_that_come_nearest(workspace, load):
    receipt = load("jan.csv", "Order no,Customer,Order date,Amount,Job amountt\n1,Ann,2026-01-05,10.00,7.00\n")
    with pytest.raises(UnrecognisedSheet) as refused:
        workspace.remap(receipt, Choice(mapping={"Amount": IGNORE, "Job amountt": IGNORE}))
    assert "'Job amountt'" in refused.value.fix and "'Amount'" in refused.value.fix


def test_a_corrected_reading_is_undone_by_going_back_and_by_forgetting(workspace, load):
    receipt = load("jan.csv", TWO_AMOUNTS)
    (mapped,) = workspace.remap(receipt, Choice(mapping={"Deposit": "revenue_amount", "Amount": IGNORE}))
    assert revenue(workspace) == Decimal("15.00")
    workspace.go_back(1)
    assert revenue(workspace) == Decimal("30.00")
    workspace.go_back(2)
    (forgotten,) = workspace.forget(mapped)
    assert forgotten.choice is None
    assert revenue(workspace) == Decimal("30.00")


def test_a_sheet_that_means_nothing_once_its_choice_is_forgotten_counts_no_more(workspace, load):
    (mapped,) = workspace.remap(load("jan.csv", NONSENSE), MEANT)
    (forgotten,) = workspace.forget(mapped)
    assert forgotten.error is not None
    assert not any(upload.is_active for upload in workspace.uploads())


def test_day_or_month_first_is_asked_once_and_remembered(workspace, load):
    text = "Order no,Customer,Order date,Amount\n{0},Ann,0{0}/02/2026,10.00\n"
    asked = load("one.csv", text.format(1))
    assert asked.choices_needed == ("day_first",)
    (receipt,) = workspace.remap(asked, Choice(day_first=True))
    assert receipt.period == {"first": "2026-02-01", "last": "2026-02-01"}
    assert load("three.csv", text.format(3)).period == {"first": "2026-02-03", "last": "2026-02-03"}


def test_a_later_choice_keeps_what_was_said_before_about_other_things(workspace, load):
    asked = load("one.csv", "Order no,Customer,Order date,Amount,Deposit\n1,Ann,01/02/2026,10.00,7.00\n")
    (receipt,) = workspace.remap(asked, Choice(day_first=True))
    (receipt,) = workspace.remap(receipt, Choice(mapping={"Deposit": "revenue_amount", "Amount": IGNORE}))
    assert receipt.period["first"] == "2026-02-01" and revenue(workspace) == Decimal("7.00")


def test_the_same_file_again_is_still_known_after_its_columns_were_corrected(workspace, load):
    workspace.remap(load("jan.csv", NONSENSE), MEANT)
    again = load("copy.csv", NONSENSE)
    assert [warned.code for warned in again.warnings] == ["already_loaded"]


def test_a_reading_that_fails_leaves_the_data_and_its_receipt_as_they_were(workspace, load):
    text = "Order no,Customer,Order date,Shipped,Amount\n1,Ann,2026-01-05,03/04/2026,10.00\n"
    receipt = load("jan.csv", text)
    (asked,) = workspace.remap(receipt, Choice(mapping={"Shipped": "ordered_at", "Order date": IGNORE}))
    assert asked.choices_needed == ("day_first",)
    assert workspace.receipts(receipt.upload_id) == [receipt] and revenue(workspace) == Decimal("10.00")
    (answered,) = workspace.remap(asked, Choice(day_first=True))
    assert answered.period == {"first": "2026-04-03", "last": "2026-04-03"}
    assert workspace.receipts(receipt.upload_id) == [answered]


def test_one_answer_about_days_holds_for_every_sheet_of_a_workbook(workspace, tmp_path):
    import xlsxwriter

    file = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name, header in {"One": "Order date", "Two": "Invoice date"}.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Order no", "Customer", header, "Amount"])
            sheet.write_row(1, 0, [name, "Ann", "03/04/2026", 10])
    asked = workspace.load([(file.name, file)])
    assert [each.choices_needed for each in asked] == [("day_first",), ("day_first",)]
    answered = workspace.remap(asked[0], Choice(day_first=True))
    assert [each.period["first"] for each in answered] == ["2026-04-03", "2026-04-03"]
