"""What only a later row of the file tells: payments beside invoices, refunds in rows, what a mark of a refund means."""

import pytest

from tests.ingest.land.landing import load

HEADER = "Order no,Date,Customer,Amount"
LATE = 6_000


def amounts(landed) -> list[str]:
    return [str(amount) for (amount,) in landed.rows("revenue_amount")]


def sales(extra: str, count: int = LATE, first: int = 1) -> str:
    rows = range(first, first + count)
    return "".join(f"{number},2026-01-{number % 28 + 1:02},Ann {number},10,{extra}\n" for number in rows)


def test_an_invoice_far_down_makes_the_payments_no_sales(tmp_path):
    text = f"{HEADER},Type\n{sales('Payment')}{sales('Invoice', 3, LATE + 1)}"
    receipt = load(tmp_path, text).receipt
    assert (receipt.rows_used, receipt.set_aside) == (3, {"not_a_sale": LATE})


def test_a_refund_far_down_lets_refunded_sales_count(tmp_path):
    text = f"{HEADER},Status\n1,2026-01-01,Ann,50,Refunded\n{sales('Paid', LATE, 2)}9,2026-02-01,Ann,-50,Paid\n"
    receipt = load(tmp_path, text).receipt
    assert (receipt.sums["Amount"]["used"], receipt.set_aside) == (f"{10 * LATE}.00", {})


def test_a_sale_marked_as_refunded_is_no_loss(tmp_path):
    landed = load(tmp_path, f"{HEADER},Refund\n1,2026-01-05,Ann,50,no\n2,2026-01-06,Bob,100,yes\n")
    assert amounts(landed) == ["50.00"]
    assert landed.rejects() == [(3, "refunded", "This row was refunded.")]
    assert "refunded_sales" in landed.codes()


def test_a_refund_that_repeats_its_sale_counts_below_zero(tmp_path):
    text = f"{HEADER},Cost,Refund\n1,2026-01-05,Ann,50,20,no\n1,2026-01-09,Ann,50,20,yes\n2,2026-01-06,Bob,70,20,no\n"
    landed = load(tmp_path, text)
    assert landed.rows("revenue_amount", "cost_amount") == [(50, 20), (-50, -20), (70, 20)]
    assert "refunds" in landed.codes() and "refunded_sales" not in landed.codes()


def test_a_refund_with_a_number_of_its_own_is_known_by_its_customer_and_amount(tmp_path):
    text = f"{HEADER},Refund\n1,2026-01-05,Ann,50,no\n2,2026-01-06,Bob,70,no\n3,2026-01-09,Ann,50,yes\n"
    assert amounts(load(tmp_path, text)) == ["50.00", "70.00", "-50.00"]


def test_a_month_of_a_subscription_that_was_refunded_is_no_refund_of_another(tmp_path):
    text = f"{HEADER},Refund\n" + "".join(f"{m},2026-0{m}-05,Ann,50,{'yes' if m == 3 else 'no'}\n" for m in (1, 2, 3))
    assert amounts(load(tmp_path, text)) == ["50.00", "50.00"]


def test_a_refunded_sale_counts_where_a_row_below_zero_answers_it(tmp_path):
    text = f"{HEADER},Refund\n1,2026-01-05,Ann,50,yes\n1,2026-01-09,Ann,-50,yes\n2,2026-01-06,Bob,70,no\n"
    assert amounts(load(tmp_path, text)) == ["50.00", "-50.00", "70.00"]


def test_one_line_of_an_order_that_was_refunded_is_not_taken_off_the_others(tmp_path):
    text = f"{HEADER},Refund\n1,2026-01-05,Ann,100,no\n1,2026-01-05,Ann,30,yes\n2,2026-01-06,Bob,70,no\n"
    assert amounts(load(tmp_path, text)) == ["100.00", "70.00"]


@pytest.mark.parametrize("header", ["Credit note", "Is refund", "Gutschrift", "Avoir"])
def test_a_document_that_gives_money_back_needs_no_asking(tmp_path, header):
    landed = load(tmp_path, f"{HEADER},{header}\n1,2026-01-05,Ann,50,no\n2,2026-01-06,Bob,100,yes\n")
    assert amounts(landed) == ["50.00", "-100.00"]
