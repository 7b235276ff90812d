"""Months side by side: known by their names in five languages, and by nothing that only begins like one."""

import pytest

from analytics.ingest.recognise.months import months_across


@pytest.mark.parametrize(
    "line",
    [
        "Jan,Feb,Mar", "January,February,March", "Jan 2026,Feb 2026,Mar 2026", "Jan-26,Feb-26,Mar-26",
        "Januar,Februar,März", "Jän.,Febr.,Mai", "Okt '25,Nov '25,Dez '25",
        "janv.,févr.,août", "juillet,septembre,décembre",
        "Enero,Febrero,Marzo", "ene,abr,dic", "januari,maart,mei", "mrt,okt,dec", "SEPT,OCT,NOV",
        "2026-01,2026-02,2026-03", "01/2026,02/2026,03/2026", "Q1,Q2,Q3",
        "Q1 2026,Q2 2026,Q3 2026", "2026-Q1,2026-Q2,2026-Q3",
    ],
)  # fmt: skip
def test_months_and_quarters_side_by_side_are_told(line):
    assert "months side by side" in months_across(tuple(line.split(",")))


@pytest.mark.parametrize("line", ["Mail,Market,Margin,Mark", "Design,Desk,Decision,Maid", "Novel,Junior,Marker,Mayor"])
def test_words_that_begin_like_a_month_are_none(line):
    assert months_across(tuple(line.split(","))) is None
