"""Direct asks by week, and the goal planned backwards, on numbers that can be counted by hand."""

from datetime import date, timedelta

import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask
from tests.filled import FilledStore
from tests.questions.funnel.made import AS_OF, Group, fill
from tests.samples import sample_store

# 2026-06-30 is a Tuesday: the last week that is over began on Monday, 22 June.
HERE = Filters(as_of=AS_OF)
LAST_MONDAY = date(2026, 6, 22)
# Of 400 people asked 200 bought for 1,000 each; all were nurtured; half of the nurtured were asked; all long ago.
MANY = [
    Group("Ads", "sold", 200, days_ago=700),
    Group("Ads", "refused", 200, days_ago=700),
    Group("Ads", "nurtured", 400, days_ago=700),
]


def fill_asks(store: FilledStore, asks: list[tuple[str, date]], came: str = "2025-01-06") -> FilledStore:
    people = sorted({person for person, _ in asks})
    store.fill(
        "leads",
        "lead_id | name | path | owner | created_at\n"
        + "\n".join(f"{one} | Name {one} | Ads | Kim | {came}" for one in people),
    )
    lines = [f"{person} | {day} | Ads | ask | Kim" for person, day in asks]
    return store.fill("touches", "person | happened_at | path | link | owner\n" + "\n".join(lines))


def week_by_week(count: int) -> list[tuple[str, date]]:
    """One ask in each of the last weeks that are over."""
    return [(f"p{number}", LAST_MONDAY - timedelta(days=7 * number)) for number in range(count)]


def test_asks_are_counted_by_week_and_the_week_that_runs_is_left_out(store):
    asks = [*week_by_week(26), ("late", date(2026, 6, 29)), ("p0", LAST_MONDAY + timedelta(days=3))]
    rows = ask(fill_asks(store, asks).open(), "funnel/asks", HERE).rows
    assert rows["ask_count"].sum() == 27
    assert rows["week_start"].iloc[0] == LAST_MONDAY
    assert rows["ask_count"].iloc[0] == 2


def test_two_entries_of_one_day_are_one_ask(store):
    asks = [*week_by_week(8), ("p0", LAST_MONDAY), ("p0", LAST_MONDAY)]
    rows = ask(fill_asks(store, asks).open(), "funnel/asks", HERE).rows
    assert rows["ask_count"].tolist() == [1] * 8


def test_whoever_had_bought_is_asked_for_the_next_sale(store):
    fill_asks(store, [("p1", date(2026, 5, 4)), ("p1", date(2026, 6, 22)), *week_by_week(8)[2:]])
    store.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\no | c | 2026-05-11 | 500")
    store.fill("customers", "customer_id | name | email\nc | Name p1 | p1@x.example")
    store.fill("touches", "person | happened_at | path | link | owner\np1 | 2026-05-12 | Ads | sale | Kim")
    rows = ask(store.open(), "funnel/asks", HERE).rows
    newest = rows[rows["week_start"] == LAST_MONDAY].iloc[0]
    assert (newest["ask_count"], newest["customer_ask_count"]) == (0, 1)


def test_fewer_asks_than_before_are_only_said_when_chance_would_seldom_do_it(store):
    busy = [(f"b{week}-{one}", LAST_MONDAY - timedelta(days=7 * week)) for week in range(13, 26) for one in range(3)]
    some = [(f"s{week}", LAST_MONDAY - timedelta(days=7 * week)) for week in range(13)]
    answer = ask(fill_asks(store, [*busy, *some]).open(), "funnel/asks", HERE)
    assert answer.headline == (
        "13 direct asks in the last 13 weeks: 1.0 a week (0.6 to 1.6), fewer than the 39 in the 13 weeks before."
    )


def test_as_many_as_before_is_said_so(store):
    answer = ask(fill_asks(store, week_by_week(26)).open(), "funnel/asks", HERE)
    assert answer.headline.endswith("; 13 in the 13 weeks before: no clear change.")


def test_under_four_weeks_nothing_is_said_of_a_week(store):
    answer = ask(fill_asks(store, week_by_week(3), came="2026-06-08").open(), "funnel/asks", HERE)
    assert (answer.not_enough.have, answer.not_enough.need) == (3, 4)


def test_the_asks_of_the_sample_agree_with_plain_pandas():
    """Every person asked on a day, straight from touches and deals of the version, by plain Python."""
    store = sample_store()
    rows = ask(store, "funnel/asks", Filters(as_of=store.last_day)).rows
    events = store.rows("select person_key, event_date from path_events where link = 'ask' and is_dated", {})
    days = events.drop_duplicates()
    start = pd.Timestamp(rows["first_week_start"].iloc[0])
    day = pd.to_datetime(days["event_date"])
    plain = ((day >= start) & (day < start + pd.Timedelta(weeks=26))).sum()
    assert rows["ask_count"].sum() + rows["customer_ask_count"].sum() == plain


def plan(store: FilledStore, filters: Filters = HERE) -> pd.DataFrame:
    return ask(store.open(), "funnel/ask_plan", filters).rows.set_index(["owner", "link"])


def test_the_goal_is_planned_backwards_at_our_own_rates(store):
    """A quota of 130,000 in 91 days is 10,000 a week: 10 sales of 1,000, 20 asks at a half, 40 nurtured, 40 new."""
    fill(store, MANY)
    store.fill("quotas", "owner | period_start | period_end | quota_amount\nKim | 2026-07-01 | 2026-09-30 | 130000")
    found = plan(store).loc["Everybody", "likely_per_week"].astype(float)
    assert found["sale"] == pytest.approx(10, rel=0.01)
    assert found["ask"] == pytest.approx(20, rel=0.03)
    assert found["nurturing"] == pytest.approx(40, rel=0.05)
    assert found["lead_generation"] == pytest.approx(40, rel=0.05)


def test_orders_of_existing_customers_come_off_the_goal(store):
    """Twice 26,000 within the last 52 weeks are 1,000 a week: of 10,000 a week 9,000 is left for first sales."""
    fill(store, MANY)
    store.fill("customers", "customer_id | name\nold | Old customer")
    days = ("2025-09-01", "2026-02-02")
    store.fill(
        "orders",
        "order_id | customer_id | ordered_at | revenue_amount\n"
        + "\n".join(f"{day} | old | {day} | 26000" for day in days),
    )
    store.fill("quotas", "owner | period_start | period_end | quota_amount\nKim | 2026-07-01 | 2026-09-30 | 130000")
    first = plan(store).loc[("Everybody", "ask")]
    assert float(first["repeat_amount"]) == 1000
    assert float(first["new_amount"]) == 9000


def test_without_quotas_the_goal_is_last_year_and_a_tenth_more(store):
    """52,000 in 52 weeks are 1,000 a week, so the goal is 1,100."""
    fill(store, MANY)
    store.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\nx | old | 2026-02-02 | 52000")
    row = plan(store).loc[("Everybody", "ask")]
    assert (float(row["goal_amount"]), row["is_quota"]) == (1100, False)


def test_without_any_order_the_won_deals_of_last_year_are_what_the_goal_grows_from(store):
    """Thirteen deals of 4,000 in 52 weeks are 1,000 a week, so the goal is 1,100, and none of it is repeat business."""
    weeks = [(f"p{number}", LAST_MONDAY - timedelta(days=28 * number + 14)) for number in range(13)]
    fill_asks(store, weeks)
    lines = [f"d{one} | Deal {one} | {one} | Kim | 4000 | Won | {day} | {day} | true" for one, day in weeks]
    store.fill(
        "deals",
        "deal_id | name | lead_id | owner | amount | stage_name | opened_at | closed_at | is_won\n" + "\n".join(lines),
    )
    row = plan(store).loc[("Everybody", "ask")]
    assert (float(row["goal_amount"]), float(row["repeat_amount"])) == (pytest.approx(1100), 0)


def test_each_person_with_a_quota_has_a_plan_of_their_own(store):
    fill(store, MANY)
    fill_asks(store, week_by_week(13))
    store.fill(
        "quotas",
        "owner | period_start | period_end | quota_amount\n"
        "Kim | 2026-07-01 | 2026-09-30 | 13000\nLee | 2026-07-01 | 2026-09-30 | 13000",
    )
    rows = plan(store)
    assert float(rows.loc[("Kim", "ask"), "goal_amount"]) == 1000
    assert rows.loc[("Kim", "ask"), "now_per_week"] == 1.0
    assert float(rows.loc[("Everybody", "ask"), "goal_amount"]) == 2000


def test_orders_that_name_no_owner_are_of_whoever_has_the_lead(store):
    """50 first sales of 1,000 in a year, each lead Kim's or Lee's, no order with an owner: their goals add up."""
    fill(store, MANY)
    days = [date(2025, 7, 7) + timedelta(days=7 * number) for number in range(50)]
    owners = ["Kim" if number % 2 else "Lee" for number in range(50)]
    people = [
        (f"n{number}@x.example", day, owner) for number, (day, owner) in enumerate(zip(days, owners, strict=True))
    ]
    leads = [f"{mail} | {mail} | {mail} | Ads | {owner} | {day - timedelta(days=30)}" for mail, day, owner in people]
    store.fill("leads", "lead_id | name | email | path | owner | created_at\n" + "\n".join(leads))
    orders = [f"o{mail} | {mail} | {day} | 1000" for mail, day, _ in people]
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\n" + "\n".join(orders))
    rows = plan(store)
    goals = rows["goal_amount"].astype(float).xs("ask", level="link")
    assert goals["Kim"] == goals["Lee"] > 0
    assert goals["Kim"] + goals["Lee"] == pytest.approx(goals["Everybody"], rel=0.01)
    assert (rows["repeat_amount"].astype(float) >= 0).all()


def test_too_few_asked_people_give_no_plan(store):
    answer = ask(fill(store, [Group("Ads", "sold", 9, days_ago=300)]).open(), "funnel/ask_plan", HERE)
    assert (answer.not_enough.have, answer.not_enough.need) == (9, 10)


def test_too_few_asks_for_the_goal_are_a_finding_with_whom_to_ask(store):
    fill(store, MANY)
    fill_asks(store, week_by_week(13))
    store.fill("quotas", "owner | period_start | period_end | quota_amount\nKim | 2026-07-01 | 2026-09-30 | 130000")
    (finding,) = ask(store.open(), "funnel/ask_plan", HERE).findings
    assert finding.sentence.startswith("1.0 direct asks a week are made; the goal takes about ")
    assert finding.people_count == 400
    assert float(finding.money.likely) == pytest.approx(52 * (10_000 - 500), rel=0.02), "a year, as every finding"
