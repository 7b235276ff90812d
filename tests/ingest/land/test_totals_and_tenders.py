"""A total beside what made it up: discounts, taxes, shipping, gift cards; payments that have not come in."""

import pytest

from tests.ingest.land.landing import load

WHO = "Order,Date,Customer"


def listed(headers: str, *rows: str) -> str:
    """Orders of one customer each; rows : the cells below the headers."""
    lines = (f"{n},2026-01-0{n},Ann {n},{cells}" for n, cells in enumerate(rows, 1))
    return f"{WHO},{headers}\n" + "\n".join(lines) + "\n"


def amounts(landed) -> list[str]:
    return [str(money) for (money,) in landed.rows("revenue_amount")]


@pytest.mark.parametrize("total", ["Grand total", "Amount paid"])
def test_a_discount_is_off_where_a_total_with_shipping_and_tax_shows_it(tmp_path, total):
    rows = ("100.00,10.00,5.00,9.00,104.00", "50.00,0.00,5.00,5.00,60.00", "80.00,8.00,5.00,7.20,84.20")
    landed = load(tmp_path, listed(f"Subtotal,Discount,Shipping,Tax,{total}", *rows))
    assert amounts(landed) == ["90.00", "50.00", "72.00"]


@pytest.mark.parametrize(
    ("taxes", "told"),
    [
        (("9.00", "5.00", "7.20"), ["90.00", "50.00", "72.00"]),
        (("10.00", "5.00", "8.00"), ["100.00", "50.00", "80.00"]),
    ],
    ids=["tax on what is left", "tax on the subtotal"],
)
def test_the_tax_tells_whether_a_subtotal_is_before_its_discount(tmp_path, taxes, told):
    parts = ("100.00,10.00", "50.00,0.00", "80.00,8.00")
    landed = load(tmp_path, listed("Subtotal,Discount,Tax", *map(",".join, zip(parts, taxes, strict=True))))
    assert amounts(landed) == told


def test_a_subtotal_of_which_nothing_tells_whether_the_discount_is_off_counts_and_is_told(tmp_path):
    landed = load(tmp_path, listed("Subtotal,Discount", "100.00,10.00", "50.00,0.00", "80.00,8.00"))
    assert (amounts(landed), "maybe_before_discount" in landed.codes()) == (["100.00", "50.00", "80.00"], True)


def test_a_total_with_tax_and_shipping_counts_without_its_tax(tmp_path):
    rows = ("100.00,5.00,10.00,115.00", "50.00,5.00,5.00,60.00")
    landed = load(tmp_path, listed("Subtotal,Shipping,Tax,Total", *rows))
    assert (amounts(landed), "less_taxes" in landed.codes()) == (["105.00", "55.00"], True)


def test_a_total_with_shipping_alone_stands(tmp_path):
    rows = ("100.00,5.00,0.00,105.00", "50.00,5.00,0.00,55.00")
    assert amounts(load(tmp_path, listed("Subtotal,Shipping,Tax,Total", *rows))) == ["105.00", "55.00"]


def test_a_refund_that_was_marked_is_set_aside_beside_a_total_with_tax(tmp_path):
    rows = ("100.00,5.00,10.00,115.00,no", "50.00,5.00,5.00,60.00,yes")
    landed = load(tmp_path, listed("Subtotal,Shipping,Tax,Total,Refunded", *rows))
    assert (amounts(landed), landed.receipt.set_aside) == (["105.00"], {"refunded": 1})


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize("header", ["Gift card", "Store credit", "Carte cadeau"])
def test_what_a_gift_card_paid_does_not_make_the_sale_smaller(tmp_path, header, sign):
    rows = (f"100.00,9.00,{sign}30.00,79.00", "50.00,5.00,0.00,55.00", f"80.00,7.20,{sign}20.00,67.20")
    landed = load(tmp_path, listed(f"Subtotal,Tax,{header},Total", *rows))
    assert (amounts(landed), "before_gift_card" in landed.codes()) == (["100.00", "50.00", "80.00"], True)


def test_a_gift_card_beside_a_discount_leaves_the_discount_off(tmp_path):
    rows = ("100.00,-10.00,0.00,90.00", "80.00,0.00,-30.00,50.00", "60.00,0.00,0.00,60.00")
    landed = load(tmp_path, listed("Subtotal,Discount,Gift card,Total", *rows))
    assert amounts(landed) == ["90.00", "80.00", "60.00"]


def test_a_gift_card_that_was_sold_is_a_sale(tmp_path):
    landed = load(tmp_path, listed("Gift card,Total", "50.00,50.00", "0.00,30.00"))
    assert amounts(landed) == ["50.00", "30.00"]


def test_loyalty_that_was_redeemed_is_a_discount(tmp_path):
    landed = load(tmp_path, listed("List price,Loyalty redeemed,Total", "79.00,-9.00,70.00", "55.00,0.00,55.00"))
    assert amounts(landed) == ["70.00", "55.00"]


@pytest.mark.parametrize("state", ["Pending", "Unclaimed", "Ausstehend", "En attente", "Denied"])
def test_a_payment_that_has_not_come_in_is_no_sale(tmp_path, state):
    landed = load(tmp_path, listed("Status,Gross,Fee,Net", "Completed,100.00,-3.00,97.00", f"{state},12.00,0.00,12.00"))
    assert (amounts(landed), landed.receipt.set_aside) == (["100.00"], {"not_a_sale": 1})


def test_an_invoice_that_is_pending_is_a_sale(tmp_path):
    assert amounts(load(tmp_path, listed("Status,Amount", "Paid,100.00", "Pending,12.00"))) == ["100.00", "12.00"]


def test_a_net_of_tax_beside_a_small_fee_is_the_sale(tmp_path):
    rows = ("121.00,1.50,100.00", "242.00,3.00,200.00", "60.50,1.00,50.00")
    assert amounts(load(tmp_path, listed("Gross,Fee,Net amount", *rows))) == ["100.00", "200.00", "50.00"]


def test_the_number_of_an_invoice_is_no_amount_beside_a_fee(tmp_path):
    landed = load(tmp_path, listed("Fee,Invoice No", "8000,INV-1", "6300,INV-2", "5200,INV-3"))
    assert amounts(landed) == ["8000.00", "6300.00", "5200.00"]


def test_a_tip_is_no_sale_whatever_else_the_total_holds(tmp_path):
    rows = ["45.00,0.00,3.26,8.00,56.26", "60.00,10.00,3.63,0.00,53.63", "85.00,0.00,6.16,12.00,103.16"]
    body = "".join(f"A-{n},2026-01-{n + 12},Ann {n},{row}\n" for n, row in enumerate(rows, 1))
    landed = load(tmp_path, "Appointment ID,Date,Client,Subtotal,Discount,Tax,Tip,Total\n" + body)
    assert amounts(landed) == ["45.00", "50.00", "85.00"]
