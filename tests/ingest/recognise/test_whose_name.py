"""Beside the number of a customer the name is the one that goes with it, not who pays or who looks after many."""

import pytest

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import recognise

INVOICES = ("Purchase date", "Invoice #", "Patient no", "Patient", "Payer", "Total")
PEOPLE = ("Yusuf Kaya", "Ann Reed", "Tom Lane", "Eve Moss")


def visits(insured: bool = True) -> list[tuple]:
    """Each patient twice; the second visit is paid by an insurance where there is one."""
    return [
        (
            f"2026-03-{day:02}",
            str(5000 + day),
            f"P-{who}",
            PEOPLE[who],
            "BlueCare" if insured and day > 4 else PEOPLE[who],
            "22.00",
        )
        for day, who in zip(range(1, 9), [0, 1, 2, 3] * 2, strict=True)
    ]


def test_the_patient_and_not_who_pays_is_the_customer():
    found = recognise(INVOICES, visits())
    assert found.columns["Patient"] == "customer_name" and "Payer" not in found.columns


def test_a_payer_without_another_name_beside_stays_the_customer():
    headers = tuple(header for header in INVOICES if header != "Patient")
    rows = [(*row[:3], *row[4:]) for row in visits()]
    assert recognise(headers, rows).columns["Payer"] == "customer_name"


def sales(names: tuple[str, ...]) -> list[tuple]:
    return [(f"2026-03-{day:02}", str(10_000 + day), names[day % len(names)], "140.00") for day in range(1, 25)]


def test_whoever_looks_after_many_customers_is_none_of_them():
    headers = ("Rechnungsdatum", "Kundennr", "Ansprechpartner", "Betrag")
    staff = recognise(headers, sales(("Uwe Kern", "Ida Voss")))
    assert "Ansprechpartner" not in staff.columns and staff.columns["Kundennr"] == "customer_id"
    own = recognise(headers, sales(tuple(f"{one} {two}" for one in PEOPLE for two in "ABCDEFG")))
    assert own.columns["Ansprechpartner"] == "customer_name"


def test_a_list_of_numbers_and_staff_names_no_customers():
    headers = ("Kundennr", "Ansprechpartner", "Ort", "Telefon")
    rows = [(str(10_000 + n), ("Uwe Kern", "Ida Voss")[n % 2], "Kiel", f"0431 55{n:04}") for n in range(24)]
    with pytest.raises(UnrecognisedSheet) as said:
        recognise(headers, rows)
    assert "no column for name" in said.value.what


def test_a_firm_spelled_in_two_ways_is_not_called_by_its_contact():
    headers = ("Invoice date", "Invoice #", "Customer no", "Customer name", "Contact person", "Total")
    firms = ["Acme Ltd", "Bolt Ltd", "Cora Ltd", "Dyno Ltd"]
    rows = [
        (f"2026-03-{day:02}", str(5000 + day), f"C-{day % 4}", firms[day % 4], PEOPLE[day % 4], "140.00")
        for day in range(1, 25)
    ]
    spelled = [*rows[:-1], (*rows[-1][:3], "ACME Limited", *rows[-1][4:])]
    assert recognise(headers, spelled).columns["Customer name"] == "customer_name"
