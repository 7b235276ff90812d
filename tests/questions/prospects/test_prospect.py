"""One prospect: every topic from the same sources as the lists, and what was written here beside it."""

import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask
from analytics.questions.prospects import prospect_parts
from tests.questions.prospects.histories import past
from tests.questions.prospects.ideal import clients

NAME = "prospects/prospect"
LEADS = """
    lead_id|name|created_at|industry|site_count|product|need|willingness|resources|owner|path
    l1|Complex|2025-06-01|Property management|6|Gutter cleaning|yes: it leaks|yes||Ann|Ads
    l2|O'Neil|2025-06-02|||||||Ann|
"""


def topics(store, prospect: str | None = "l1") -> dict[str, tuple[str, str]]:
    rows = ask(store, NAME, Filters(prospect_id=prospect)).rows
    return {row["topic"]: (row["answer"], row["why"]) for row in rows.to_dict("records")}


def test_need_willingness_and_resources_stand_with_their_proof(store):
    found = topics(store.fill("leads", LEADS).open())
    assert found["Need"] == ("yes", "it leaks")
    assert found["Willingness"] == ("yes", "without a sentence of proof")
    assert found["Resources"] == ("unknown", "nobody asked yet")


def test_the_question_to_ask_is_the_one_that_could_change_the_label_most(store):
    found = topics(store.fill("leads", LEADS).open())
    assert found["Ask next"][0] == "Who decides, and is the money set aside?"
    assert "resources could change the label most" in found["Ask next"][1]


def test_what_was_written_here_comes_before_the_file_and_a_label_of_ones_own_stands_beside_ours(store):
    store.fill("leads", LEADS)
    store.fill(
        "entries",
        """
        entry_id|kind     |source_table|source_ref|topic|value  |note         |written_by|written_at
        1       |resources|leads       |l1        |-    |no     |too early    |Ann       |2025-06-05 10:00:00
        2       |resources|leads       |l1        |-    |yes    |budget is set|Bob       |2025-06-06 10:00:00
        3       |override |leads       |l1        |-    |let_go |a competitor |Bob       |2025-06-07 10:00:00
        4       |override |leads       |l2        |-    |nurture|other        |Bob       |2025-06-07 10:00:00
        """,
    )
    found = topics(store.open())
    assert found["Resources"] == ("yes", "budget is set")
    assert found["Your own label"] == ("let go", "written by Bob on 2025-06-07: a competitor")
    assert found["Kind"][0].startswith("opportunity")


def test_whoever_said_no_and_has_the_points_all_the_same_is_told_why_the_kind_is_another(store):
    row = "1|resources|leads|l1|-|no|no money this year|Ann|2025-06-05 10:00:00"
    store.fill("leads", LEADS).fill(
        "entries", f"entry_id|kind|source_table|source_ref|topic|value|note|written_by|written_at\n{row}"
    )
    kind, why = topics(store.open())["Kind"]
    assert kind.startswith("nurture")
    assert why.startswith("A no counts more than the points. Money or who decides is missing.")


def test_without_a_past_it_says_what_is_missing_and_gives_no_number(store):
    found = topics(store.fill("leads", LEADS).open(), "l2")
    assert found["Chance of a first sale"][0] == "not told"
    assert found["After the first order"] == ("unknown", "fewer than ten customers came back so far")
    assert found["Like your best clients"] == ("unknown", "no customer is profitable, loyal and active yet")


def test_the_nearest_client_is_named_with_what_differs(store):
    clients(store, ["Property management|6|Gutter cleaning|Referral", "School|1|Repair|Ads"])
    found = topics(store.fill("leads", LEADS).open())
    answer, why = found["Like your best clients"]
    assert answer.startswith("most like Good 0; inside")
    assert why == "the same: industry, number of sites, first product; different: path, whether referred"


def test_expected_orders_come_with_their_range(store):
    found = topics(past(store, {"Property management": (40, 36), "Homeowner": (60, 6)}).fill("leads", LEADS).open())
    assert found["After the first order"][0].startswith("about 0.")
    assert found["After the first order"][1].startswith("worth about ")


def test_without_a_choice_the_best_opportunity_is_shown_and_an_unknown_number_finds_nobody(store):
    opened = store.fill("leads", LEADS).open()
    assert ask(opened, NAME).summary["name"] == "Complex"
    assert len(ask(opened, NAME, Filters(prospect_id="nobody")).rows) == 0


def test_parts_say_for_and_against_and_what_is_not_known_comes_with_its_question(store):
    answer = ask(store.fill("leads", LEADS).open(), "prospects/prospect_parts", Filters(prospect_id="l1"))
    rows = answer.rows.set_index(["axis", "attribute"])
    assert rows.loc[("sale", "need"), "points"] == 25
    assert rows.loc[("sale", "resources"), "next_question"] == "Who decides, and is the money set aside?"
    assert rows.loc[("sale", "resources"), "points"] is None or rows["points"].isna().loc[("sale", "resources")]
    assert answer.headline.startswith("Number of sites '4 or more sites' (coming back) speaks most for them")


@pytest.mark.parametrize(("search", "found"), [("o'n", ["O'Neil"]), ("L1", ["Complex"]), ("zzz", [])])
def test_a_prospect_is_found_by_part_of_name_or_number(store, search, found):
    rows = ask(store.fill("leads", LEADS).open(), "prospects/prospect_search", Filters(search=search)).rows
    assert rows["name"].tolist() == found


def test_touches_are_listed_latest_first(store):
    store.fill("leads", LEADS)
    store.fill(
        "touches",
        """
        person | happened_at | path | link      | action
        l1     | 2025-06-03  | Ads  | nurturing | viewed
        l1     | 2025-06-09  | Ads  | ask       | asked
        """,
    )
    answer = ask(store.open(), "prospects/prospect_file", Filters(prospect_id="l1"))
    assert answer.rows["what"].tolist() == ["asked, Ads", "viewed, Ads", "Ads"]
    assert answer.headline == "In touch with Complex 2 times, last on 2025-06-09."


def test_what_is_known_and_makes_no_difference_is_not_drawn_as_not_known():
    rows = pd.DataFrame(
        {
            "axis": "sale",
            "attribute": ["need", "path", "referral"],
            "value": [None, "Referral", "referred"],
            "points": [None, 0.0, 10.0],
            "weight_points": [25.0, 0.0, 15.0],
        }
    )
    drawn = {trace.name: list(trace.y) for trace in prospect_parts.figure(rows).data}
    assert drawn["Not known"] == ["Need? (buy)"]
    assert drawn["Makes no difference"] == ["Path: Referral (buy)"]
    assert drawn["Speaks for them"] == ["referred (buy)"]


def test_a_value_of_which_the_card_knows_nothing_speaks_neither_for_nor_against(store):
    store.fill(
        "leads",
        """
        lead_id | name    | created_at | industry | product | path
        l1      | Complex | 2025-06-01 | Bakery   | Ovens   | Fair
        """,
    )
    drawn = prospect_parts.figure(ask(store.open(), "prospects/prospect_parts", Filters(prospect_id="l1")).rows)
    placed = {trace.name: set(trace.y) for trace in drawn.data}
    assert placed["Makes no difference"] >= {"Bakery (back)", "Ovens (back)", "Path: Fair (back)"}
