"""Rules of the diagnosis from the spreadsheets up, each on people that can be counted by hand."""

import json
from datetime import date

import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask
from tests.questions.funnel.made import AS_OF, Group, fill

HERE = Filters(as_of=AS_OF)
# Of 52 nurtured on Networking 14 were asked, half of whom bought; on Ads 70 of 100, half of whom bought.
NEVER_ASKED = [
    Group("Networking", "nurtured", 38, days_ago=300),
    Group("Networking", "sold", 7, days_ago=300),
    Group("Networking", "refused", 7, days_ago=300),
    Group("Ads", "nurtured", 30, days_ago=300),
    Group("Ads", "sold", 35, days_ago=300),
    Group("Ads", "refused", 35, days_ago=300),
]


def diagnosis(answer, path: str, link: str) -> dict:
    rows = answer.rows
    row = rows[(rows["path"] == path) & (rows["link"] == link)].iloc[0]
    return {column: None if pd.isna(value) else value for column, value in row.items()}


def test_nurtured_and_never_asked_is_a_missing_link_with_its_sentence(store):
    answer = ask(fill(store, NEVER_ASKED).open(), "funnel/diagnosis", HERE)
    row = diagnosis(answer, "Networking", "ask")
    assert row["diagnosis"] == "missing_link"
    assert row["evidence"] == (
        "38 of 52 nurtured people were never asked; 14 were asked, 27% (18% to 38%),"
        " against 70% on your other paths (70 of 100)."
    )


def test_every_link_of_every_path_has_exactly_one_diagnosis(store):
    rows = ask(fill(store, NEVER_ASKED).open(), "funnel/diagnosis", HERE).rows
    assert not rows.duplicated(["path", "link"]).any()
    assert len(rows) == 8
    known = {"missing_link", "leak", "slow", "volume", "healthy", "healthy_weeding_out", "cant_tell"}
    assert set(rows["diagnosis"]) <= known


def test_a_missing_link_is_priced_by_what_the_other_path_reaches(store):
    """52 people in 301 days are 63 a year; x (0.70 - 0.27) x half of whom buy x 1,000 = 13,600."""
    row = diagnosis(ask(fill(store, NEVER_ASKED).open(), "funnel/diagnosis", HERE), "Networking", "ask")
    assert float(row["likely_amount"]) == pytest.approx(52 * 365 / 301 * (0.7 - 14 / 52) * 0.5 * 1000, rel=0.08)
    assert row["low_amount"] < row["likely_amount"] < row["high_amount"]


def test_the_people_behind_are_those_never_asked_the_most_recent_first(store):
    fill(store, NEVER_ASKED)
    store.fill("touches", f"person | happened_at | path | link\nNet1-9 | {AS_OF} | Networking | nurturing")
    row = diagnosis(ask(store.open(), "funnel/diagnosis", HERE), "Networking", "ask")
    people = json.loads(row["people"])
    assert row["waiting_count"] == 38
    assert people[0] == {"name": "Networking 1-9", "key": "Net1-9", "why": "no further step, last contact 2026-06-30"}
    assert len(people) == 10


def test_a_name_with_a_quote_arrives_as_it_is(store):
    fill(store, NEVER_ASKED)
    store.fill("leads", f'lead_id | name | path | created_at\nLQ | Ann "Roof" O\'Dea | Networking | {date(2025, 9, 3)}')
    store.fill("touches", f"person | happened_at | path | link\nLQ | {AS_OF} | Networking | nurturing")
    store.fill("touches", "person | happened_at | path | link\nLQ | 2025-09-10 | Networking | nurturing")
    row = diagnosis(ask(store.open(), "funnel/diagnosis", HERE), "Networking", "ask")
    assert json.loads(row["people"])[0]["name"] == 'Ann "Roof" O\'Dea'


def test_findings_are_sorted_by_money_and_say_what_to_do(store):
    findings = ask(fill(store, NEVER_ASKED).open(), "funnel/diagnosis", HERE).findings
    assert [finding.sentence.split(":")[0] for finding in findings] == ["Networking, direct ask"]
    assert findings[0].people_count == 38
    assert findings[0].next_step.startswith("Ask each of them for the business this week")
    assert findings[0].certainty == "high"


def test_asked_and_refused_is_a_leak_at_the_sale_and_not_a_missing_link(store):
    groups = [
        Group("Ads", "refused", 80, days_ago=300),
        Group("Ads", "sold", 20, days_ago=300),
        Group("Content", "refused", 50, days_ago=300),
        Group("Content", "sold", 50, days_ago=300),
    ]
    answer = ask(fill(store, groups).open(), "funnel/diagnosis", HERE)
    assert diagnosis(answer, "Ads", "sale")["diagnosis"] == "leak"
    assert diagnosis(answer, "Ads", "ask")["diagnosis"] == "healthy"


def test_people_in_play_make_no_leak(store):
    """Everybody asked on Ads was asked this week: nobody can tell how they will answer."""
    groups = [
        Group("Ads", "asked", 80, days_ago=16),
        Group("Content", "sold", 50, days_ago=300),
        Group("Content", "refused", 50, days_ago=300),
    ]
    row = diagnosis(ask(fill(store, groups).open(), "funnel/diagnosis", HERE), "Ads", "sale")
    assert (row["diagnosis"], row["in_play_count"], row["resolved_count"]) == ("cant_tell", 80, 0)


def test_a_step_that_takes_much_longer_is_slow(store):
    groups = [
        Group("Ads", "sold", 40, days_ago=300, step_days=40),
        Group("Content", "sold", 40, days_ago=300, step_days=7),
        Group("Outbound", "sold", 40, days_ago=300, step_days=7),
    ]
    row = diagnosis(ask(fill(store, groups).open(), "funnel/diagnosis", HERE), "Ads", "sale")
    assert (row["diagnosis"], row["median_days"], row["other_days"]) == ("slow", 40, 7.0)
    assert row["evidence"] == (
        "Half of those who bought took 40 days or more (40 to 40) against 7 days on your other paths."
    )
    assert row["likely_amount"] is None


def test_few_people_are_listed_and_not_judged(store):
    fill(
        store, [*NEVER_ASKED, Group("Walk-in", "nurtured", 3, days_ago=300), Group("Walk-in", "sold", 2, days_ago=300)]
    )
    row = diagnosis(ask(store.open(), "funnel/diagnosis", HERE), "Walk-in", "ask")
    assert (row["diagnosis"], row["conversion_rate"]) == ("cant_tell", None)
    assert row["evidence"].startswith("2 of 5 were asked; about")


def test_under_thirty_people_in_all_says_how_many_more_would_do(store):
    answer = ask(fill(store, [Group("Ads", "met", 29)]).open(), "funnel/diagnosis", HERE)
    assert (answer.not_enough.have, answer.not_enough.need, answer.not_enough.upload) == (29, 30, "leads")


def test_a_path_filter_picks_rows_and_leaves_the_comparison_whole(store):
    opened = fill(store, NEVER_ASKED).open()
    one = ask(opened, "funnel/diagnosis", Filters(as_of=AS_OF, path="Networking"))
    assert set(one.rows["path"]) == {"Networking"}
    assert diagnosis(one, "Networking", "ask") == diagnosis(ask(opened, "funnel/diagnosis", HERE), "Networking", "ask")


def test_both_questions_count_the_same_people(store):
    opened = fill(store, NEVER_ASKED).open()
    shared = ["from_count", "reached_count", "refused_count", "never_tried_count", "no_answer_count", "in_play_count"]
    keys = ["path", "link"]
    conversion = ask(opened, "funnel/link_conversion", HERE).rows.query("link_order > 1").set_index(keys)
    judged = ask(opened, "funnel/diagnosis", HERE).rows.query("link_order > 1").set_index(keys)
    assert conversion[shared].astype("object").equals(judged[shared].astype("object"))
    rates = ["resolved_count", "resolved_reached_count", "conversion_rate", "low_rate", "high_rate"]
    pd.testing.assert_frame_equal(conversion[rates], judged[rates])


def test_no_finding_says_how_much_was_compared(store):
    groups = [Group(path, "sold", 60, days_ago=300) for path in ("Ads", "Content")]
    answer = ask(fill(store, groups).open(), "funnel/diagnosis", HERE)
    assert answer.findings == []
    assert answer.headline.startswith("No leak found in ")


def test_one_path_alone_is_not_called_free_of_leaks(store):
    """With nothing to compare with nobody has looked for a leak, so none was ruled out."""
    answer = ask(fill(store, [Group("Ads", "nurtured", 40, days_ago=300)]).open(), "funnel/diagnosis", HERE)
    assert set(answer.rows["diagnosis"]) == {"cant_tell"}
    assert "no other path" in answer.headline and "No leak found" not in answer.headline


def test_a_path_that_was_chosen_is_not_called_the_only_one(store):
    fill(store, [Group("Ads", "nurtured", 40, days_ago=300), Group("Networking", "met", 5, days_ago=2)])
    answer = ask(store.open(), "funnel/diagnosis", Filters(as_of=AS_OF, path="Ads"))
    assert set(answer.rows["path"]) == {"Ads"}
    assert answer.headline.startswith("Too few people on each path are past their usual time")


def test_steps_at_which_lost_leads_cannot_be_placed_are_not_judged_and_say_so(store):
    states = ["New"] * 30 + ["Contacted"] * 30 + ["Won"] * 30 + ["Lost"] * 30
    leads = [f"L{n} | Lead {n} | Ads | 2025-06-01 | {state}" for n, state in enumerate(states)]
    store.fill("leads", "lead_id | name | path | created_at | status\n" + "\n".join(leads))
    answer = ask(store.open(), "funnel/diagnosis", HERE)
    steps = answer.rows[answer.rows["link_order"] > 1]
    assert set(steps["diagnosis"]) == {"cant_tell"}
    assert steps["evidence"].str.contains("30 lost leads left is not known").all()
    assert "30 lost leads left is not known" in answer.headline
