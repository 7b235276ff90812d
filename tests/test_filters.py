"""One choice of rows, three ways to say it."""

from datetime import date

import pytest

from analytics.errors import UnknownParameter
from analytics.filters import Filters, from_query

CHOSEN = Filters(date(2026, 3, 31), date(2026, 1, 1), date(2026, 4, 1), "O'Brien & Söhne", "ads")


def test_a_link_brings_back_the_same_filters():
    assert from_query(CHOSEN.to_query()) == CHOSEN


def test_what_is_not_set_stays_out_of_the_link():
    assert Filters().to_query() == {}


def test_an_empty_value_in_a_link_is_no_choice():
    assert from_query({"owner": ""}) == Filters()


def test_the_as_of_date_comes_from_the_data_unless_chosen():
    assert Filters().at(date(2026, 5, 1)).as_of == date(2026, 5, 1)
    assert CHOSEN.at(date(2026, 5, 1)).as_of == date(2026, 3, 31)


def test_the_sentence_names_the_last_day_counted():
    assert CHOSEN.sentence() == ("From 2026-01-01 to 2026-03-31, owner O'Brien & Söhne, path ads, as of 2026-03-31.")


def test_a_question_says_which_part_of_the_choice_it_leaves_aside():
    last_day = date(2026, 10, 30)
    assert CHOSEN.not_followed(("as_of", "period_start", "period_end", "owner", "path"), last_day) == ""
    assert CHOSEN.not_followed(("owner",), last_day) == (
        "This is always as of 2026-10-30, the last day in the data. It does not follow the chosen period and path."
    )
    assert Filters(as_of=last_day).not_followed((), last_day) == ""


@pytest.mark.parametrize("query", [{"as_of": "31.3.2026"}, {"colour": "red"}])
def test_what_is_no_filter_is_refused_with_the_way_to_write_it(query):
    with pytest.raises(UnknownParameter) as refused:
        from_query(query)
    assert refused.value.fix
