"""Amounts in several currencies are never added without a word, wherever in the file they stand."""

import pytest

from tests.ingest.land.landing import load

ORDERS = "Order no,Customer,Order date,Amount\n"


def told(landed) -> list[str]:
    return [warned.message for warned in landed.receipt.warnings if warned.code == "mixed_currencies"]


def rows(cell: str, count: int = 6_000) -> str:
    return "".join(f"{number},Ann,2026-01-05,{cell}\n" for number in range(1, count + 1))


def test_one_amount_in_another_currency_is_told_however_far_down_it_stands(tmp_path):
    last = "6001,Bob,2026-01-05,€20.00\n"
    for cell in ("$10.50", "10.50"):
        landed = load(tmp_path, ORDERS + rows(cell) + last + "6002,Bob,2026-01-05,$5\n")
        assert told(landed) == [
            "'Amount' holds amounts in $, €; the amounts were taken as they stand, nothing was converted."
        ]
        assert landed.receipt.rows_used == 6_002


def test_a_column_of_currency_codes_tells_that_the_amounts_differ(tmp_path):
    head = ORDERS.strip() + ",Currency\n"
    body = rows("10.50,EUR") + "6001,Bob,2026-01-05,20.00,usd\n"
    assert told(load(tmp_path, head + body)) == [
        "'Currency' names EUR, USD; the amounts were taken as they stand, nothing was converted."
    ]
    assert told(load(tmp_path, head + rows("10.50,EUR", 9))) == []


def test_amounts_that_the_tool_converted_are_in_one_currency(tmp_path):
    head = "id,Created (UTC),Customer Email,Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,"
    head += "Converted Currency,Status\n"
    body = "ch_1,2026-01-05 10:00,a@x.com,10,0,usd,9,0,eur,Paid\nch_2,2026-01-06 10:00,b@x.com,10,0,eur,10,0,eur,Paid\n"
    landed = load(tmp_path, head + body)
    assert landed.receipt.sums["revenue_amount"]["used"] == "19.00"
    assert told(landed) == []


def test_crowns_are_no_thousands(tmp_path):
    for cells in (("349,00 Kč", "1 250,50 Kč"), ("349,00 kč", "1 250,50 KČ"), ("349,00 Kč.", "1 250,50 Kč")):
        body = "".join(f"{n};Ann;2026-01-05;{cell}\n" for n, cell in enumerate(cells, 1))
        landed = load(tmp_path, ORDERS.replace(",", ";") + body)
        assert landed.receipt.sums["Amount"]["used"] == "1599.50"


def test_thousands_stay_thousands(tmp_path):
    body = "1,Ann,2026-01-05,2K\n2,Bob,2026-01-06,1.5k USD\n3,Cy,2026-01-07,0.2M\n"
    assert load(tmp_path, ORDERS + body).receipt.sums["Amount"]["used"] == "203500.00"


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        (("45 KEUR", "50 KEUR"), "95000.00"),
        (("1.5 Mkr", "2 Mkr"), "3500000.00"),
        (("45 kr", "50 KR"), "95.00"),
        (("12 500 Ft", "8 900 Ft"), "21400.00"),
        (("R$ 1.234,56", "R$ 99,90"), "1334.46"),
        (("1.234,50 TL", "99,00 TL"), "1333.50"),
        (("45 lei", "1.250,50 lei"), "1295.50"),
        (("45,00 лв", "1 250,50 лв"), "1295.50"),
        (("45 руб", "1 250 руб."), "1295.00"),
        (("12,500円", "800円"), "13300.00"),
        (("1,250.5 MAD", "45 MAD"), "1295.50"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_money_of_other_countries_is_read_with_its_scale(tmp_path, cells, total):
    body = "".join(f"{n};Ann;2026-01-05;{cell}\n" for n, cell in enumerate(cells, 1))
    assert load(tmp_path, ORDERS.replace(",", ";") + body).receipt.sums["Amount"]["used"] == total
