"""A table on screen holds words, not what the program calls things."""

import pandas as pd

from pages.ui.words import readable


def _shown(**columns) -> dict:
    rows = pd.DataFrame({name: pd.array(values, dtype="string") for name, values in columns.items()})
    return readable(rows).to_pydict()


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
