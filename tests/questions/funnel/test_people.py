"""Rules of the list behind every bar."""

from datetime import timedelta

import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask
from analytics.questions.funnel import people
from tests.filled import FilledStore
from tests.questions.funnel.made import AS_OF, Group, fill

HERE = Filters(as_of=AS_OF)


@pytest.mark.parametrize(
    ("furthest", "days_ago", "state", "link"),
    [
        ("met", 300, "never_followed_up", "lead_generation"),
        ("nurtured", 300, "never_asked", "nurturing"),
        ("asked", 300, "no_answer", "ask"),
        ("refused", 300, "refused", "ask"),
        ("sold", 300, "sold", "sale"),
        ("asked", 20, "in_play", "ask"),
    ],
)
def test_each_person_stands_in_one_state_at_the_furthest_link(store, furthest, days_ago, state, link):
    # One of each beside them, so that every link is written down somewhere.
    fill(store, [Group("Networking", furthest, 1, days_ago=days_ago), Group("Ads", "sold", 1)])
    rows = ask(store.open(), "funnel/people", HERE).rows
    assert rows[rows["path"] == "Networking"][["state", "furthest_link"]].values.tolist() == [[state, link]]


def test_waiting_counts_from_the_link_reached(store):
    fill(store, [Group("Networking", "nurtured", 1, days_ago=100, step_days=7), Group("Ads", "sold", 1)])
    row = ask(store.open(), "funnel/people", HERE).rows.iloc[0]
    # nurtured 93 days before; the usual time to the ask is the cut-off while too few are known
    assert (row["waiting_days"], row["usual_days"]) == (93, 45)


def test_never_asked_come_first_and_the_sold_last(store):
    fill(store, [Group("Ads", "sold", 2), Group("Ads", "met", 2), Group("Ads", "nurtured", 2)])
    states = ask(store.open(), "funnel/people", HERE).rows["state"].to_list()
    assert states == ["never_asked"] * 2 + ["never_followed_up"] * 2 + ["sold"] * 2


def test_the_people_are_those_that_the_bars_count(store):
    groups = [
        Group("Ads", "asked", 3),
        Group("Ads", "refused", 2),
        Group("Ads", "nurtured", 4),
        Group("Ads", "sold", 5),
    ]
    opened = fill(store, groups).open()
    people = ask(opened, "funnel/people", HERE).rows
    bars = ask(opened, "funnel/link_conversion", HERE).rows.set_index("link")
    assert (people["state"] == "never_asked").sum() == bars.loc["ask", "never_tried_count"] == 4
    assert (people["state"] == "no_answer").sum() == bars.loc["sale", "no_answer_count"] == 3
    assert (people["state"] == "refused").sum() == bars.loc["sale", "refused_count"] == 2
    assert (people["state"] == "sold").sum() == bars.loc["sale", "reached_count"] == 5


def test_the_headline_counts_those_who_were_never_asked(store):
    fill(store, [Group("Ads", "nurtured", 2), Group("Ads", "sold", 1)])
    answer = ask(store.open(), "funnel/people", HERE)
    assert answer.headline == "3 people on your paths; 2 came to know you and were never asked."


@pytest.mark.parametrize("name", ["funnel/people", "funnel/ask_plan"])
def test_what_was_judged_when_published_is_what_is_judged_for_another_day(name):
    """The last day is judged when a version is published, any other when it is asked: the two must agree."""
    groups = [
        Group("Ads", furthest, 3, days_ago)
        for furthest in ("met", "nurtured", "asked", "refused", "sold")
        for days_ago in (300, 30)
    ]
    answers = []
    for last_day in (AS_OF, AS_OF + timedelta(days=9)):
        store = fill(FilledStore(), groups)
        store.fill("feedback", f"customer_id | given_at | score | scale\nC1 | {last_day} | 9 | 0-10")
        answers.append(ask(store.open(), name, HERE).rows)
        store.close()
    assert len(answers[0])
    pd.testing.assert_frame_equal(*answers)


def test_everybody_who_was_never_asked_is_counted_where_the_first_alone_are_listed(store):
    fill(store, [Group("Ads", "nurtured", 3, days_ago=300), Group("Ads", "sold", 2, days_ago=300)])
    rows = ask(store.open(), "funnel/people", HERE).rows
    for listed in (rows, rows.head(1), rows.tail(1)):
        assert people.headline(listed).endswith("; 3 came to know you and were never asked.")
