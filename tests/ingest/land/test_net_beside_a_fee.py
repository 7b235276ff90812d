"""Net beside a fee: what a payment service left of a sale, or the sale without tax. The rows show which."""

import pytest

from tests.ingest.land.landing import load

WITH_TAX = [
    ("Invoice,Date,Customer,Net,VAT,Total,Commission", "100.00,20.00,120.00,10.00"),
    ("Order,Date,Customer,Net amount,Tax,Total,Transaction fee", "100.00,20.00,120.00,3.50"),
    ("Facture,Date,Client,Montant net,TVA,Montant TTC,Frais", "100.00,20.00,120.00,10.00"),
    ("Rechnung,Datum,Kunde,Netto,MwSt,Brutto,Gebühr", "100.00,19.00,119.00,2.00"),
    ("Order,Date,Customer,Net,Tax,Gross,Fee", "100.00,20.00,120.00,20.00"),
]
OF_SERVICES = [
    ("Order,Date,Customer,Gross,Fee,Net", "120.00,-3.50,116.50"),
    ("Order,Date,Customer,Gross,Fee,Net,Sales tax", "120.00,-3.50,116.50,0.00"),
    ("Order,Date,Customer,Gross,Fee,Net", '"1,020.00",3,"1,017.00"'),
]


def amount(folder, header: str, cells: str) -> str:
    rows = "".join(f"{number},2026-01-{number},Ann {number},{cells}\n" for number in (15, 16, 17))
    return str(load(folder, f"{header}\n{rows}").rows("revenue_amount")[0][0])


@pytest.mark.parametrize(("header", "cells"), WITH_TAX, ids=[header for header, _ in WITH_TAX])
def test_beside_a_tax_the_net_amount_is_the_sale(tmp_path, header, cells):
    assert amount(tmp_path, header, cells) == "100.00"


@pytest.mark.parametrize(("header", "cells"), OF_SERVICES)
def test_what_a_payment_service_left_is_no_smaller_sale(tmp_path, header, cells):
    assert amount(tmp_path, header, cells) == ("1020.00" if "1,020" in cells else "120.00")


def test_net_that_is_not_gross_less_the_fee_is_the_sale(tmp_path):
    assert amount(tmp_path, "Order,Date,Customer,Gross,Fee,Net", "120.00,3.50,100.00") == "100.00"


@pytest.mark.parametrize(("header", "total"), [("Howmuchever", "150.00"), ("Age", "145.50")])
def test_what_is_net_and_its_fee_is_the_sale_whatever_its_name(tmp_path, header, total):
    gifts = ("100.00", "50.00") if header == "Howmuchever" else ("34.00", "51.00")
    rows = f"2026-01-05,Ann,{gifts[0]},3.00,97.00\n2026-01-06,Bob,{gifts[1]},1.50,48.50\n"
    landed = load(tmp_path, f"Date,Donor,{header},Fee,Net\n{rows}")
    assert str(sum(money for (money,) in landed.rows("revenue_amount"))) == total


def test_beside_a_promotion_that_tells_the_rest_nobody_paid_the_gross(tmp_path):
    assert amount(tmp_path, "Order,Date,Customer,Gross,Promo,Fee,Net", "120.00,40.00,5.00,75.00") == "75.00"
