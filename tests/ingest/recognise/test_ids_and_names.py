"""A header that may stand for an id and for a name ("Lead", "Kunde"): what its cells are decides."""

import pytest

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import recognise

NAMED = ["Ann Lee", "Bob Ray", "Cleo Katz", "Acme"]
NUMBERED = ["L-001", "L-002", "L-003", "L-004"]


def recognised(header: str, cells: list[str], name: str = "leads.csv"):
    rows = [[cell, f"p{n}@example.com", f"2026-01-1{n}", "Fair", "open"] for n, cell in enumerate(cells)]
    return recognise([header, "E-mail", "Date", "Source", "Status"], rows, name=name)


@pytest.mark.parametrize("header", ["Lead", "Kunde", "Client", "Contact", "Klant", "Cliente"])
def test_names_under_a_header_for_a_person_are_the_name(header):
    found = recognised(header, NAMED)
    assert (found.sheet_type, found.columns[header]) == ("leads", "name")


def test_numbers_under_lead_are_its_id_and_the_name_is_the_e_mail():
    found = recognised("Lead", NUMBERED)
    assert (found.columns["Lead"], found.columns["E-mail"], found.derived["name"]) == ("lead_id", "email", "E-mail")


def test_names_under_lead_are_whom_a_pipeline_is_about():
    rows = [[cell, "Offer", f"{n}00", "Max", "2026-01-05"] for n, cell in enumerate(NAMED, 1)]
    found = recognise(["Lead", "Stage", "Amount", "Owner", "Created"], rows)
    assert (found.sheet_type, found.columns["Lead"], found.derived["name"]) == ("deals", "company", "Lead")


def test_scores_of_a_contact_are_feedback():
    rows = [[cell, f"{n + 6}", "2026-01-05"] for n, cell in enumerate(NAMED)]
    found = recognise(["Contact", "Score", "Date"], rows)
    assert (found.sheet_type, found.columns["Contact"]) == ("feedback", "customer_name")


@pytest.mark.parametrize("other", ["Amount", "Note"])
def test_a_lead_and_a_day_beside_more_are_no_list_of_leads(other):
    rows = [[cell, f"2026-01-1{n}", f"{n}0", "call"] for n, cell in enumerate(NAMED, 1)]
    with pytest.raises(UnrecognisedSheet):
        recognise(["Lead", "Date", other, "Type"], rows)


def test_a_customer_a_day_and_a_product_are_no_list_of_leads():
    rows = [[f"2026-01-1{n}", cell, "Lamp", "open"] for n, cell in enumerate(NAMED, 1)]
    with pytest.raises(UnrecognisedSheet):
        recognise(["Date", "Customer", "Product", "Status"], rows)


def test_a_list_that_names_opportunities_is_no_list_of_leads():
    rows = [["Roof", cell, f"p{n}@example.com", "New", f"2026-01-1{n}"] for n, cell in enumerate(NAMED, 1)]
    with pytest.raises(UnrecognisedSheet, match="Deals"):
        recognise(["Opportunity", "Customer", "Email", "Stage", "Created on"], rows)


@pytest.mark.parametrize("header", ["Deal", "Opportunity", "Deal name"])
@pytest.mark.parametrize("cells", [["Roof", "", "Solar", ""], ["yes", "no", "no", "yes"], ["", "", "", ""]])
def test_a_deal_behind_the_name_is_one_more_thing_known_of_a_lead(header, cells):
    rows = [[name, f"p{n}@x.com", "Fair", "new", f"2026-01-1{n}", cells[n]] for n, name in enumerate(NAMED)]
    assert (
        recognise(["Name", "Email", "Source", "Status", "Created", header], rows, name="leads.csv").sheet_type
        == "leads"
    )


def test_a_list_that_names_opportunities_is_no_list_of_customers():
    rows = [["Roof", name, f"p{n}@x.com", "Fair", f"2026-01-1{n}"] for n, name in enumerate(NAMED)]
    with pytest.raises(UnrecognisedSheet):
        recognise(["Opportunity", "Name", "Email", "Source", "Created"], rows)


@pytest.mark.parametrize("header", ["Deal", "Opportunity"])
def test_customers_with_a_deal_are_customers(header):
    rows = [[name, f"p{n}@x.com", "Ulm", "yes"] for n, name in enumerate(NAMED)]
    assert recognise(["Customer", "Email", "City", header], rows).sheet_type == "customers"


def test_an_email_is_known_by_its_name_before_its_cells():
    rows = [["2026-01-0" + str(n), "kim@shop.example", f"Ann {n}", f"ann{n}@example.com", "10.50"] for n in range(1, 5)]
    found = recognise(["Date", "Staff email", "Customer", "Email", "Amount"], rows)
    assert found.columns["Email"] == "email" and "Staff email" not in found.columns


@pytest.mark.parametrize(
    ("header", "column"),
    [("Kundin/Kunde", "customer_name"), ("Fecha entrega", "ordered_at"), ("Date facturation", "ordered_at")],
)
def test_two_names_in_one_and_names_without_small_words_are_known(header, column):
    other = {"customer_name": ("Fecha", "2026-01-05"), "ordered_at": ("Cliente", "Ana Ruiz")}[column]
    cell = {"customer_name": "Ana Ruiz", "ordered_at": "2026-01-05"}[column]
    assert recognise([header, other[0], "Importe"], [[cell, other[1], "10.50"]] * 3).columns[header] == column


NUMBERS_OF_BUYERS = ["Patient-Nr.", "Patienten-Nr.", "Pat.-Nr.", "Mitgliedsnr.", "Schüler-Nr.", "N° élève", "Lidnr."]


@pytest.mark.parametrize("header", [*NUMBERS_OF_BUYERS, "Member code", "Numéro de patient"])
def test_the_number_of_whoever_buys_is_their_id_beside_a_name(header):
    rows = [[f"{n}", "Huber, Anna", "Massage", f"0{n}.03.2026", "28,00"] for n in range(1, 5)]
    found = recognise([header, "Patient", "Leistung", "Datum", "Betrag"], rows, name="Termine.csv")
    assert (found.sheet_type, found.columns[header], found.columns["Patient"]) == (
        "orders",
        "customer_id",
        "customer_name",
    )


def test_a_list_of_patients_with_their_numbers_is_one_of_customers():
    rows = [[f"{n}", "Huber", "Anna", "0711/12345", "AOK"] for n in range(1, 5)]
    found = recognise(["Patient-Nr.", "Name", "Vorname", "Telefon", "Krankenkasse"], rows, name="Liste.csv")
    assert (found.sheet_type, found.columns["Patient-Nr."]) == ("customers", "customer_id")


@pytest.mark.parametrize("header", ["Number of members", "Anzahl Patienten"])
def test_how_many_there_were_is_nobodys_number(header):
    rows = [[f"{n}", "Anna Huber", "Dinner", f"0{n}.03.2026", "28,00"] for n in range(1, 5)]
    found = recognise([header, "Customer", "Product", "Date", "Amount"], rows, name="orders.csv")
    assert found.columns.get(header) != "customer_id"
