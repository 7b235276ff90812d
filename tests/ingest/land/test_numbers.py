"""Money and numbers as people write them."""

from decimal import Decimal

import pytest

from analytics.ingest.clean.decimal_mark import NumberEvidence, number_format
from analytics.ingest.clean.format import COMMA, PLAIN, POINT
from tests.ingest.land.landing import column, load

POINT_VALUES = [
    ("1,234.56", "1234.56"),
    ("$1,200.00", "1200.00"),
    ("(1,234.00)", "-1234.00"),
    ("1,234.00-", "-1234.00"),
    ("-$5.00", "-5.00"),
    ("($5.00)", "-5.00"),
    ("USD 1,200.10", "1200.10"),
    ("1'234.50", "1234.50"),
    ("12,34,567.89", "1234567.89"),
    ("$141.56K", "141560.00"),
    ("1.5M", "1500000.00"),
    ("£0.99", "0.99"),
    ("1,234.00 CR", "-1234.00"),
    ("1,234.00 DR", "1234.00"),
    ("1 234.50", "1234.50"),
    ("\u22125.25", "-5.25"),
    (".5", "0.50"),
    ("$ 1,200.00 USD", "1200.00"),
    ("CHF 12.--", "12.00"),
]
COMMA_VALUES = [
    ("1.234,56", "1234.56"),
    ("1 234,50", "1234.50"),
    ("1\u202f234,50 €", "1234.50"),
    ("€ 12,-", "12.00"),
    ("12,- €", "12.00"),
    ("1.234.567,89 EUR", "1234567.89"),
    ("-0,5", "-0.50"),
    ("(3,25)", "-3.25"),
    ("2,5 Mio. €", "2500000.00"),
    ("1'234,50", "1234.50"),
    ("kr 1 200,50", "1200.50"),
    ("R$ 1.200,50", "1200.50"),
    ("7,25-", "-7.25"),
    ("1.200,00 zł", "1200.00"),
]


@pytest.mark.parametrize(("written", "read"), POINT_VALUES)
def test_money_with_a_decimal_point_is_read_to_the_cent(tmp_path, written, read):
    landed = load(tmp_path, column("Amount", [written, "10.25"]))
    assert landed.rows("revenue_amount") == [(Decimal(read),), (Decimal("10.25"),)]


@pytest.mark.parametrize(("written", "read"), COMMA_VALUES)
def test_money_with_a_decimal_comma_is_read_to_the_cent(tmp_path, written, read):
    landed = load(tmp_path, column("Amount", [written, "10,25"]))
    assert landed.rows("revenue_amount") == [(Decimal(read),), (Decimal("10.25"),)]


@pytest.mark.parametrize("written", ["12 apples", "1-2", "5/3/2026", "12.5.6", "ten", "1,23,4.5"])
def test_what_is_no_amount_is_set_aside_with_its_value(tmp_path, written):
    landed = load(tmp_path, column("Amount", ["10.25", written]))
    assert landed.rejects() == [(3, "unread_required", f"'{written}' in 'Amount' cannot be read as a number.")]


def test_one_telling_value_decides_for_the_whole_column(tmp_path):
    landed = load(tmp_path, column("Amount", ["1,234", "2,500", "0.75"]))
    assert landed.rows("revenue_amount") == [(Decimal("1234.00"),), (Decimal("2500.00"),), (Decimal("0.75"),)]
    assert "ambiguous_number" not in landed.codes()


def test_a_column_that_tells_nothing_follows_the_columns_beside_it(tmp_path):
    rows = "Order no;Customer;Order date;Amount;Cost\n1;Ann;2026-01-05;1.500;700,50\n2;Bob;2026-01-06;2.500;800,25\n"
    assert load(tmp_path, rows).rows("revenue_amount") == [(Decimal("1500.00"),), (Decimal("2500.00"),)]


def test_thousands_that_nothing_tells_are_read_as_thousands_and_said(tmp_path):
    landed = load(tmp_path, column("Amount", ["1,234", "2,500"]))
    assert landed.rows("revenue_amount") == [(Decimal("1234.00"),), (Decimal("2500.00"),)]
    (said,) = [warned.message for warned in landed.receipt.warnings if warned.code == "ambiguous_number"]
    assert "'1,234'" in said and "(1234)" in said


def test_amounts_finer_than_a_cent_are_rounded_and_said(tmp_path):
    landed = load(tmp_path, column("Amount", ["1.005", "10.25"]))
    assert landed.rows("revenue_amount") == [(Decimal("1.01"),), (Decimal("10.25"),)]
    assert "rounded" in landed.codes()


def test_two_currencies_in_a_column_are_said(tmp_path):
    landed = load(tmp_path, column("Amount", ["$10.00", "€10.00"]))
    assert "mixed_currencies" in landed.codes()


def test_large_amounts_keep_every_cent(tmp_path):
    landed = load(tmp_path, column("Amount", ["9007199254740993.11", "0.01"]))
    assert landed.receipt.sums["Amount"]["used"] == "9007199254740993.12"


def test_a_count_with_a_fraction_is_no_count(tmp_path):
    rows = "Customer ID,Name,Email,Buildings\n1,Ann,a@x.example,12\n2,Bob,b@x.example,2.5\n"
    landed = load(tmp_path, rows, "customers.csv")
    assert landed.rows("site_count") == [(12,), (None,)]
    assert landed.unread() == [None, {"Buildings": "2.5"}]


EVIDENCE = {
    "filled": 3,
    "plain": 0,
    "point": 3,
    "comma": 3,
    "point_only": 0,
    "comma_only": 0,
    "open_point": 0,
    "open_comma": 0,
    "long_whole": 0,
    "scientific": 0,
}


@pytest.mark.parametrize(
    ("told", "beside", "format"),
    [
        ({"point_only": 1, "open_comma": 2}, COMMA, POINT),
        ({"comma_only": 1, "open_point": 2, "plain": 2}, POINT, COMMA),
        ({"open_point": 3, "plain": 3}, None, COMMA),
        ({"open_point": 3, "plain": 3, "long_whole": 1}, None, PLAIN),
        ({"open_comma": 3}, COMMA, COMMA),
        ({"plain": 3}, None, PLAIN),
    ],
)
def test_the_decimal_mark_follows_the_evidence(told, beside, format):
    assert number_format(NumberEvidence(**(EVIDENCE | told)), beside, is_money=True) == format
