"""The name of a weekday before a date is left out; the name of a month, or of a room, is not."""

import pytest

from analytics.ingest.clean.weekdays import DAYS, NAMES, weekday_number, without_weekday
from analytics.ingest.land.source import connect
from analytics.ingest.recognise.cell_looks import is_date
from tests.ingest.land.landing import load

MONTHS_FIRST = (
    "Jan 15, 2025",
    "Mar 3 2025",
    "March 3, 2025",
    "Mar 3, 2025 10:15 AM",
    "Sept. 5, 2025",
    "Jan 2025",
    "Jan 1st, 2025",
    "KW 12/2025",
)
WITH_WEEKDAY = ("Mo, 15.01.2025", "Wed 15 Jan 2025", "lundi 3 mars 2025", "Wed, Jan 15, 2025", "mar 04/03/2025")


@pytest.mark.parametrize("cell", MONTHS_FIRST + WITH_WEEKDAY)
def test_a_date_with_a_word_before_its_numbers_is_a_date(cell):
    assert is_date(cell)


@pytest.mark.parametrize("cell", ["Room 12.5.20", "Flat 1-2-3", "Suite 12/05/2020"])
def test_a_name_before_numbers_is_no_date(cell):
    assert not is_date(cell)


@pytest.mark.parametrize("cell", ["Jan 15, 2025", "Mar 3, 2025", "Mar 20, 2025 10:15 AM"])
def test_a_file_of_days_whose_month_comes_first_is_read(tmp_path, cell):
    landed = load(tmp_path, f'Date,Customer,Amount\n"{cell}",Ann,40\n"Feb 3, 2025",Bob,35\n')
    assert landed.receipt.rows_used == 2


def test_the_number_of_a_room_is_not_landed_as_a_day(tmp_path):
    lines = ["Room 12.05.2020,Ann,40", "13.05.2020,Bob,35", "14.05.2020,Cy,30"]
    landed = load(tmp_path, "Date,Customer,Amount\n" + "\n".join(lines) + "\n")
    assert (landed.receipt.rows_used, landed.receipt.rows_set_aside) == (2, 1)


def test_both_ways_to_leave_out_a_weekday_know_the_same_names(tmp_path):
    cells = [f"{name.title()}., 15.01.2025" for name in [*NAMES, "Room", "Jan", "KW"]]
    with connect(tmp_path, []) as connection:
        sql = "select list_transform($cells::varchar[], lambda cell: without_weekday(cell))"
        ((told,),) = connection.execute(sql, {"cells": cells}).fetchall()
    assert told == [without_weekday(cell) for cell in cells]
    assert told[-3:] == cells[-3:] and set(told[:-3]) == {"15.01.2025"}


# By the calendar: 5 January 2026 is a Monday, 6 February a Friday; 1 May a Friday, 2 June a Tuesday.
@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["Mon 05/01/2026", "Fri 06/02/2026"], ["2026-01-05", "2026-02-06"]),
        (["Fri 05/01/2026", "Tue, 06/02/2026"], ["2026-05-01", "2026-06-02"]),
        (["lun. 05/01/2026", "lundi 05/01/2026"], ["2026-01-05", "2026-01-05"]),
        (["Ven. 06/02/26 10:15", "05/01/26 09:00"], ["2026-02-06", "2026-01-05"]),
        (["za 03-01-2026", "ma 05-01-2026"], ["2026-01-03", "2026-01-05"]),
    ],
)
def test_the_name_of_the_weekday_tells_day_and_month_apart(tmp_path, cells, days):
    rows = "".join(f'"{cell}",Ann,{n}0.50\n' for n, cell in enumerate(cells, 1))
    landed = load(tmp_path, "Date,Customer,Amount\n" + rows)
    assert [str(day.date()) for (day,) in landed.rows("ordered_at")] == days


@pytest.mark.parametrize(
    "cells",
    [
        ["Wed 05/01/2026", "Thu 06/02/2026"],
        ["Mon 05/01/2026", "Tue 06/02/2026"],
        ["Mon 05/01/2026", "Wed 06/02/2026"],
        ["05/01/2026", "06/02/2026"],
    ],
)
def test_weekdays_that_do_not_agree_with_one_order_are_asked_about(tmp_path, cells):
    rows = "".join(f"{cell},Ann,{n}0.50\n" for n, cell in enumerate(cells, 1))
    error = load(tmp_path, "Date,Customer,Amount\n" + rows).receipt.error
    assert "in column 'Date' can be two different days" in error["what"]


def test_every_name_of_a_weekday_stands_for_its_day(tmp_path):
    with connect(tmp_path, []) as connection:
        sql = f"select {weekday_number('x')} from (select unnest($names::varchar[]) as x)"
        lines = [line.split() for line in DAYS.strip().splitlines()]
        told = [[n for (n,) in connection.execute(sql, {"names": names}).fetchall()] for names in lines]
    assert [set(numbers) for numbers in told] == [{number} for number in range(1, 8)]


@pytest.mark.parametrize("cell", ["Monday 2026-01-05", "Mo, 2026-01-05", "Mon 2026/01/05", "lundi 2026.01.05"])
def test_a_weekday_before_a_year_is_left_out(tmp_path, cell):
    landed = load(tmp_path, f'Date,Customer,Amount\n"{cell}",Ann,40\n')
    assert [str(day.date()) for (day,) in landed.rows("ordered_at")] == ["2026-01-05"]


@pytest.mark.parametrize(
    ("cells", "is_told"),
    [
        (["Mon 15/01/2026", "Fri 16/01/2026"], True),
        (["mardi 4 mars 2026", "jeudi 5 mars 2026"], True),
        (["Thu 15/01/2026", "Fri 16/01/2026"], False),
        (["Mar 4, 2026", "Mar 5, 2026"], False),
    ],
    ids=["numbers", "words", "right", "months"],
)
def test_a_weekday_that_its_date_has_not_is_told(tmp_path, cells, is_told):
    rows = "".join(f'"{cell}",Ann,{n}0.50\n' for n, cell in enumerate(cells, 1))
    landed = load(tmp_path, "Date,Customer,Amount\n" + rows)
    assert (landed.receipt.rows_used, "wrong_weekday" in landed.codes()) == (2, is_told)
