"""A list of what each pays again and again holds no payment: asked about, or kept as people and told."""

import pytest

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import recognise
from tests.ingest.land.landing import load

HEADERS = ("Full Name", "Email", "Plan", "Price", "Interval", "Status", "Created at")
PEOPLE = [
    (f"Ann {name}", f"{name}@example.com", "Reader", "$5.00", each, "Active", f"2025-0{number}-12")
    for number, (name, each) in enumerate(zip("ABCDEF", ["monthly", "yearly"] * 3, strict=True), 1)
]


def test_prices_of_running_subscriptions_are_asked_about():
    with pytest.raises(UnrecognisedSheet) as said:
        recognise(HEADERS, PEOPLE)
    assert "'Interval'" in said.value.what and "--as customers" in said.value.fix and "--as orders" in said.value.fix


@pytest.mark.parametrize("as_type", ["orders", "customers"])
def test_the_owners_word_settles_it(as_type):
    assert recognise(HEADERS, PEOPLE, as_type).sheet_type == as_type


@pytest.mark.parametrize("day", ["Order date", "Invoice date", "Bestelldatum", "Sold on"])
def test_subscriptions_with_the_day_of_their_sale_are_sales(day):
    assert recognise((*HEADERS[:-1], day), PEOPLE).sheet_type == "orders"


def test_whoever_paid_each_month_stands_there_each_time():
    paid = [(*row[:-1], f"2026-0{month}-01") for month in range(1, 5) for row in PEOPLE]
    assert recognise(HEADERS, paid).sheet_type == "orders"


def test_people_with_what_they_pay_each_month_are_kept_and_the_money_is_told(tmp_path):
    rows = "".join(f"Ann {name},{name}@example.com,Basic,29.00,2025-01-08\n" for name in "ABCDE")
    told = load(tmp_path, f"Customer,Email,Plan,MRR,Customer since\n{rows}", "subs.csv")
    assert told.receipt.sheet_type == "customers" and "recurring" in told.codes()


def test_fees_that_were_paid_are_sales_whatever_the_interval():
    headers = ("Member", "Email", "Plan", "Fee paid", "Payment interval", "Status", "Start date")
    assert recognise(headers, PEOPLE).sheet_type == "orders"
    with pytest.raises(UnrecognisedSheet):
        recognise(tuple("Price" if header == "Fee paid" else header for header in headers), PEOPLE)
