"""A table on screen holds words, not what the program calls things."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest

from analytics.questions import questions
from analytics.questions.finding import Money
from analytics.sql_header import names
from pages.ui.column_names import CALLED
from pages.ui.columns import ROOM_FOR_UNKNOWN, columns, looks_of
from pages.ui.finding import _worth
from pages.ui.words import readable


def _shown(**columns) -> dict:
    rows = pd.DataFrame({name: pd.array(values, dtype="string") for name, values in columns.items()})
    return readable(rows).to_pydict()


def test_the_way_from_coming_in_to_the_sale_is_called_in_tables_as_in_charts():
    shown = _shown(link=["lead_generation", "sale"], from_link=["lead_generation", "ask"])
    assert shown == {"link": ["Entry to sale", "Sale"], "from_link": ["Lead generation", "Direct ask"]}
    assert _shown(link=["lead_generation"], from_link=[None])["link"] == ["Lead generation"]


def test_sentences_stand_after_the_short_columns_and_are_as_wide_as_the_longest():
    said = "Call them this week and ask what changed, before you offer anything new."
    rows = readable(pd.DataFrame({"name": ["Ann"], "to_do": [said], "segment": ["Loyal"]}))
    assert rows.column_names == ["name", "segment", "to_do"]
    assert looks_of(rows)["to_do"]["width"] > 6 * len(said)
    assert "width" not in looks_of(rows)["segment"]


def test_links_states_and_kinds_are_called_as_in_the_charts():
    shown = _shown(furthest_link=["ask"], state=["left"], diagnosis=["cant_tell"], prospect_kind=["easy_one_off"])
    assert shown == {
        "furthest_link": ["Direct ask"],
        "state": ["Gone quiet"],
        "diagnosis": ["Can't tell yet"],
        "prospect_kind": ["Easy one-off"],
    }


def test_a_state_of_a_country_stays_as_it_is():
    assert _shown(state=["MA", "RI"]) == {"state": ["MA", "RI"]}


def test_packed_lists_and_places_in_an_order_are_not_shown():
    assert list(_shown(path=["Ads"], people=["[]"], link_order=["1"], person_key=["7"])) == ["path"]


def test_a_number_that_nobody_has_takes_no_room():
    assert _shown(customer_id=[None, None], deal_id=["D-1", None]) == {"deal_id": ["D-1", ""]}


def test_who_a_row_is_about_stands_first_and_its_place_in_the_order_is_not_shown():
    assert list(_shown(customer_rank=["1"], path=["Ads"], company=["Diaz"], name=["Rosa"])) == [
        "name",
        "company",
        "path",
    ]


def test_a_share_is_a_whole_percent_and_one_below_one_percent_keeps_a_decimal():
    rows = pd.DataFrame({"reached_rate": pd.array([0.4321, 0.0041, 1.0, None], dtype="Float64")})
    assert readable(rows).to_pydict() == {"reached_rate": [43.0, 0.4, 100.0, None]}


def test_a_count_is_called_by_what_it_counts():
    labels = {
        name: column["label"] for name, column in columns(("order_count", "new_person_count", "won_count")).items()
    }
    assert labels == {"order_count": "Orders", "new_person_count": "New people", "won_count": "Won"}


def test_a_column_of_the_trade_is_called_as_an_owner_would_and_keeps_its_unit():
    column = columns(("alive_rate",))["alive_rate"]
    assert (column["label"], column["type_config"]["format"]) == ("Still a customer", "%s%%")


@pytest.mark.parametrize("name", ["times", "low_times", "high_times"])
def test_how_many_times_as_likely_has_a_decimal(name):
    # 1 (1 to 2) told nothing of 1.3 (1.1 to 1.6).
    assert columns((name,))[name]["type_config"]["format"] == "%.1f"


def test_every_column_that_is_called_otherwise_is_a_column_of_a_question():
    known = {name for each in questions().values() for name in each.returns}
    assert set(CALLED) - known == set()


def test_a_column_of_which_nothing_is_known_is_not_shown_unless_it_is_all_there_is():
    assert _shown(name=["Ann", "Ben"], company=[None, None]) == {"name": ["Ann", "Ben"]}
    assert _shown(company=[None, None]) == {"company": [None, None]}


def test_money_that_may_be_lost_is_not_said_to_be_won():
    money = Money(Decimal(100), Decimal(200), Decimal(300))
    assert "Worth about 200 (100 to 300)" in _worth(money)
    assert "At risk: about 200 (100 to 300) a year" in _worth(replace(money, is_at_risk=True))


@pytest.mark.parametrize("each", questions().values(), ids=lambda each: each.name)
def test_no_two_columns_of_a_table_are_called_the_same(each):
    hidden = set(names(each.header.get("summary", "")))
    shown = [name for name in names(each.header.get("screen") or each.header["returns"]) if name not in hidden]
    called = [column["label"] for column in columns(tuple(shown)).values()]
    assert len(set(called)) == len(called), sorted(one for one in called if called.count(one) > 1)


def test_names_stand_first_and_numbers_of_the_files_last():
    shown = _shown(customer_id=["7"], state=["left"], name=["Ann"])
    assert list(shown) == ["name", "state", "customer_id"]


def test_times_that_are_all_midnight_are_shown_as_days():
    noon = pa.table({"paid_at": pa.array([datetime(2026, 1, 2), datetime(2026, 1, 3, 12)], pa.timestamp("us"))})
    midnight = pa.table({"paid_at": pa.array([datetime(2026, 1, 2), None], pa.timestamp("us"))})
    formats = [looks_of(rows)["paid_at"]["type_config"]["format"] for rows in (noon, midnight)]
    assert formats == ["YYYY-MM-DD HH:mm", "YYYY-MM-DD"]


def test_a_column_of_yes_and_no_has_room_for_the_word_unknown():
    widths = [
        looks_of(pa.table({"need": pa.array(values, pa.string())}))["need"].get("width")
        for values in (["yes", None], ["yes", "no"])
    ]
    assert widths == [ROOM_FOR_UNKNOWN, None]


def test_a_column_of_texts_with_gaps_is_as_wide_as_its_texts():
    rows = pa.table({"value": pa.array(["Word of mouth", None, None, None], pa.string())})
    assert looks_of(rows)["value"]["width"] > ROOM_FOR_UNKNOWN


def test_a_number_that_is_not_known_has_room_for_the_word_unless_its_label_makes_room():
    rows = pa.table({"low_rate": [10.0, None], "high_rate": [20.0, 30.0], "pooled_rate": [5.0, None]})
    looks = looks_of(rows)
    assert [looks[name].get("width") for name in rows.column_names] == [ROOM_FOR_UNKNOWN, None, None]


def test_an_amount_is_written_with_its_thousands_whatever_its_column_is_called():
    formats = [columns((name,))[name]["type_config"]["format"] for name in ("amount", "open_amount")]
    assert formats == ["%,.2f", "%,.2f"]
