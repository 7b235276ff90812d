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


@pytest.mark.parametrize(
    ("line", "title", "lacks"),
    [
        ("Order ID,Customer", "Orders", "ordered_at and revenue_amount"),
        ("Deal ID,Name,Email,Owner,Stage,Created", "Deals", "amount"),
        ("Deal ID,Name,Email,Owner,Amount,Created", "Deals", "stage_name"),
        ("Lead ID,Name,Company,Email,Status", "Leads", "created_at"),
        ("Customer ID,Email,Score", "Feedback", "given_at"),
        ("Email,Path,Link,Owner", "Touches", "happened_at"),
        ("Email,Date,Link,Owner", "Touches", "path"),
        ("Customer,Amount", "Orders", "ordered_at"),
        ("Customer,Email,Amount,Product", "Orders", "ordered_at"),
    ],
)
def test_a_sheet_that_holds_the_mark_of_another_type_is_refused_naming_what_that_lacks(line, title, lacks):
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise(headers_of(line), [])
    assert f"looks most like {title}" in raised.value.what
    assert f"has no column for {lacks}." in raised.value.what
    assert "--as" in raised.value.fix


@pytest.mark.parametrize("line", ["Customer,Date", "Customer,Comment", "Customer,Total"])
def test_a_name_beside_something_else_is_no_list_of_customers(line):
    with pytest.raises(UnrecognisedSheet):
        recognise(headers_of(line), [])


@pytest.mark.parametrize("line", ["Customer", "Name,City,Total spent", "Customer,Town,Notes", "Name,Phone"])
def test_a_short_list_of_customers_is_one(line):
    assert recognise(headers_of(line), []).sheet_type == "customers"


def test_the_user_may_say_that_such_a_sheet_is_the_lesser_type_all_the_same():
    assert recognise(["Order ID", "Customer"], [], as_type="customers").columns == {"Customer": "name"}


REQUIRED = [
    (kind.name, column)
    for kind in sheet_types().values()
    for column in kind.required
    if column not in kind.derived and kind.name != "customers"
]


@pytest.mark.parametrize(("name", "left_out"), REQUIRED)
def test_a_sheet_without_a_required_column_is_never_taken_for_its_type(name, left_out):
    kind = sheet_types()[name]
    headers = [column.name for column in kind.columns if column.name != left_out]
    try:
        found = recognise(headers, [])
    except UnrecognisedSheet as refused:
        assert refused.what and refused.fix
    else:
        assert found.missing == () and left_out in found.derived or found.sheet_type != name
        assert not [match for match in found.matches if match.header in kind.made and match.column is None]


def test_a_sheet_without_a_header_shows_its_first_row():
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise([], [("Colour", "Weather"), ("red", "rain"), ("blue", "sun")])
    assert "Its first row: 'Colour', 'Weather'." in raised.value.what
    assert "Orders: ordered_at, revenue_amount" in raised.value.fix


def test_a_sheet_without_a_header_names_the_type_that_its_first_row_is_nearest_to():
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise([], [("Order ID", "Customer", "Weather"), ("red", "rain", "sun")])
    assert "nearest to Orders" in raised.value.what
    assert "lacks ordered_at and revenue_amount" in raised.value.what


@pytest.mark.parametrize("part", ["Marge", "Preis/kg", "Preis pro Stunde", "Balance", "Code"])
def test_what_is_no_amount_of_a_sale_is_not_told_to_be_renamed_to_one(part):
    cell = "X1-Y2" if part == "Code" else "12,50"
    rows = [[f"{n}", f"0{n}.01.2026", "Ann", cell] for n in range(1, 6)]
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise(["Auftrag", "Datum", "Kunde", part], rows)
    assert "For revenue_amount: Name that column" in raised.value.fix


def test_a_column_of_amounts_is_told_to_be_renamed():
    rows = [[f"{n}", f"0{n}.01.2026", "Ann", "12,50", "3,10"] for n in range(1, 6)]
    with pytest.raises(UnrecognisedSheet) as raised:
        recognise(["Auftrag", "Datum", "Kunde", "Betragg final", "Marge"], rows)
    assert "If 'Betragg final' is meant, rename it to 'Revenue amount'." in raised.value.fix
