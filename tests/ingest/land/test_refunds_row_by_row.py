"""What "Refund: yes" says is decided for each row by the rows of its own order, and never by a discount."""

from tests.ingest.land.landing import load

HEADER = "Order,Date,Customer,Product,Amount,Refund"
ORDERS = ("order_id", "revenue_amount", "is_refund")


def landed(folder, *rows: str):
    return load(folder, "\n".join((HEADER, *rows)) + "\n")


def told(found) -> list[tuple]:
    return [(order, int(amount), refund) for order, amount, refund in found.rows(*ORDERS)]


def test_a_discount_answers_no_refund_and_goes_with_its_sale(tmp_path):
    for mark in ("Yes", "No"):
        found = landed(
            tmp_path,
            "1001,2026-01-05,Smith,Bike,1000.00,Yes",
            f"1001,2026-01-05,Smith,Discount,-50.00,{mark}",
            "1002,2026-01-06,Jones,Bike,900.00,No",
        )
        assert told(found) == [("1002", 900, False)]
        assert found.receipt.set_aside == {"refunded": 2}


def test_a_sale_whose_money_came_back_in_rows_of_its_own_is_a_sale(tmp_path):
    for back in (-50, -1000):
        found = landed(
            tmp_path,
            "1001,2026-01-05,Smith,Bike,1000.00,Yes",
            f"1001,2026-01-09,Smith,Money back,{back},Yes",
            "1002,2026-01-06,Jones,Bike,900.00,No",
        )
        assert told(found) == [("1001", 1000, False), ("1001", back, True), ("1002", 900, False)]


def test_a_row_that_repeats_its_sale_is_a_refund_whatever_most_rows_are(tmp_path):
    found = landed(
        tmp_path,
        "1001,2026-01-05,Smith,Bike,200.00,No",
        "1001,2026-01-16,Smith,Bike,200.00,Yes",
        "1002,2026-01-07,Brown,Bike,300.00,Yes",
        "1003,2026-01-07,Green,Bike,310.00,Yes",
        "1004,2026-01-07,White,Bike,320.00,Yes",
    )
    assert told(found) == [("1001", 200, False), ("1001", -200, True)]
    assert found.receipt.set_aside == {"refunded": 3}


def test_a_part_that_came_back_on_a_later_day_is_a_refund(tmp_path):
    found = landed(
        tmp_path,
        "1001,2026-01-05,Smith,Bike,100.00,No",
        "1001,2026-01-09,Smith,Bike,40.00,Yes",
        "1002,2026-01-06,Jones,Bike,900.00,No",
    )
    assert told(found) == [("1001", 100, False), ("1001", -40, True), ("1002", 900, False)]


def test_a_month_refunded_among_customers_who_pay_the_same_each_month_is_no_refund_of_the_month_before(tmp_path):
    found = landed(
        tmp_path,
        "1001,2026-01-05,Smith,Club,20,No",
        "1002,2026-01-06,Jones,Club,20,No",
        "1003,2026-02-05,Smith,Club,20,No",
        "1004,2026-02-06,Jones,Club,20,Yes",
    )
    assert told(found) == [("1001", 20, False), ("1002", 20, False), ("1003", 20, False)]
    (warned,) = (one.message for one in found.receipt.warnings if one.code == "refunded_sales")
    assert "does not tell a refund from a sale" in warned
