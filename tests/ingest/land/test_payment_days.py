"""The day of payment stands for the day of sale only where every sale was paid."""

import pytest

from tests.ingest.land.landing import load

COLUMNS = "Invoice No,Customer,Status,Amount,Paid on\n"


def rows(paid: int, empty: str = "", status: str = "Sent", unpaid: int = 1) -> str:
    days = [f"{n},Ann,Paid,{n}.00,2025-01-{1 + n % 28:02d}\n" for n in range(paid)]
    return COLUMNS + "".join(days) + "".join(f"9{n},Bob,{status},35.00,{empty}\n" for n in range(unpaid))


@pytest.mark.parametrize(("paid", "empty"), [(3, ""), (3, "open"), (3000, "")])
def test_unpaid_invoices_without_another_day_are_not_dropped(tmp_path, paid, empty):
    error = load(tmp_path, rows(paid, empty)).receipt.error
    assert "'Paid on'" in error["what"]
    assert "Invoice date" in error["fix"]


def test_a_due_date_does_not_make_a_payment_day_a_day_of_sale(tmp_path):
    text = "Invoice,Customer,Amount,Due date,Paid on\n1,Ann,40,2025-02-06,2025-02-01\n2,Bob,35,2025-02-07,\n"
    assert "'Paid on'" in load(tmp_path, text).receipt.error["what"]


@pytest.mark.parametrize("status", ["Cancelled", "Void"])
def test_a_sale_that_never_was_needs_no_day(tmp_path, status):
    receipt = load(tmp_path, rows(3, status=status)).receipt
    assert (receipt.rows_used, receipt.set_aside) == (3, {"not_a_sale": 1})


def test_a_total_below_paid_invoices_needs_no_day(tmp_path):
    receipt = load(tmp_path, rows(3, unpaid=0) + "Total,,,3.00,\n").receipt
    assert (receipt.rows_used, receipt.set_aside) == (3, {"total_row": 1})


@pytest.mark.parametrize(
    ("first", "cell"),
    [
        ("Startdatum", "2023-03-01"),
        ("Started on", "2023-03-01"),
        ("Start", "09:00"),
        ("Woche", "2"),
        ("Invoice sent", "yes"),
    ],
)
def test_the_first_day_of_a_contract_is_no_day_of_its_payments(tmp_path, first, cell):
    days = ["2026-01-05", "2026-02-05", "2026-03-05"]
    paid = "".join(f"Ann,{cell},40,{day}\n" for day in days)
    landed = load(tmp_path, f"Customer,{first},Amount,Payment date\n{paid}")
    assert [str(day)[:10] for (day,) in landed.rows("ordered_at")] == days


def test_how_many_took_part_is_nobody_s_name(tmp_path):
    text = "Datum;Teilnehmer;E-Mail;Umsatz\n03.01.2026;12;a@roth.example;1200,00\n13.01.2026;8;b@poll.example;900,00\n"
    landed = load(tmp_path, f"{text}23.01.2026;10;c@ost.example;1100,00\n")
    assert landed.rows("customer_name") == [(None,)] * 3
