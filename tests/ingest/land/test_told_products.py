"""An amount of no known name that is the product of two columns beside it is the amount of the row."""

import pytest

from tests.ingest.land.landing import load

HOURS = """Date,Client,User,Hours,Rate ($),Billable ($)
2026-03-02,Lind Ltd,Helen,0.50,180.00,90.00
2026-03-09,Mohr Ltd,Helen,1.50,240.00,360.00
2026-03-16,Lind Ltd,Dan,2.30,310.00,0.00
2026-03-23,Rey Ltd,Dan,2.30,310.00,713.00
2026-03-30,Mohr Ltd,Helen,0.20,180.00,36.00
"""
CZECH = """Číslo objednávky;Datum;Client;Množství;Cena;Částka
1;02.03.2026;Jana;2,5;120,00;300,00
2;13.03.2026;Petr;3;80,00;240,00
3;16.03.2026;Eva;1;95,50;95,50
4;23.03.2026;Jana;4;80,00;320,00
"""


def amounts(landed) -> list[float]:
    return [float(amount) for (amount,) in landed.rows("revenue_amount")]


def test_work_that_is_not_charged_counts_nothing_beside_hours_and_a_rate(tmp_path):
    landed = load(tmp_path, HOURS)
    assert amounts(landed) == [90.0, 360.0, 0.0, 713.0, 36.0]
    assert "told_product" in landed.codes()


def test_the_product_is_found_whatever_its_language_calls_it(tmp_path):
    assert amounts(load(tmp_path, CZECH)) == [300.0, 240.0, 95.5, 320.0]


def test_an_amount_that_is_no_product_on_some_row_is_not_taken_for_one(tmp_path):
    landed = load(tmp_path, HOURS.replace("713.00", "500.00"))
    assert amounts(landed) == [90.0, 360.0, 713.0, 713.0, 36.0]


def test_ten_per_cent_of_an_amount_make_no_product_of_it(tmp_path):
    rows = "".join(f"2026-03-{n:02},Ann,{n}200.00,10,{n}20.00\n" for n in range(11, 17))
    landed = load(tmp_path, f"Date,Client,Premium,Comm %,Kept\n{rows}")
    assert landed.receipt.error and "revenue_amount" in landed.receipt.error["what"]


@pytest.mark.parametrize("header", ["Reimbursement", "Labour cost", "Lohn", "Frais de remboursement", "Gastos"])
def test_what_the_firm_pays_itself_is_no_sale(tmp_path, header):
    landed = load(tmp_path, HOURS.replace("Billable ($)", header).replace("Rate", "Per hour"))
    assert "told_product" not in landed.codes()


def test_what_stands_on_the_shelves_is_not_told_as_orders(tmp_path):
    rows = "".join(f"S{n},Thing {n},{n + 3},{n}.50,{(n + 3) * (n + 0.5):.2f},2026-03-{n + 10}\n" for n in range(1, 9))
    landed = load(tmp_path, f"SKU,Name,On hand,Cost each,Stock value,Last counted\n{rows}", "stock.csv")
    assert landed.receipt.error and "Ordered at" not in landed.receipt.error["fix"]
