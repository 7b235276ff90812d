"""Which rows of a file are rows of the table, and what is kept of those that are not."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from analytics.ingest.read.table import Rows, Table
from tests.ingest.land.landing import land_table, load

SAMPLE = Path(__file__).parents[3] / "sample_data" / "files"
ORDERS = "Order no,Customer,Order date,Amount,Cost\n"


@pytest.mark.parametrize(
    "word",
    [
        "Total",
        "Grand Total",
        "Sub-total",
        "Summe",
        "Gesamt:",
        "Total for Ann",
        "Somme",
        "Totaal",
        "Ann Total",
        "Average",
    ],
)
def test_a_total_is_no_sale(tmp_path, word):
    landed = load(tmp_path, ORDERS + f"1,Ann,2026-01-05,10.00,4\n2,Bob,2026-01-06,20.00,5\n{word},,,30.00,9\n")
    assert (landed.receipt.rows_in, landed.receipt.rows_used, landed.receipt.set_aside) == (3, 2, {"total_row": 1})
    assert landed.receipt.sums["Amount"] == {"in": "60.00", "used": "30.00", "set_aside": "30.00"}
    assert landed.rejects()[0][:2] == (4, "total_row")


def test_a_company_named_total_is_a_customer(tmp_path):
    landed = load(tmp_path, ORDERS + "1,Total Roofing Inc,2026-01-05,10.00,4\n2,Total,2026-01-06,20.00,\n")
    assert landed.rows("customer_name") == [("Total Roofing Inc",), ("Total",)]


def test_a_total_among_customers_without_ids_is_set_aside(tmp_path):
    landed = load(tmp_path, "Name,Email,City,Buildings\nAnn,a@x.example,Bonn,2\nTotal,,,2\n", "customers.csv")
    assert (landed.rows("name"), landed.receipt.set_aside) == ([("Ann",)], {"total_row": 1})


def test_a_repeated_header_and_a_note_are_no_sales(tmp_path):
    headers = ("Order no", "Customer", "Order date", "Amount", "Cost")
    rows = [
        ("1", "Ann", "2026-01-05", "10.00", "4"),
        headers,
        ("2", "Bob", "2026-01-06", "20.00", "5"),
        ("Printed by Ann", None, None, None, None),
    ]
    landed = land_table(tmp_path, Table(None, 1, headers, 4, (), Rows(5, tuple(enumerate(rows, 2))), {}))
    assert landed.rows("order_id", "row_number") == [("1", 2), ("2", 4)]
    assert landed.rejects() == [
        (3, "repeated_header", "The header of the table stands here again."),
        (5, "note", "A line below the table."),
    ]


@pytest.mark.parametrize(
    ("row", "code", "reason"),
    [
        ("2,Bob,,20.00,5", "missing_required", "'Order date' is empty."),
        ("2,Bob,tomorrow,20.00,5", "unread_required", "'tomorrow' in 'Order date' cannot be read as a date."),
        ("2,Bob,2026-01-06,n/a,5", "missing_required", "'Amount' is empty."),
        ("2,,2026-01-06,20.00,5", "missing_required", "'Customer' is empty."),
    ],
)
def test_a_row_that_lacks_what_it_needs_is_set_aside_with_row_and_reason(tmp_path, row, code, reason):
    landed = load(tmp_path, ORDERS + f"1,Ann,2026-01-05,10.00,4\n{row}\n3,Cid,2026-01-07,5.00,1\n")
    assert landed.rejects() == [(3, code, reason)]
    assert landed.rows("order_id", "row_number") == [("1", 2), ("3", 4)]


def test_a_cell_that_cannot_be_read_is_kept_as_text_beside_its_row(tmp_path):
    landed = load(
        tmp_path, ORDERS + "1,Ann,2026-01-05,10.00,about 4\n2,Bob,2026-01-06,20.00,-\n3,Cid,2026-01-07,5.00,1\n"
    )
    assert landed.rows("cost_amount") == [(None,), (None,), (Decimal("1.00"),)]
    assert landed.unread() == [{"Cost": "about 4"}, None, None]
    assert "unread_cells" in landed.codes()


def test_names_that_look_like_nothing_are_names(tmp_path):
    landed = load(
        tmp_path, ORDERS + "1,NULL,2026-01-05,10.00,\n2,None,2026-01-06,20.00,\n3,None Ltd,2026-01-07,5.00,\n"
    )
    assert landed.rows("customer_name") == [("NULL",), ("None",), ("None Ltd",)]


def test_keys_and_postcodes_keep_their_zeros_and_numbers_stay_text(tmp_path):
    rows = (
        "Customer ID,Name,Email,Phone,Postcode\n"
        "007,Ann, Ann@X.Example ,0049 30 1234,01067\n1.23E+11,Bob,b@x.example,,'00501\n"
    )
    landed = load(tmp_path, rows, "customers.csv")
    assert landed.rows("customer_id", "email", "phone", "postcode") == [
        ("007", "ann@x.example", "0049 30 1234", "01067"),
        ("1.23E+11", "b@x.example", None, "00501"),
    ]
    assert "scientific_ids" in landed.codes()


def test_equal_rows_are_two_sales_and_a_made_key_is_the_same_each_time(tmp_path):
    rows = "Customer,Order date,Amount\nAnn,2026-01-05,10.00\nBob,2026-01-06,5.00\nAnn,2026-01-05,10.00\n"
    first, again = (
        load(tmp_path, text)
        for text in (rows, "Customer,Order date,Amount\nBob,2026-01-06,5.00\nAnn,2026-01-05,10.00\n")
    )
    ids = [key for (key,) in first.rows("order_id")]
    assert len(set(ids)) == 3 and ids[2] == f"{ids[0]}-2"
    assert [key for (key,) in again.rows("order_id")] == [ids[1], ids[0]]
    assert "key_made" in first.codes()


def test_a_person_without_an_id_is_known_by_mail_then_phone_then_name_and_place(tmp_path):
    rows = "Name,Email,Phone,City\nAnn,A@x.example,1,Bonn\nBob,,0228 123 456,Bonn\nCid,,,Bonn\n"
    landed = load(tmp_path, rows, "customers.csv")
    assert landed.rows("customer_id") == [("a@x.example",), ("tel 0228123456",), ("cid, bonn",)]


def test_semicolons_and_windows_1252(tmp_path):
    rows = (
        "Auftragsnummer;Kunde;Rechnungsdatum;Betrag\n"
        "1;Müller & Söhne;31.01.2026;1.234,56 €\n2;Groß;01.02.2026;(10,00)\n"
    )
    landed = load(tmp_path, rows.encode("windows-1252"))
    assert landed.rows("customer_name", "revenue_amount") == [
        ("Müller & Söhne", Decimal("1234.56")),
        ("Groß", Decimal("-10.00")),
    ]


def test_a_workbook_with_a_banner_and_a_total_row(tmp_path):
    landed = load(tmp_path, SAMPLE / "jobs-2026.xlsx")
    receipt = landed.receipt
    assert receipt.set_aside == {"total_row": 1}
    assert receipt.sums["Amount"]["used"] == receipt.sums["Amount"]["set_aside"]
    assert Decimal(receipt.sums["Amount"]["in"]) == 2 * Decimal(receipt.sums["Amount"]["used"])


def test_each_sheet_of_a_workbook_has_its_own_receipt(tmp_path):
    landed = load(tmp_path, SAMPLE / "feedback-and-referrals.xlsx")
    assert [(one.sheet, one.sheet_type, one.set_aside) for one in landed.receipts] == [
        ("Feedback", "feedback", {"total_row": 1}),
        ("Referrals", "referrals", {"total_row": 1}),
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("pipeline-2026-05-15.csv", date(2026, 5, 15)),
        ("deals_20260515.csv", date(2026, 5, 15)),
        ("Deals 15.05.2026.csv", date(2026, 5, 15)),
        ("deals 05-15-2026.csv", date(2026, 5, 15)),
        ("deals 05-06-2026.csv", date(2026, 3, 2)),
        ("deals.csv", date(2026, 3, 2)),
    ],
)
def test_deals_show_the_day_in_the_name_of_the_file_else_the_last_that_has_come(tmp_path, name, day):
    rows = (
        "Deal ID,Deal name,Owner,Amount,Stage,Created,Expected close\n1,Roof,Kim,10.00,Qualify,2026-03-02,2026-12-31\n"
    )
    assert load(tmp_path, rows, name).rows("snapshot_date") == [(day,)]


def test_one_column_per_action_makes_one_row_per_action_and_counts_the_money_once(tmp_path):
    rows = (
        "Channel,Month,Impressions,Clicks,Spend\n"
        "Ads,2026-01-01,100,7,50.00\nAds,2026-02-01,,9,60.00\nTotal,,100,16,110.00\n"
    )
    landed = load(tmp_path, rows, "campaign report.csv")
    assert landed.rows("action", "count", "spend_amount") == [
        ("impressions", 100, Decimal("50.00")),
        ("clicks", 7, None),
        ("clicks", 9, Decimal("60.00")),
    ]
    assert (landed.receipt.rows_in, landed.receipt.rows_used, landed.receipt.set_aside) == (3, 2, {"total_row": 1})
    assert landed.receipt.sums["Spend"] == {"in": "220.00", "set_aside": "110.00", "used": "110.00"}


def test_a_file_with_many_rows_keeps_their_order_and_its_odd_rows(tmp_path):
    count = 130_000
    rows = [f"{number},Ann,2026-01-05,1.00,2\n" for number in range(1, count + 1)]
    rows[99_999] = "100000,Ann,,1.00,2\n"
    rows[109_999] = '110000,Ann,2026-01-05,"1,000.00",-\n'
    landed = load(tmp_path, ORDERS + "".join(rows))
    assert landed.rejects() == [(100_001, "missing_required", "'Order date' is empty.")]
    assert landed.receipt.sums["Amount"] == {"in": "130999.00", "used": "130998.00", "set_aside": "1.00"}
    wrong = duckdb.read_parquet(str(landed.out / landed.receipt.parquet["orders"])).filter(
        "order_id::bigint + 1 <> row_number"
    )
    assert wrong.count("*").fetchall() == [(0,)]


def test_rows_that_follow_one_another_are_numbered_by_their_place(tmp_path):
    rows = [f"{number},Ann,2026-01-05,1.00,2\n" for number in range(1, 300_001)]
    landed = load(tmp_path, ORDERS + "".join(rows))
    found = duckdb.read_parquet(str(landed.out / landed.receipt.parquet["orders"]), file_row_number=True)
    assert found.filter("row_number is not null or order_id::bigint + 1 <> row_offset + file_row_number").count(
        "*"
    ).fetchall() == [(0,)]


def test_every_table_has_exactly_the_canonical_columns(tmp_path):
    landed = load(tmp_path, ORDERS + "1,Ann,2026-01-05,10.00,4\n")
    ddl = (Path(__file__).parents[3] / "analytics" / "canonical" / "orders.sql").read_text()
    connection = duckdb.connect()
    connection.execute(ddl)
    written = connection.read_parquet(str(landed.out / landed.receipt.parquet["orders"]))
    assert list(zip(written.columns, map(str, written.types), strict=True)) == [
        (name, kind) for name, kind, *_ in connection.execute("describe orders").fetchall()
    ]


def test_a_header_without_rows_says_so(tmp_path):
    landed = load(tmp_path, ORDERS)
    assert (landed.receipt.error["code"], landed.receipt.rows_in) == ("EmptyFile", 0)


def test_a_sheet_that_fits_no_type_says_what_to_do(tmp_path):
    landed = load(tmp_path, "Colour,Size,Weight\nred,1,2\nblue,3,4\n", "things.csv")
    assert landed.receipt.error["code"] == "UnrecognisedSheet"
    assert landed.receipt.rows_in == landed.receipt.rows_set_aside == 2
