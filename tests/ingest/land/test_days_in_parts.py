"""Days told in three cells, by their week, beside their weekday or behind the mark of a text."""

import pytest

from tests.ingest.land.landing import load


def days(landed) -> list[str]:
    return [str(day.date()) for (day,) in landed.rows("ordered_at")]


@pytest.mark.parametrize(
    ("headers", "rows"),
    [
        ("Year,Month,Day", ("2026,1,5", "2026,2,16")),
        ("Tag,Monat,Jahr", ("5,Jan,2026", "16,Februar,2026")),
        ("Jour,Mois,Année", ("05,janvier,2026", "16,février,2026")),
    ],
)
def test_a_day_in_three_columns_is_one_day(tmp_path, headers, rows):
    text = f"{headers},Customer,Amount\n" + "".join(f"{row},Ann,{n}0.50\n" for n, row in enumerate(rows, 1))
    assert days(load(tmp_path, text)) == ["2026-01-05", "2026-02-16"]


@pytest.mark.parametrize("row", ["2026,1,31,2", "2026,13,1,2", "26,1,5,2"], ids=["sold", "no month", "no century"])
def test_a_date_beside_year_month_and_day_is_the_day(tmp_path, row):
    text = f"Date,Year,Month,Day,Hour,Customer,Amount\n2026-03-04,{row},Ann,10.50\n2026-03-05,{row},Bob,20.50\n"
    assert days(load(tmp_path, text)) == ["2026-03-04", "2026-03-05"]


def test_a_day_that_no_month_has_is_set_aside(tmp_path):
    text = "Year,Month,Day,Customer,Amount\n2026,2,30,Ann,10.50\n2026,2,3,Bob,20.50\n"
    landed = load(tmp_path, text)
    assert (days(landed), landed.receipt.set_aside) == (["2026-02-03"], {"unread_required": 1})


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("When", ("2026-01-05 (Mon)", "2026-02-17 (Tue)")),
        ("Datum", ("05.01.2026, Mo", "17.02.2026, Di")),
        ("Date", ("'05/01/2026", "'17/02/2026")),
        ("Fecha", ("lunes 5 de enero de 2026", "martes, 17 de febrero de 2026")),
        ("Datum", ("05.01.2026", "17.02.2026")),
    ],
)
def test_what_stands_around_a_date_is_left_out(tmp_path, header, cells):
    text = f"{header};Kunde;Betrag\n" + "".join(f"{cell};Ann;10,50\n" for cell in cells)
    assert days(load(tmp_path, text)) == ["2026-01-05", "2026-02-17"]


def test_a_weekday_behind_its_date_tells_which_number_is_the_month(tmp_path):
    text = "Date;Kunde;Betrag\n05/01/2026 (Mon);Ann;10,50\n06/01/2026 (Tue);Bob;20,50\n"
    assert days(load(tmp_path, text)) == ["2026-01-05", "2026-01-06"]


def test_a_wrong_weekday_behind_its_date_is_told(tmp_path):
    text = "Date;Kunde;Betrag\n2026-01-05 (Fri);Ann;10,50\n2026-01-06 (Tue);Bob;20,50\n"
    assert "wrong_weekday" in load(tmp_path, text).codes()


@pytest.mark.parametrize(
    "cells", [("KW 02/2026", "KW 08/2026"), ("2. KW 2026", "8. KW 2026"), ("2026-W02", "2026-W08")]
)
def test_a_week_is_its_monday(tmp_path, cells):
    text = "Woche;Kunde;Betrag\n" + "".join(f"{cell};Ann;10,50\n" for cell in cells)
    assert days(load(tmp_path, text)) == ["2026-01-05", "2026-02-16"]


def test_weeks_without_a_year_are_refused(tmp_path):
    assert load(tmp_path, "Woche;Kunde;Betrag\nKW 2;Ann;10,50\nKW 8;Bob;20,50\n").receipt.error


def test_the_week_beside_a_date_is_not_the_day(tmp_path):
    text = "Woche;Datum;Kunde;Betrag\n2;05.01.2026;Ann;10,50\n8;17.02.2026;Bob;20,50\n"
    assert days(load(tmp_path, text)) == ["2026-01-05", "2026-02-17"]
