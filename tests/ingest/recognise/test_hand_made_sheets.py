"""Sheets that people type themselves, in five languages."""

import pytest

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import recognise
from analytics.ingest.recognise.known import sheet_types

HAND_MADE = [
    ("Customer,Date,Amount", "orders", {"customer_name", "ordered_at", "revenue_amount"}),
    ("Name,Date,Amount", "orders", {"customer_name", "ordered_at", "revenue_amount"}),
    ("Kunde;Datum;Betrag (EUR)", "orders", {"customer_name", "ordered_at", "revenue_amount"}),
    ("Client;Date;Montant HT;Prestation", "orders", {"customer_name", "ordered_at", "revenue_amount", "product"}),
    ("Cliente;Fecha;Importe;Nº factura", "orders", {"customer_name", "ordered_at", "revenue_amount", "order_id"}),
    ("Klant;Datum;Bedrag;Omschrijving", "orders", {"customer_name", "ordered_at", "revenue_amount", "product"}),
    (
        "Rechnungsnr.;Kundennr.;Rechnungsdatum;Netto",
        "orders",
        {"order_id", "customer_id", "ordered_at", "revenue_amount"},
    ),
    ("Name,Email,Phone", "customers", {"name", "email", "phone"}),
    ("Kunden-Nr.;Firma;Straße;PLZ;Ort", "customers", {"customer_id", "name", "street", "postcode", "city"}),
    ("Lead,Company,Phone,Source,Created", "leads", {"lead_id", "name", "phone", "path", "created_at"}),
    ("Email,Date,Score,Comment", "feedback", {"email", "given_at", "score", "comment"}),
    ("Salesperson,Month,Quota", "quotas", {"owner", "period_start", "quota_amount"}),
    ("Referred by,Referred,Date", "referrals", {"referrer", "referred", "given_at"}),
    ("Deal ID,Date,Kind,Outcome,Note", "interactions", {"deal_id", "happened_at", "kind", "outcome", "note"}),
    ("Deal ID,Stage,Entered", "stage_changes", {"deal_id", "stage_name", "entered_at"}),
    ("Person,Date,Path,Link,Action", "touches", {"person", "happened_at", "path", "link", "action"}),
    ("Deal name,Stage,Amount,Owner", "deals", {"name", "stage_name", "amount", "owner"}),
]


@pytest.mark.parametrize(("line", "sheet_type", "columns"), HAND_MADE, ids=[line for line, _, _ in HAND_MADE])
def test_a_hand_made_sheet_is_recognised_by_its_headers_alone(line, sheet_type, columns):
    found = recognise(headers_of(line), [])
    assert found.sheet_type == sheet_type
    assert set(found.columns.values()) == columns


@pytest.mark.parametrize("kind", sheet_types().values(), ids=lambda kind: kind.name)
def test_every_canonical_name_is_accepted_as_its_own_header(kind):
    headers = [column.name for column in kind.columns]
    found = recognise(headers, [])
    assert found.sheet_type == kind.name
    assert found.columns == {name: name for name in headers}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Name,SKU,Stock,Price", "Orders"),
        ("foo,bar,baz", "no header that is known"),
        ("Name,Email,Phone,City,Created", "fits Customers and Leads equally well"),
        ("Customer,When was it,How much", "has no column for"),
        (",,", "has no header row"),
    ],
)
def test_an_unknown_or_ambiguous_sheet_is_never_guessed(line, said):
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise(headers_of(line), [])
    assert said in raised.value.what
    assert raised.value.fix


def test_the_file_name_decides_between_types_that_fit_equally_well():
    headers = headers_of("Name,Email,Phone,City,Created")
    assert recognise(headers, [], name="customers 2026.csv").sheet_type == "customers"
    assert recognise(headers, [], name="Leads.xlsx").sheet_type == "leads"


def test_a_missing_column_is_named_with_the_nearest_header():
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise(["Customer", "Date", "Amounnnt paid in"], [], as_type="orders")
    assert "revenue_amount" in raised.value.what
    assert "'Amounnnt paid in'" in raised.value.fix


def headers_of(line: str) -> list[str]:
    return line.split(";" if ";" in line else ",")
