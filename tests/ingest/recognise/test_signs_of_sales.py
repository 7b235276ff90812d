"""What tells a list of sales from a list of people, and a list of deals from a list of sales."""

import pytest

from tests.ingest.land.landing import load


def doubled(columns: str, cells: list[str]) -> str:
    """Each of the people on two rows."""
    people = [f"P{number},p{number}@example.com" for number in range(6)]
    return columns + "\n" + "\n".join(f"{who},{each}" for who in people for each in cells) + "\n"


PEOPLE = [
    ("Customer name,Email,Date of birth,Credit limit", ["2015-01-06,100.00", "2017-02-06,100.00"]),
    ("Customer name,Email,Geburtsdatum,Kreditlimit", ["2015-01-06,100.00", "2017-02-06,100.00"]),
    ("Name,Email,Last visit,Balance", ["2026-01-06,40.00", "2026-02-06,30.00"]),
]


@pytest.mark.parametrize(("columns", "cells"), PEOPLE, ids=[columns for columns, _ in PEOPLE])
def test_days_and_amounts_of_a_person_are_no_sign_of_sales(tmp_path, columns, cells):
    assert load(tmp_path, doubled(columns, cells), "people.csv").receipt.sheet_type == "customers"


def test_people_who_come_again_beside_amounts_are_asked_about_with_the_reason(tmp_path):
    columns = "Name,Email,City,Date of birth,Whensoever,Howmuchever"
    text = doubled(columns, ["Ghent,1990-01-05,2026-01-06,40.50", "Ghent,1990-01-05,2026-02-06,30.50"])
    error = load(tmp_path, text, "list.csv").receipt.error
    assert "the same people come again beside amounts and dates" in error["what"]
    assert "'Whensoever'" in error["fix"]
    assert "birth" not in error["fix"]


@pytest.mark.parametrize("deal", ["Deal", "Deal name", "Opportunity", "Verkaufschance"])
def test_a_header_that_names_the_deal_outweighs_states_of_sales(tmp_path, deal):
    states = ["Paid", "Pending", "Delivered", "Scheduled"]
    rows = "".join(f"Roof {at},Sue,{state},{at}000,2026-0{at}-06\n" for at, state in enumerate(states, 1))
    receipt = load(tmp_path, f"{deal},Owner,Status,Amount,Close date\n{rows}").receipt
    assert (receipt.sheet_type, receipt.rows_used) == ("deals", 4)


def test_the_only_day_of_people_who_come_again_is_one_of_sales(tmp_path):
    text = doubled("Ime,Email,Datum,Znesek z DDV", ["2026-01-06,40.50", "2026-02-06,30.50"])
    error = load(tmp_path, text, "list.csv").receipt.error
    assert "the same people come again beside amounts and dates" in error["what"]
    assert "'Znesek z DDV'" in error["fix"]
    once = load(tmp_path, "\n".join(text.splitlines()[:1] + text.splitlines()[1::2]), "list.csv").receipt
    assert once.sheet_type == "leads"


def test_rentals_of_unknown_names_are_told_as_orders_and_not_as_leads(tmp_path):
    days = [f"V{n};Anna {n};0170 4000{n};0{n}.03.2026;{n}9.03.2026;{n};14,50;{n * 14.5:.2f}\n" for n in (2, 1, 2, 3, 2)]
    rows = "".join(days).replace(".50\n", ",50\n").replace(".00\n", ",00\n")
    text = f"Vertrag;Mieter;Telefon;von;bis;Tage;Preis/Tag;Mietpreis\n{rows}"
    error = load(tmp_path, text, "verleih.csv").receipt.error
    assert "looks most like Orders" in error["what"] and "'von'" in error["fix"]
