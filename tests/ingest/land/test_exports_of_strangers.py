"""Exports of tools and lists that nobody built for, each with what its owner knows of it: tests/spreadsheets/strangers.

The truths were written down by what made the files, not by what reads them: type, rows, the sum to the cent, the days.
"""

import json
from pathlib import Path

import duckdb
import pytest

from tests.ingest.land.landing import Landed, load

FOLDER = Path(__file__).parents[2] / "spreadsheets" / "strangers"
TRUTHS = json.loads((FOLDER / "truths.json").read_text(encoding="utf-8"))
MONEY = {"orders": "revenue_amount", "deals": "amount"}


def landed_rows(landed: Landed, table: str) -> duckdb.DuckDBPyRelation:
    """The rows of a table from all sheets of a file."""
    return duckdb.read_parquet([str(landed.out / one.parquet[table]) for one in landed.receipts if one.parquet])


def told(landed: Landed, truth: dict) -> dict:
    """What was read of everything that the truth speaks of."""
    used = [one for one in landed.receipts if one.error is None and truth.get("sheet") in (None, one.sheet)]
    table = truth["sheet_type"]
    assert {one.sheet_type for one in used} == {table}
    rows = landed_rows(landed, table)
    found = {"sheet_type": table, "sheet": truth.get("sheet")}
    found |= {name: sum(getattr(one, name) for one in used) for name in ("rows_used", "rows_set_aside")}
    if "sum" in truth:
        found["sum"] = str(rows.aggregate(f"sum({MONEY[table]})").fetchall()[0][0])
    if "first_day" in truth:
        days = rows.aggregate("min(ordered_at)::date, max(ordered_at)::date").fetchall()[0]
        found |= dict(zip(("first_day", "last_day"), map(str, days), strict=True))
    if "customers" in truth:
        found["customers"] = rows.aggregate("count(distinct customer_name)").fetchall()[0][0]
    return {name: value for name, value in found.items() if name in truth}


def test_every_file_has_its_truth():
    files = {path.name for path in FOLDER.iterdir() if path.suffix in (".csv", ".xlsx")}
    assert files == TRUTHS.keys()


@pytest.mark.parametrize("name", [name for name, truth in TRUTHS.items() if "refused" not in truth])
def test_an_export_of_a_stranger_is_read_as_its_owner_means_it(tmp_path, name):
    truth = TRUTHS[name]
    found, wanted = told(load(tmp_path, FOLDER / name), truth), dict(truth)
    if "sum" in wanted:
        assert float(found.pop("sum")) == pytest.approx(float(wanted.pop("sum")), abs=0.001)
    assert found == wanted


@pytest.mark.parametrize("name", [name for name, truth in TRUTHS.items() if "refused" in truth])
def test_a_file_without_sales_of_known_customers_is_refused_with_what_to_do(tmp_path, name):
    landed = load(tmp_path, FOLDER / name)
    assert all(one.error and one.error["what"] and one.error["fix"] for one in landed.receipts)


def test_a_list_of_payments_says_that_the_day_of_payment_was_taken(tmp_path):
    assert "dated_by_payment" in load(tmp_path, FOLDER / "gym_payments.csv").codes()


def test_the_total_below_each_group_of_a_report_is_told_as_a_total(tmp_path):
    rejects = load(tmp_path, FOLDER / "umsatz_nach_kunden.xlsx").rejects()
    assert {code for _, code, _ in rejects} == {"total_row"}


def test_an_empty_name_is_filled_only_where_the_groups_end_in_totals_of_that_name(tmp_path):
    rows = ["Ann,2026-01-05,10", ",2026-01-06,20", "Bob,2026-01-07,30", ",2026-01-08,40"]
    landed = load(tmp_path, "Customer,Date,Amount\n" + "\n".join(rows) + "\n")
    assert landed.receipt.set_aside == {"missing_required": 2}


def test_a_total_that_does_not_add_up_stays_and_is_told(tmp_path):
    lines = ["1,2026-01-05,Ann,Roof,100", "1,2026-01-05,Ann,Total,90", "2,2026-01-06,Bob,Roof,50"]
    landed = load(tmp_path, "Order no,Date,Customer,Item,Amount\n" + "\n".join(lines) + "\n")
    assert (landed.receipt.rows_used, "maybe_totals" in landed.codes()) == (3, True)


def test_a_direct_debit_above_zero_is_a_sale_and_below_zero_is_none(tmp_path):
    lines = ["1,2026-01-05,Ann,Abbuchung,100", "2,2026-01-06,Bob,Abbuchung,-90"]
    landed = load(tmp_path, "Order no,Date,Customer,Type,Amount\n" + "\n".join(lines) + "\n")
    assert (landed.rows("order_id"), landed.receipt.set_aside) == ([("1",)], {"not_a_sale": 1})


def test_rows_below_zero_that_are_called_no_refund_are_told(tmp_path):
    lines = ["1,2026-01-05,Ann,Sale,100", "2,2026-01-06,Bob,Adjustment,-90"]
    landed = load(tmp_path, "Order no,Date,Customer,Type,Amount\n" + "\n".join(lines) + "\n")
    assert (landed.receipt.rows_used, "below_zero" in landed.codes()) == (2, True)


def test_a_list_of_sales_under_unknown_headers_is_not_taken_for_customers(tmp_path):
    rows = [f"Ann,ann@example.com,2026-01-{day:02d},{day}.50" for day in range(1, 9)]
    landed = load(tmp_path, "Name,Email,Whensoever,Howmuchever\n" + "\n".join(rows) + "\n", "list.csv")
    assert "Orders" in landed.receipt.error["what"]


def test_shipping_between_subtotal_and_total_is_no_tax(tmp_path):
    rows = [f"{n},2026-01-{n:02d},Ann,{n * 10}.00,{n * 10 + 5}.00" for n in range(1, 7)]
    landed = load(tmp_path, "Order no,Date,Customer,Subtotal,Total\n" + "\n".join(rows) + "\n")
    assert landed.receipt.columns["Total"] == "revenue_amount"


def test_a_ditto_mark_is_the_customer_above(tmp_path):
    rows = [("Ann", 5), ('""""', 6), ("dito", 7), ("Bob", 8), ("-\u3003-", 9)]
    text = "".join(f"{who},2026-01-{day:02d},{day}.50\n" for who, day in rows)
    landed = load(tmp_path, "Customer,Date,Amount\n" + text)
    assert [name for (name,) in landed.rows("customer_name")] == ["Ann", "Ann", "Ann", "Bob", "Bob"]
    assert "ditto" in landed.codes()


@pytest.mark.parametrize(
    ("header", "scale"),
    [("Umsatz (T\u20ac)", "thousands"), ("Revenue ('000)", "thousands"), ("amount_cents", "cents")],
)
def test_amounts_in_thousands_or_cents_are_not_told_to_be_renamed(tmp_path, header, scale):
    error = load(tmp_path, f"Date,Customer,{header}\n2026-01-05,Ann,1.500\n2026-01-06,Bob,2.500\n").receipt.error
    assert f"is written in {scale}" in error["fix"] and "rename" not in error["fix"]


def test_a_column_called_by_the_sign_of_its_money_is_the_amount(tmp_path):
    landed = load(tmp_path, "Date,Customer,$\n2026-01-05,Ann,10.50\n2026-01-06,Bob,20\n")
    assert landed.receipt.columns["$"] == "revenue_amount"


def test_a_weekday_before_a_date_of_numbers_is_left_out(tmp_path):
    landed = load(tmp_path, "Datum;Kunde;Betrag\nMo, 05.01.2026;Ann;10,50\nFr, 16.01.2026;Bob;20,00\n")
    assert [str(day.date()) for (day,) in landed.rows("ordered_at")] == ["2026-01-05", "2026-01-16"]


def test_stages_that_are_all_done_stay_stages(tmp_path):
    rows = "".join(f"Roof {n},Ann,{n}00.00,Completed,2026-01-0{n}\n" for n in range(1, 5))
    landed = load(tmp_path, f"Deal name,Company,Deal value,Deal stage,Created\n{rows}", "list.csv")
    assert landed.receipt.sheet_type == "deals"


def listed(header: str, *rows: str) -> str:
    """An orders file of one customer a row, with one more column."""
    lines = (f"{n},2026-01-{n:02d},Ann {n},{n * 10}.50,{cell}" for n, cell in enumerate(rows, 1))
    return f"Order no,Date,Customer,Amount,{header}\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(("header", "yes", "no"), [("Refunded", "yes", "no"), ("Refunded?", "1", "0")])
def test_a_sale_that_was_refunded_counts_nothing_and_is_no_loss(tmp_path, header, yes, no):
    landed = load(tmp_path, listed(header, no, yes, no, no))
    assert landed.receipt.set_aside == {"refunded": 1}
    assert [str(money) for (money,) in landed.rows("revenue_amount")] == ["10.50", "30.50", "40.50"]


def test_one_piece_that_was_returned_leaves_its_sale(tmp_path):
    assert load(tmp_path, listed("Returned", "0", "1", "2", "0")).receipt.set_aside == {}


@pytest.mark.parametrize(
    ("header", "cells", "amounts"),
    [
        ("Gutschrift", ("", "5.25", "", ""), ["10.50", "15.25", "30.50", "40.50"]),
        ("Gutschrift", ("", "1001", "1002", ""), ["10.50", "20.50", "30.50", "40.50"]),
        ("Credit", ("10.50", "", "30.50", ""), ["10.50", "20.50", "30.50", "40.50"]),
        ("Returns", ("1.00", "0.00", "2.00", "0.00"), ["10.50", "20.50", "30.50", "40.50"]),
    ],
    ids=["an amount", "a number", "paid by card", "pieces"],
)
def test_a_credit_note_is_taken_off_where_its_amount_is_told(tmp_path, header, cells, amounts):
    landed = load(tmp_path, listed(header, *cells))
    assert [str(money) for (money,) in landed.rows("revenue_amount")] == amounts


def test_a_name_that_leads_to_a_page_is_the_name(tmp_path):
    rows = [f"Meier (1990) (https://pages.example/{n}?pvs=21),2026-01-{n:02d},{n}0.50" for n in range(1, 5)]
    landed = load(tmp_path, "Client,Date,Amount\n" + "\n".join(rows) + "\n")
    assert set(landed.rows("customer_name")) == {("Meier (1990)",)}


def test_a_name_that_is_a_link_alone_stays(tmp_path):
    landed = load(
        tmp_path, "Client,Date,Amount\n(https://a.example),2026-01-05,10.50\nB (https://b.example),2026-01-06,1.50\n"
    )
    assert landed.rows("customer_name") == [("(https://a.example)",), ("B",)]


@pytest.mark.parametrize("asked", ["En una escala del 0 al 10, ¿nos recomendaría?", "Hola, en una escala del 0 al 10"])
def test_a_question_that_begins_with_a_word_of_greetings_is_known(tmp_path, asked):
    text = f'Marca temporal,Nombre,"{asked}"\n2026-01-05 10:00,Ana Ruiz,9\n2026-01-06 10:00,Luis Gil,7\n'
    landed = load(tmp_path, text, "encuesta.csv")
    assert (landed.receipt.sheet_type, landed.receipt.rows_used) == ("feedback", 2)


def test_yes_and_no_are_no_names(tmp_path):
    rows = [f"X{n},{'Oui' if n % 2 else 'Non'},Ann {n},{n}0.50,2026-01-{n:02d}" for n in range(1, 9)]
    landed = load(tmp_path, "Référence,Nouveau client,Client,Total,Date\n" + "\n".join(rows) + "\n", "list.csv")
    assert landed.receipt.sheet_type == "orders"


def test_sales_that_all_name_one_address_are_told(tmp_path):
    rows = [f"me@example.com,2026-01-{n:02d},{n}0.50" for n in range(1, 12)]
    assert "one_customer" in load(tmp_path, "Email,Date,Amount\n" + "\n".join(rows) + "\n").codes()


def test_sales_of_nobody_in_particular_are_told(tmp_path):
    text = "Customer,Date,Amount\nWalk-in,2026-01-05,10.50\nAnn,2026-01-06,20.50\nWalk-in,2026-01-07,30.50\n"
    landed = load(tmp_path, text)
    assert (landed.receipt.rows_used, "nobody_named" in landed.codes()) == (3, True)


@pytest.mark.parametrize(
    ("last_day", "state", "sheet_type"),
    [("Gültig bis", "Abgelehnt", "deals"), ("Gültig bis", "Verloren", "orders"), ("Fällig am", "Bezahlt", "orders")],
    ids=["offers", "cards", "invoices"],
)
def test_offers_are_told_by_a_last_day_and_those_turned_down(tmp_path, last_day, state, sheet_type):
    rows = [
        f"{n};Dach {n};Ann {n};0{n}.01.2026;0{n}.02.2026;{state if n % 2 else 'Offen'};{n}0,50" for n in range(1, 9)
    ]
    text = f"Nr.;Titel;Kontakt;Datum;{last_day};Status;Total CHF\n" + "\n".join(rows) + "\n"
    assert load(tmp_path, text, "list.csv").receipt.sheet_type == sheet_type


def test_vouchers_of_which_a_payment_was_refused_are_sales(tmp_path):
    rows = [f"{n};0{n}.01.2026;Ann {n};{n}0,50;31.12.2026;{'bezahlt' if n % 2 else 'abgelehnt'}" for n in range(1, 5)]
    receipt = load(tmp_path, "Nr;Datum;Kunde;Betrag;Gültig bis;Status\n" + "\n".join(rows) + "\n", "list.csv").receipt
    assert (receipt.sheet_type, receipt.rows_used) == ("orders", 2)


@pytest.mark.parametrize(("second", "total"), [("GBP", "110.50"), ("USD", "210.50")], ids=["two", "one"])
def test_of_amounts_in_several_currencies_the_one_in_a_single_currency_counts(tmp_path, second, total):
    rows = ["2026-01-05,Ann,100.50,60.50,USD", f"2026-01-06,Bob,110.00,50.00,{second}"]
    landed = load(tmp_path, "Date,Customer,Amount,Amount (EUR),Currency\n" + "\n".join(rows) + "\n")
    assert str(sum(money for (money,) in landed.rows("revenue_amount"))) == total


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Soll/Haben-Kennzeichen", ("S", "S", "H", "S")),
        ("Dr/Cr", ("Debit", "Credit", "Debit", "Debit")),
        ("Debe/Haber", ("Haber", "Debe", "Haber", "Haber")),
        ("Af Bij", ("Bij", "Bij", "Af", "Bij")),
    ],
    ids=["german", "english", "spanish", "dutch"],
)
def test_amounts_on_two_sides_of_a_ledger_are_asked_about(tmp_path, header, cells):
    error = load(tmp_path, listed(header, *cells)).receipt.error
    assert "minus" in error["fix"]


def test_sides_beside_the_kind_of_document_are_not_asked_about(tmp_path):
    landed = load(tmp_path, listed("D/C,Document type", "D,Invoice", "C,Credit note", "D,Invoice"))
    assert [str(money) for (money,) in landed.rows("revenue_amount")] == ["10.50", "-20.50", "30.50"]


def test_the_commission_of_a_small_team_is_not_asked_about(tmp_path):
    landed = load(tmp_path, listed("Verkäufer,Provision", "Max,1.00", "Pia,2.00", "Max,3.00"))
    assert landed.receipt.rows_used == 3


def test_amounts_that_all_stand_on_one_side_count(tmp_path):
    assert load(tmp_path, listed("Soll/Haben-Kennzeichen", "S", "S", "S", "S")).receipt.rows_used == 4


@pytest.mark.parametrize(("seller", "is_asked"), [("Seller", True), ("Salesperson", False)])
def test_a_commission_beside_sellers_is_asked_about(tmp_path, seller, is_asked):
    rows = [f"Ann {n},Bob {n},2026-01-{n:02d},{n}00000.00,2.0%,{n}000.00" for n in range(1, 6)]
    header = f"Buyer,{seller},Completion date,Sale price,Commission %,Commission"
    error = load(tmp_path, header + "\n" + "\n".join(rows) + "\n").receipt.error
    assert bool(error and "Commission" in error["fix"]) == is_asked


def test_days_without_a_year_are_named_as_what_cannot_be_read(tmp_path):
    error = load(tmp_path, "Datum;Kunde;Betrag\n" + "05.01.;Ann;10,50\n" * 4).receipt.error
    assert "'05.01.'" in error["fix"] and "year" in error["fix"]


def test_a_list_that_does_not_say_who_bought_is_told_what_would_do(tmp_path):
    error = load(tmp_path, "Date,Receipt number,Total\n2026-01-05,1,10.50\n2026-01-06,2,20.50\n").receipt.error
    assert "customer_name, email or phone" in error["what"] and "'Customer'" in error["fix"]


def test_billable_hours_count_before_all_hours(tmp_path):
    text = "Date,Client,Hours,Billable hours,Rate\n2026-01-05,Ann,2.0,1.5,60.00\n2026-01-06,Bob,3.0,3.0,60.00\n"
    assert [str(money) for (money,) in load(tmp_path, text).rows("revenue_amount")] == ["90.00", "180.00"]
