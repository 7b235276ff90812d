"""Parcels, projects, statuses of leads and both sides of a ledger: no customers, and no advice that would be wrong."""

import pytest

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import recognise


def refusal(headers: str, *rows: str) -> UnrecognisedSheet:
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise(headers.split(","), [row.split(",") for row in rows], name="list.csv")
    return raised.value


@pytest.mark.parametrize("header", ["Courier", "Tracking number", "Sendungsnummer"])
def test_a_list_of_parcels_is_no_list_of_leads(header):
    rows = [f"{n},2026-01-0{n},Ann {n},a{n}@example.com,X,Delivered" for n in range(1, 5)]
    said = refusal(f"Order ID,Date,Name,Email,{header},Status", *rows)
    assert "Orders" in said.what


def test_parcels_with_an_amount_are_sales():
    rows = [[str(n), f"2026-01-0{n}", f"Ann {n}", f"{n}0.50", f"TR{n}"] for n in range(1, 5)]
    assert recognise(["Order ID", "Date", "Name", "Total", "Tracking number"], rows).sheet_type == "orders"


def test_projects_of_clients_are_no_leads():
    rows = [f"Bathroom {n},Working on it,2026-01-0{n},Ann Kite,{n}000" for n in range(1, 5)]
    said = refusal("Name,Status,Date,Client,Budget", *rows)
    assert "looks most like Deals" in said.what and "stage_name" in said.fix


def test_people_who_can_be_reached_are_leads_beside_their_company():
    rows = [[f"Ann {n}", f"a{n}@x.com", f"2026-01-0{n}", f"Firm {'abcd'[n]}", "Web"] for n in range(4)]
    assert recognise(["Name", "Email", "Created at", "Client", "Lead source"], rows).sheet_type == "leads"


@pytest.mark.parametrize(("state", "is_asked"), [("Open - Not Contacted", True), ("Active", False)])
def test_statuses_of_leads_beside_their_source_are_asked_about(state, is_asked):
    headers = ["Company", "FirstName", "LastName", "Email", "LeadSource", "Status"]
    rows = [[f"Firm {n}", "Ann", f"Kite {n}", f"a{n}@x.com", "Web", state] for n in range(4)]
    if not is_asked:
        assert recognise(headers, rows).sheet_type == "customers"
        return
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise(headers, rows)
    assert "--as customers" in raised.value.fix


def test_both_sides_of_a_ledger_are_not_told_to_be_renamed():
    said = refusal("Date,Type,Num,Name,Account,Debit,Credit", "2026-01-05,Invoice,1,Ann,Sales,,225.00")
    assert "rename" not in said.fix and "invoices" in said.fix


def test_invoices_of_suppliers_are_told_as_what_was_bought():
    said = refusal("invoice_id,po_id,supplier_id,qty_invoiced,unit_cost,invoiced_at", "I1,P1,S1,260,18.90,2026-01-05")
    assert "buy" in said.fix and "qty_invoiced" not in said.fix
