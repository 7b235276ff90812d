"""Cohorts, quarters and days of each link, on people that can be counted by hand."""

from datetime import date

import pandas as pd
import pytest
from scipy.stats import CensoredData, ecdf

from analytics.filters import Filters
from analytics.questions import ask
from tests.questions.funnel.made import AS_OF, Group, fill
from tests.samples import SAMPLE, sample_store

HERE = Filters(as_of=AS_OF)


def test_a_cohort_keeps_people_in_play_apart_from_those_who_left(store):
    """In September 2025 four came; in June 2026 three, of whom nobody's time is over."""
    groups = [
        Group("Ads", "sold", 1, days_ago=300),
        Group("Ads", "refused", 2, days_ago=300),
        Group("Ads", "nurtured", 1, days_ago=300),
        Group("Ads", "met", 3, days_ago=20),
    ]
    rows = ask(fill(store, groups).open(), "funnel/cohorts", HERE).rows
    counts = ["came_count", "sold_count", "refused_count", "left_count", "in_play_count"]
    assert rows[["cohort_month", *counts]].values.tolist() == [
        [date(2025, 9, 1), 4, 1, 2, 1, 0],
        [date(2026, 6, 1), 3, 0, 0, 0, 3],
    ]


def test_the_cohorts_of_the_sample_agree_with_plain_pandas():
    store = sample_store()
    rows = ask(store, "funnel/cohorts", Filters(as_of=store.last_day)).rows.set_index("cohort_month")
    leads = pd.read_csv(SAMPLE / "files" / "leads.csv", dtype=str, encoding="utf-8-sig")
    month = pd.to_datetime(leads["Create Date"]).dt.to_period("M")
    plain = leads.assign(is_sold=leads["Lead Status"] == "Customer").groupby(month)["is_sold"].agg(["count", "sum"])
    for start, row in rows.iterrows():
        expected = plain.loc[pd.Period(start, "M")]
        assert (row["came_count"], row["sold_count"]) == (expected["count"], expected["sum"])


def test_a_quarter_that_works_worse_is_said_with_both_rates(store):
    """The second quarter of 2025 sold to 30 of 40, that of 2026 to 8 of 40; a year is more than any usual time."""
    groups = [
        Group("Ads", "sold", 30, days_ago=440, step_days=2),
        Group("Ads", "refused", 10, days_ago=440, step_days=2),
        Group("Ads", "sold", 8, days_ago=85, step_days=2),
        Group("Ads", "refused", 32, days_ago=85, step_days=2),
    ]
    answer = ask(fill(store, groups).open(), "funnel/quarters", HERE)
    sale = answer.rows[answer.rows["link"] == "sale"].set_index("quarter")
    assert sale.loc["a_year_ago", ["resolved_reached_count", "resolved_count"]].tolist() == [30, 40]
    assert sale.loc["this_quarter", ["resolved_reached_count", "resolved_count"]].tolist() == [8, 40]
    assert sale.loc["a_year_ago", "difference_rate"] == pytest.approx(-0.55)
    assert "works worse this quarter: 20% against 75% the same quarter a year ago" in answer.headline


def test_a_quarter_in_which_everybody_is_in_play_is_not_judged(store):
    groups = [Group("Ads", "sold", 40, days_ago=440), Group("Ads", "met", 40, days_ago=5)]
    answer = ask(fill(store, groups).open(), "funnel/quarters", HERE)
    assert answer.headline == (
        "40 people came in this quarter, all of them still in play;"
        " too few are past their usual time to compare this quarter with another."
    )


def test_the_quarter_begins_on_its_first_day(store):
    """2026-04-01 is 90 days before AS_OF: in; the day before is of the last quarter."""
    groups = [Group("Ads", "met", 2, days_ago=90), Group("Ads", "met", 3, days_ago=91)]
    rows = ask(fill(store, groups).open(), "funnel/quarters", HERE).rows
    first = rows[rows["link_order"] == 1].set_index("quarter")
    assert first["from_count"].to_dict() == {"this_quarter": 2, "last_quarter": 3}


def test_the_days_of_a_link_are_a_median_with_its_range(store):
    """20 took 5 days, 21 took 9: the median is 9; of all 41 so many took at most a week as are the quick ones."""
    groups = [
        Group("Ads", "sold", 20, days_ago=400, step_days=5),
        Group("Ads", "sold", 21, days_ago=400, step_days=9),
    ]
    rows = ask(fill(store, groups).open(), "funnel/link_days", HERE).rows
    row = rows[(rows["path"] == "Ads") & (rows["link"] == "nurturing")].iloc[0]
    assert row[["step_count", "median_days", "low_days", "high_days"]].tolist() == [41, 9, 5, 9]
    assert row["within_seven_count"] == 20


def test_under_ten_steps_there_is_no_median(store):
    groups = [Group("Ads", "sold", 9, days_ago=400), Group("Content", "sold", 12, days_ago=400)]
    rows = ask(fill(store, groups).open(), "funnel/link_days", HERE).rows
    medians = rows[rows["link"] == "sale"].set_index("path")["median_days"]
    assert pd.isna(medians["Ads"])
    assert (medians["Content"], medians["All paths"]) == (7, 7)


def test_a_step_that_only_a_status_tells_has_no_days(store):
    leads = [f"L{number} | N{number} | Ads | 2025-01-06 | Contacted" for number in range(12)]
    store.fill("leads", "lead_id | name | path | created_at | status\n" + "\n".join(leads))
    assert len(ask(store.open(), "funnel/link_days", HERE).rows) == 0


def test_the_medians_of_the_sample_agree_with_plain_pandas():
    store = sample_store()
    rows = ask(store, "funnel/link_days", Filters(as_of=store.last_day)).rows.set_index(["path", "link"])
    events = store.rows(
        """
        select path_events.person_key, path_events.event_date, path_events.link, journeys.entered_date, journeys.path
        from path_events
        inner join journeys on path_events.person_key = journeys.person_key
        where journeys.is_first_path and not journeys.was_customer and path_events.is_dated
        """,
        {},
    )
    first = events[events["link"] == "sale"].groupby(["person_key", "path"])[["event_date", "entered_date"]].min()
    days = (pd.to_datetime(first["event_date"]) - pd.to_datetime(first["entered_date"])).dt.days
    for path, of_path in days[days >= 0].groupby("path"):
        found = rows.loc[(path, "lead_generation")]
        assert found["step_count"] == len(of_path)
        if len(of_path) >= 10:
            assert found["median_days"] == of_path.quantile(0.5, interpolation="lower")


@pytest.mark.parametrize("link", ["nurturing", "ask", "sale"])
def test_the_usual_time_is_where_the_curve_of_an_independent_library_reaches_nine_tenths(link):
    """usual_days is Kaplan-Meier in SQL; scipy draws the same curve from one row per person."""
    store = sample_store()
    last_day = store.last_day
    steps = store.rows(
        """
        select
            path,
            coalesce(step_days, date_diff('day', from_date, cast($last_day as date))) as days,
            reached_date is not null as is_reached
        from path_steps
        where
            link = $link and is_first_path and is_from_recorded
            and (reached_date is null or step_days is not null)
        """,
        {"link": link, "last_day": last_day},
    )
    usual = store.rows("select path, usual_days, measured_on from usual_days where link = $link", {"link": link})
    own = usual[usual["measured_on"] == "this path"]
    assert len(own)
    for path, expected in zip(own["path"], own["usual_days"], strict=True):
        of_path = steps[steps["path"] == path]
        days, done = of_path["days"].astype(float).to_numpy(), of_path["is_reached"].astype(bool).to_numpy()
        curve = ecdf(CensoredData(uncensored=days[done], right=days[~done])).sf
        watched = [(day, 1 - value) for day, value in zip(curve.quantiles, curve.probabilities, strict=True)]
        reliable = [(day, share) for day, share in watched if (days >= day).sum() >= 10]
        plateau = max(share for _, share in reliable)
        assert min(day for day, share in reliable if share >= 0.9 * plateau - 1e-9) == expected
