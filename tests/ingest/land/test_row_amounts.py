"""Which of several amounts is the row's own: without tax, of all pieces, once for an order."""

import pytest

from tests.ingest.land.landing import load


def amounts(landed) -> list[str]:
    return [str(amount) for (amount,) in landed.rows("revenue_amount")]


@pytest.mark.parametrize(
    "names",
    [
        "Total incl. VAT,Total excl. VAT", "Total,Net (EUR)", "Brutto,Netto", "Montant TTC,Montant HT",
        "Total,Base imponible", "Incl. BTW,Excl. BTW", "Gesamt,Betrag netto", "Total TTC,Total HT",
        "Importe,Importe sin IVA", "Totaal,Bedrag excl. btw",
    ],
)  # fmt: skip
def test_the_amount_without_tax_counts_in_any_language(tmp_path, names):
    text = f"Order no,Customer,Order date,{names}\n1,Ann,2026-01-05,121.00,100.00\n2,Bob,2026-01-25,242.00,200.00\n"
    assert amounts(load(tmp_path, text)) == ["100.00", "200.00"]


LINES = "Date,Customer,Product,Qty,{price}\n2026-01-05,Ann,Lamp,2,{two}\n2026-01-15,Bob,Lamp,3,{three}\n"


def test_a_unit_price_counts_as_often_as_there_are_pieces(tmp_path):
    landed = load(tmp_path, LINES.format(price="Unit price", two="10.00", three="10.00"))
    assert amounts(landed) == ["20.00", "30.00"]


def test_a_price_that_stays_while_the_pieces_change_is_of_one(tmp_path):
    landed = load(tmp_path, LINES.format(price="Price", two="10.00", three="10.00"))
    assert (amounts(landed), landed.codes()[0]) == (["20.00", "30.00"], "price_of_one")


def test_a_price_that_changes_with_the_pieces_is_of_all(tmp_path):
    assert amounts(load(tmp_path, LINES.format(price="Price", two="20.00", three="30.00"))) == ["20.00", "30.00"]


@pytest.mark.parametrize("customer", ["Customer", "Email"])
def test_a_price_that_could_be_either_is_asked_for(tmp_path, customer):
    rows = "2026-01-05,ann@x.com,Lamp,2,10\n2026-01-15,bob@x.com,Chair,3,15\n"
    text = f"Date,{customer},Product,Qty,Price\n{rows}"
    error = load(tmp_path, text).receipt.error
    assert error["code"] == "UnrecognisedSheet" and "'Unit price' or to 'Total'" in error["fix"]


def test_a_price_of_single_pieces_is_the_amount(tmp_path):
    text = "Date,Customer,Product,Qty,Price\n2026-01-05,Ann,Lamp,1,10\n2026-01-15,Bob,Chair,1,15\n"
    assert amounts(load(tmp_path, text)) == ["10.00", "15.00"]


REPEATED = (
    "Invoice no,Customer,Date,Item,{total}\n1,Ann,2026-01-05,Lamp,90\n1,Ann,2026-01-05,Chair,90\n"
    "2,Bob,2026-01-25,Lamp,40\n"
)


def test_an_invoice_total_on_every_line_counts_once(tmp_path):
    landed = load(tmp_path, REPEATED.format(total="Invoice total"))
    assert amounts(landed) == ["90.00", "0.00", "40.00"]
    assert landed.codes() == ["repeated_total"]


def test_an_invoice_total_counts_on_the_first_line_that_is_used(tmp_path):
    lines = ["1,,2026-01-05,Lamp,90", "1,Ann,2026-01-05,Chair,90", "1,Ann,2026-01-05,Vase,90", "2,,2026-01-06,Bed,40"]
    landed = load(tmp_path, "Invoice no,Customer,Date,Item,Invoice total\n" + "\n".join(lines) + "\n")
    assert amounts(landed) == ["90.00", "0.00"]
    assert landed.receipt.sums["Invoice total"] == {"in": "130.00", "used": "90.00", "set_aside": "40.00"}


def test_one_order_of_two_equal_amounts_may_be_chance(tmp_path):
    assert amounts(load(tmp_path, REPEATED.format(total="Amount"))) == ["90.00", "90.00", "40.00"]


def test_many_orders_of_one_amount_for_several_products_are_asked_about(tmp_path):
    lines = [f"{order},Ann,2026-01-05,{item},{order}0" for order in range(1, 5) for item in ("Lamp", "Chair")]
    text = "Order no,Customer,Date,Item,Amount\n" + "\n".join(lines) + "\n"
    error = load(tmp_path, text).receipt.error
    assert "'Order total'" in error["fix"] and "'Line total'" in error["fix"]
    for name, total in (("Order total", "100.00"), ("Line total", "200.00")):
        assert load(tmp_path, text.replace("Amount", name)).receipt.sums[name]["used"] == total


def test_seats_of_one_price_on_all_lines_of_an_order_are_counted_and_told(tmp_path):
    lines = [f"{order},Ann,2026-01-05,{item},{order}0" for order in range(1, 5) for item in ("Seat 1", "Seat 2")]
    landed = load(tmp_path, "Order no,Customer,Date,Item,Price\n" + "\n".join(lines) + "\n")
    assert (landed.receipt.sums["Price"]["used"], landed.codes()[0]) == ("200.00", "maybe_repeated_total")


def test_many_orders_of_products_that_always_cost_the_same_are_counted_and_told(tmp_path):
    lines = [f"{order},Ann,2026-01-05,{item},{10 + order % 2}" for order in range(1, 7) for item in ("Cup", "Mug")]
    text = "Order no,Customer,Date,Item,Amount\n" + "\n".join(lines) + "\n"
    tickets = text.replace("Cup,11", "Tea,11").replace("Mug,11", "Jug,11")
    landed = load(tmp_path, tickets)
    assert (landed.receipt.sums["Amount"]["used"], landed.codes()[0]) == ("126.00", "maybe_repeated_total")


def test_a_total_that_stays_while_prices_change_is_of_the_order(tmp_path):
    lines = [f"{order},Ann,2026-01-05,{item},{order}5" for order in range(1, 3) for item in ("Lamp,1", "Chair,2")]
    landed = load(tmp_path, "Order no,Customer,Date,Item,Price,Total\n" + "\n".join(lines) + "\n")
    assert amounts(landed) == ["15.00", "0.00", "25.00", "0.00"]


@pytest.mark.parametrize("price", ["Unit price", "Einzelpreis"])
@pytest.mark.parametrize("total", ["Line total", "Invoice total"])
def test_equal_lines_of_an_order_add_up_where_pieces_times_price_are_the_amount(tmp_path, price, total):
    rows = [
        f"{n},Ann,2026-01-0{n},{piece},{n}0.00" for n in (1, 2, 3) for piece in (f"Lamp,1,{n}0.00", f"Nail,4,{n * 2.5}")
    ]
    landed = load(tmp_path, f"Order no,Customer,Date,Item,Qty,{price},{total}\n" + "\n".join(rows) + "\n")
    assert (landed.receipt.sums[total]["used"], landed.codes()) == ("120.00", ["ignored_columns"])


def test_lines_of_equal_value_before_a_discount_are_not_an_order_s_total(tmp_path):
    lines = [f"{n},Ann,2026-01-0{n},{piece},18.00" for n in (1, 2) for piece in ("Lamp,2,10.00", "Nail,4,5.00")]
    landed = load(tmp_path, "Order no,Customer,Date,Item,Qty,Unit price,Line total\n" + "\n".join(lines) + "\n")
    assert landed.receipt.sums["Line total"]["used"] == "72.00"


@pytest.mark.parametrize("price", ["Price", "Order price", "Unit price"])
def test_a_price_that_is_the_same_on_every_line_does_not_make_an_order_s_total_that_of_the_line(tmp_path, price):
    lines = [f"{n},Ann,2026-01-0{n},{piece},1,{n}0.00,{n}0.00" for n in (1, 2, 3) for piece in ("Lamp", "Nail")]
    landed = load(tmp_path, f"Order no,Customer,Date,Item,Qty,{price},Order total\n" + "\n".join(lines) + "\n")
    assert landed.receipt.sums["Order total"]["used"] == "60.00"


def test_an_order_s_total_beside_pieces_and_prices_counts_once(tmp_path):
    lines = [f"{n},Ann,2026-01-0{n},{piece},40.00" for n in (1, 2) for piece in ("Lamp,2,10.00", "Nail,5,4.00")]
    landed = load(tmp_path, "Order no,Customer,Date,Item,Qty,Unit price,Order total\n" + "\n".join(lines) + "\n")
    assert landed.receipt.sums["Order total"]["used"] == "80.00"


def test_instalments_of_one_job_are_sales_of_their_own(tmp_path):
    text = "Job no,Customer,Date,Job total\n1,Ann,2026-01-05,50\n1,Ann,2026-02-05,50\n1,Ann,2026-03-05,50\n"
    assert amounts(load(tmp_path, text)) == ["50.00", "50.00", "50.00"]


def test_a_refund_marked_without_a_sign_is_taken_off(tmp_path):
    text = "Order no,Customer,Date,Amount,Credit note\n1,Ann,2026-01-05,50,no\n2,Ann,2026-01-06,20,yes\n"
    landed = load(tmp_path, text)
    assert amounts(landed) == ["50.00", "-20.00"]
    assert landed.receipt.sums["Amount"]["used"] == "30.00"


def test_the_customer_of_a_sale_may_stand_in_two_columns(tmp_path):
    text = "Order no,First name,Last name,Date,Amount\n1,Ann,Lee,2026-01-05,50\n2,Bob,Ray,2026-01-06,20\n"
    assert load(tmp_path, text).rows("customer_name") == [("Ann Lee",), ("Bob Ray",)]
