"""Hours at a rate: the sale is their product, and a rate beside anything else is no price."""

import pytest

from tests.ingest.land.landing import load


def amounts(landed) -> list[str]:
    return [str(amount) for (amount,) in landed.rows("revenue_amount")]


@pytest.mark.parametrize(
    "header", ["Date,Client,Task,Hours,Rate", "Datum,Kunde,Aufgabe,Stunden,Satz", "Date,Client,Tache,Heures,Taux"]
)
def test_a_row_counts_its_hours_times_the_rate(tmp_path, header):
    rows = "2026-01-05,Smith,Design,3,60\n2026-01-16,Jones,Build,4.5,75\n"
    landed = load(tmp_path, f"{header}\n{rows}", "list.csv")
    assert (landed.receipt.sheet_type, amounts(landed)) == ("orders", ["180.00", "337.50"])


def test_a_rate_beside_a_unit_price_fills_no_gap(tmp_path):
    landed = load(tmp_path, "Date,Client,Hours,Unit price,Rate\n2026-01-05,Ann,2,50,19\n2026-01-16,Bob,3,,19\n")
    assert amounts(landed)[0] == "100.00" and "57.00" not in amounts(landed)


@pytest.mark.parametrize("header", ["Date,Client,Qty,Rate", "Date,Client,Hours,Rate,Discount", "Date,Client,Rate"])
def test_a_rate_without_hours_or_with_a_discount_is_no_sale(tmp_path, header):
    cells = ",5" * (header.count(",") - 1)
    landed = load(tmp_path, f"{header}\n2026-01-05,Ann{cells}\n2026-01-16,Bob{cells}\n", "list.csv")
    assert landed.receipt.sheet_type != "orders"
