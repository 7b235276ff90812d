"""Dates and times as people write them, and which part of them comes first."""

from datetime import datetime

import pytest

from tests.ingest.land.landing import load

# written, and beside it a second value of the same kind that leaves no doubt; read is the first
WRITTEN = [
    ("2026-05-13", "2026-05-14", "2026-05-13 00:00:00"),
    ("2026-05-13 14:30:00", "2026-05-14 10:00:00", "2026-05-13 14:30:00"),
    ("2026-05-13T14:30:00Z", "2026-05-14T10:00:00Z", "2026-05-13 14:30:00"),
    ("2026-05-13T14:30:00.5+02:00", "2026-05-14T10:00:00.5+02:00", "2026-05-13 12:30:00.5"),
    ("2026-05-13 14:30:00 +0200", "2026-05-14 14:30:00 +0200", "2026-05-13 12:30:00"),
    ("2026/05/13", "2026/05/14", "2026-05-13 00:00:00"),
    ("2026.05.13", "2026.05.14", "2026-05-13 00:00:00"),
    ("03.04.2026", "13.04.2026", "2026-04-03 00:00:00"),
    ("3.4.26", "13.4.26", "2026-04-03 00:00:00"),
    ("03/04/2026", "04/13/2026", "2026-03-04 00:00:00"),
    ("03/04/2026", "13/04/2026", "2026-04-03 00:00:00"),
    ("03-04-2026 10:15", "13-04-2026 10:15", "2026-04-03 10:15:00"),
    ("3/4/26 2:05 PM", "3/14/26 2:05 AM", "2026-03-04 14:05:00"),
    ("3/4/2026 2:05:09 PM EST", "3/14/2026 2:05:09 PM EST", "2026-03-04 19:05:09"),
    ("15 Apr 2026", "16 Apr 2026", "2026-04-15 00:00:00"),
    ("15 Apr, 2021 00:02:00", "16 Apr, 2021 00:02:00", "2021-04-15 00:02:00"),
    ("April 5th, 2026", "April 6th, 2026", "2026-04-05 00:00:00"),
    ("15. März 2026", "16. Mai 2026", "2026-03-15 00:00:00"),
    ("1er août 2026", "2 septembre 2026", "2026-08-01 00:00:00"),
    ("5 de enero de 2026", "6 de marzo de 2026", "2026-01-05 00:00:00"),
    ("3 mei 2026", "4 maart 2026", "2026-05-03 00:00:00"),
    ("3 gennaio 2026", "4 maggio 2026", "2026-01-03 00:00:00"),
    ("3 fevereiro 2026", "4 outubro 2026", "2026-02-03 00:00:00"),
    ("15-Apr-21", "16-Apr-21", "2021-04-15 00:00:00"),
    ("mar. 6 janv. 2026", "mer. 7 janv. 2026", "2026-01-06 00:00:00"),
    ("5 stycznia 2026", "6 października 2026", "2026-01-05 00:00:00"),
    ("12 wrz 2026", "13 wrz 2026", "2026-09-12 00:00:00"),
    ("5. února 2026", "6. září 2026", "2026-02-05 00:00:00"),
    ("5. elokuuta 2026", "6. tammikuuta 2026", "2026-08-05 00:00:00"),
    ("5 Ağustos 2026", "6 Kasım 2026", "2026-08-05 00:00:00"),
    ("5. maj 2026", "6. marts 2026", "2026-05-05 00:00:00"),
    ("2026.02.13.", "2026.02.14.", "2026-02-13 00:00:00"),
    ("2026. 02. 13.", "2026. 02. 14.", "2026-02-13 00:00:00"),
    ("46155", "46156", "2026-05-13 00:00:00"),
    ("46155.5", "46156.5", "2026-05-13 12:00:00"),
    ("20260513", "20260514", "2026-05-13 00:00:00"),
    ("1767225600", "1767312000", "2026-01-01 00:00:00"),
    ("2 Jan 65", "3 Jan 65", "1965-01-02 00:00:00"),
]


def orders(*dates: str) -> str:
    rows = [f'{number},Ann,"{day}",10.25' for number, day in enumerate(dates, 1)]
    return "\n".join(["Order no,Customer,Order date,Amount", *rows]) + "\n"


@pytest.mark.parametrize(("written", "beside", "read"), WRITTEN)
def test_every_usual_way_to_write_a_date_is_read(tmp_path, written, beside, read):
    landed = load(tmp_path, orders(written, beside))
    assert landed.rows("ordered_at")[0] == (datetime.fromisoformat(read),)


@pytest.mark.parametrize(
    "written", ["2026-13-01", "31/02/2026", "epoch", "infinity", "0026-01-05", "1899-01-01", "soon"]
)
def test_what_is_no_day_is_set_aside(tmp_path, written):
    landed = load(tmp_path, orders("2026-01-05", written))
    assert [(number, code) for number, code, _ in landed.rejects()] == [(3, "unread_required")]


def test_a_zone_does_not_move_a_sale_to_another_day(tmp_path):
    landed = load(tmp_path, orders("2026-01-05T23:30:00-05:00", "2026-01-06T10:00:00-05:00"))
    first, second = (at for (at,) in landed.rows("ordered_at"))
    assert (first.date().isoformat(), second) == ("2026-01-05", datetime(2026, 1, 6, 15))


def test_day_or_month_that_cannot_be_told_is_asked_for(tmp_path):
    landed = load(tmp_path, orders("03/04/2026", "05/06/2026"))
    assert landed.receipt.error["code"] == "AmbiguousDates"
    assert "03/04/2026" in landed.receipt.error["what"]
    assert "--day-first" in landed.receipt.error["fix"] and "--month-first" in landed.receipt.error["fix"]
    assert landed.receipt.choices_needed == ("day_first",)
    assert (landed.receipt.rows_in, landed.receipt.rows_used, landed.receipt.parquet) == (2, 0, {})


@pytest.mark.parametrize(("day_first", "read"), [(True, datetime(2026, 4, 3)), (False, datetime(2026, 3, 4))])
def test_the_answer_is_followed(tmp_path, day_first, read):
    landed = load(tmp_path, orders("03/04/2026", "05/06/2026"), day_first=day_first)
    assert landed.rows("ordered_at")[0] == (read,)


def test_dates_that_are_the_same_either_way_need_no_answer(tmp_path):
    landed = load(tmp_path, orders("01/01/2026", "05/05/2026"))
    assert landed.rows("ordered_at") == [(datetime(2026, 1, 1),), (datetime(2026, 5, 5),)]


def test_another_date_column_of_the_file_tells(tmp_path):
    rows = "Order no,Customer,Order date,Amount,Paid on\n1,Ann,03/04/2026,10.25,25/04/2026\n"
    assert load(tmp_path, rows).rows("ordered_at") == [(datetime(2026, 4, 3),)]


def test_a_column_that_says_both_is_asked_for(tmp_path):
    landed = load(tmp_path, orders("13/04/2026", "04/13/2026", "03/04/2026"))
    assert landed.receipt.error["code"] == "AmbiguousDates"


def test_what_the_dates_tell_wins_over_what_was_said(tmp_path):
    landed = load(tmp_path, orders("13/04/2026", "03/04/2026"), day_first=False)
    assert landed.rows("ordered_at") == [(datetime(2026, 4, 13),), (datetime(2026, 4, 3),)]
    assert landed.codes() == ["day_first_ignored"]
    assert "'Order date': the month was said to come first" in landed.receipt.warnings[0].message


def test_nothing_is_said_where_the_dates_agree_with_what_was_said(tmp_path):
    assert load(tmp_path, orders("13/04/2026", "03/04/2026"), day_first=True).codes() == []


def test_days_far_from_the_others_are_pointed_out(tmp_path):
    days = [f"2026-01-{day:02d}" for day in range(1, 29)]
    landed = load(tmp_path, orders(*days, "2062-01-05"))
    assert "odd_dates" in landed.codes()


SHORT_YEARS = ("25-11-30", "25-12-03", "26-01-08", "26-02-13", "26-02-27", "26-03-19")


@pytest.mark.parametrize("separator", ["-", "/", "."])
def test_a_year_of_two_digits_that_stands_first_is_told_by_the_part_that_varies(tmp_path, separator):
    landed = load(tmp_path, orders(*(day.replace("-", separator) for day in SHORT_YEARS)))
    assert [f"{day:%y-%m-%d}" for (day,) in landed.rows("ordered_at")] == list(SHORT_YEARS)


def test_one_slip_does_not_decide_where_the_year_stands(tmp_path):
    behind = [f"{day:02}-01-25" for day in range(1, 31)]
    landed = load(tmp_path, orders(*behind, "32-01-25"))
    assert landed.receipt.set_aside == {"unread_required": 1}
    assert {f"{day:%Y-%m}" for (day,) in landed.rows("ordered_at")} == {"2025-01"}
    first = [f"26-02-{day:02}" for day in range(1, 29)]
    landed = load(tmp_path, orders(*first, "26-13-02"))
    assert landed.receipt.set_aside == {"unread_required": 1}
    assert {f"{day:%Y-%m}" for (day,) in landed.rows("ordered_at")} == {"2026-02"}


def test_years_of_four_digits_beside_those_of_two_stay_behind_the_day(tmp_path):
    days = ["13-02-26", "14-02-2026", "15-02-27", "16-02-2027", "17-02-2028", "18-02-2028"]
    landed = load(tmp_path, orders(*days))
    assert [f"{day:%d}" for (day,) in landed.rows("ordered_at")] == ["13", "14", "15", "16", "17", "18"]


def test_years_of_two_digits_behind_the_day_stay_there(tmp_path):
    landed = load(tmp_path, orders("30-11-25", "03-12-25", "08-01-26", "13-02-26", "27-02-26", "19-03-26"))
    assert [f"{day:%y-%m-%d}" for (day,) in landed.rows("ordered_at")] == list(SHORT_YEARS)
