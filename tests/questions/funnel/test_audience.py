"""Temperatures, contact details, actions, events and costs, on people that can be counted by hand."""

from datetime import date, timedelta

import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask
from analytics.questions.funnel import path_cost
from tests.filled import FilledStore
from tests.questions.funnel.made import AS_OF
from tests.samples import SAMPLE, sample_store

HERE = Filters(as_of=AS_OF)


def fill_four(store: FilledStore) -> FilledStore:
    """One only watches, one is a lead, one bought as a lead, one bought without ever being one."""
    store.fill(
        "touches",
        """
        person         | happened_at | path    | action
        warm@x.example | 2026-05-04  | Content | watched
        lead@x.example | 2026-03-02  | Content | watched
        """,
    )
    store.fill(
        "leads",
        """
        lead_id | name | email          | phone        | city   | path    | created_at
        L1      | Lee  | lead@x.example | 617 555 0100 | Boston | Content | 2026-06-01
        L2      | Bo   | bo@x.example   |              |        | Ads     | 2026-02-02
        """,
    )
    store.fill("customers", "customer_id | name | email\nC2 | Bo | bo@x.example\nC3 | Cy | cy@x.example")
    return store.fill(
        "orders",
        """
        order_id | customer_id | ordered_at | revenue_amount
        o2       | C2          | 2026-05-20 | 500
        o3       | C3          | 2026-01-20 | 700
        """,
    )


def test_everybody_has_exactly_one_temperature(store):
    rows = ask(fill_four(store).open(), "funnel/audience", HERE).rows.set_index("temperature")
    assert rows["person_count"].to_dict() == {"warm": 1, "lead": 1, "customer": 2}
    assert rows.loc["customer", ["moved_in_count", "earlier_moved_in_count"]].tolist() == [1, 1]


def test_a_temperature_is_of_the_day_that_is_asked_for(store):
    rows = ask(fill_four(store).open(), "funnel/audience", Filters(as_of=date(2026, 3, 31))).rows
    assert rows.set_index("temperature")["person_count"].to_dict() == {"warm": 1, "lead": 1, "customer": 1}


def test_views_of_unknown_people_are_counted_apart_and_never_added(store):
    fill_four(store)
    store.fill("path_counts", "path | action | period_start | count\nAds | impressions | 2026-06-01 | 9000")
    rows = ask(store.open(), "funnel/audience", HERE).rows.set_index("temperature")
    assert (rows.loc["cold", "kind"], rows.loc["cold", "moved_in_count"]) == ("counts", 9000)
    assert pd.isna(rows.loc["cold", "person_count"])
    assert rows["person_sum"].tolist() == [4, 4, 4, 4]


def test_all_three_means_email_phone_and_address(store):
    rows = ask(fill_four(store).open(), "funnel/audience", HERE).rows.set_index("temperature")
    assert rows.loc["lead", ["email_count", "phone_count", "address_count", "all_three_count"]].tolist() == [1, 1, 1, 1]
    assert rows.loc["customer", ["email_count", "phone_count", "all_three_count"]].tolist() == [2, 0, 0]
    assert rows["all_three_rate"].isna().all()


def test_moves_say_from_where(store):
    rows = ask(fill_four(store).open(), "funnel/audience_moves", Filters(as_of=date(2026, 7, 15))).rows
    moves = [(f"{row.month_start:%Y-%m}", row.temperature_before, row.temperature) for row in rows.itertuples()]
    assert moves == [
        ("2026-01", "cold", "customer"),
        ("2026-02", "cold", "lead"),
        ("2026-03", "cold", "warm"),
        ("2026-05", "cold", "warm"),
        ("2026-05", "lead", "customer"),
        ("2026-06", "warm", "lead"),
    ]


def test_the_last_three_months_end_with_the_day_looked_at_and_not_with_the_last_move(store):
    opened = fill_four(store).open()
    # Of May, June and July: one watched in May, the same became a lead in June, one bought in May.
    summer = ask(opened, "funnel/audience_moves", Filters(as_of=date(2026, 7, 31))).headline
    assert summer.startswith("From May to July 2026 1 became warm")
    assert "1 became a lead" in summer and "1 became a customer" in summer
    winter = ask(opened, "funnel/audience_moves", Filters(as_of=date(2026, 12, 31))).headline
    assert winter == "From October to December 2026 nobody became warm, a lead or a customer."


def test_a_month_in_which_nobody_moved_is_drawn_at_nought(store):
    drawing = ask(fill_four(store).open(), "funnel/audience_moves", Filters(as_of=date(2026, 7, 31))).figure()
    customers = next(line for line in drawing.data if line.name == "Became customers")
    # One bought in January, one in May; nobody did in between, nor in June and July.
    assert list(customers.y) == [1, 0, 0, 0, 1, 0, 0]
    assert [f"{month:%m}" for month in customers.x] == ["01", "02", "03", "04", "05", "06", "07"]


def test_what_is_missing_is_named(store):
    fill_four(store)
    store.fill("leads", "lead_id | name | phone | created_at\nL9 | Nan | 617 555 0199 | 2026-06-20")
    rows = ask(store.open(), "funnel/contact_gaps", HERE).rows
    assert rows[["name", "missing_detail"]].values.tolist() == [["Nan", "e-mail, address"]]
    assert (rows["lead_count"].iloc[0], rows["gap_count"].iloc[0]) == (2, 1)


def test_the_sample_has_as_many_leads_with_all_three_as_plain_pandas_counts():
    store = sample_store()
    rows = ask(store, "funnel/audience", Filters(as_of=store.last_day)).rows.set_index("temperature")
    leads = pd.read_csv(SAMPLE / "files" / "leads.csv", dtype=str, encoding="utf-8-sig")
    open_leads = leads[leads["Lead Status"] != "Customer"]
    plain = open_leads[["Email", "Phone Number"]].notna().all(axis=1) & open_leads["City"].notna()
    assert rows.loc["lead", ["person_count", "all_three_count"]].tolist() == [len(open_leads), plain.sum()]


def fill_watchers(store: FilledStore, watched: tuple[int, int], viewed: tuple[int, int]) -> FilledStore:
    """People who watched and people who only viewed in January; of each so many became leads ten days later."""
    touches, leads = [], []
    for action, (became, people) in {"watched": watched, "viewed": viewed}.items():
        for number in range(people):
            person = f"{action}{number}@x.example"
            touches.append(f"{person} | 2026-01-05 | Content | {action}")
            if number < became:
                leads.append(f"{action}{number} | Name {number} | {person} | Content | 2026-01-15")
    store.fill("touches", "person | happened_at | path | action\n" + "\n".join(touches))
    return store.fill("leads", "lead_id | name | email | path | created_at\n" + "\n".join(leads))


def test_the_action_that_really_precedes_becoming_a_lead_is_found(store):
    answer = ask(fill_watchers(store, (30, 40), (10, 60)).open(), "funnel/actions", HERE)
    rows = answer.rows.set_index("action")
    counts = ["over_count", "became_count", "other_over_count", "other_became_count", "last_before_count"]
    assert rows.loc["watched", counts].tolist() == [40, 30, 60, 10, 30]
    assert bool(rows.loc["watched", "is_different"])
    assert answer.headline == (
        "'watched' came last before 30 of 40 leads, 75% (62% to 84%);"
        " 'watched' really raises it: 30 of 40, 75% (62% to 84%)."
    )


def test_a_difference_that_chance_makes_is_no_finding(store):
    answer = ask(fill_watchers(store, (14, 40), (20, 60)).open(), "funnel/actions", HERE)
    assert answer.findings == []
    assert answer.headline.endswith("no action yet tells who becomes one.")


def test_whose_window_is_not_over_is_in_neither_count(store):
    early = Filters(as_of=date(2026, 1, 30))
    rows = ask(fill_watchers(store, (30, 40), (10, 60)).open(), "funnel/actions", early).rows
    assert rows["over_count"].tolist() == [0, 0]


def test_leaving_contact_details_is_not_what_precedes_it(store):
    fill_watchers(store, (12, 12), (0, 0))
    lines = [f"watched{number}@x.example | 2026-01-15 | Content | gave contact" for number in range(12)]
    store.fill("touches", "person | happened_at | path | action\n" + "\n".join(lines))
    assert ask(store.open(), "funnel/actions", HERE).rows["action"].tolist() == ["watched"]


def fill_event(store: FilledStore, people: list[tuple[str, int | None]]) -> FilledStore:
    """People met at one event on 2 March; each with the days until the next contact, None for never."""
    met = date(2026, 3, 2)
    leads = [f"{name} | {name} | Networking | {met}" for name, _ in people]
    touches = [f"{name} | {met} | Networking | met | Fair" for name, _ in people]
    calls = [f"{name} | {met + timedelta(days=days)} | Networking | called |" for name, days in people if days]
    store.fill("leads", "lead_id | name | path | created_at\n" + "\n".join(leads))
    return store.fill("touches", "person | happened_at | path | action | content\n" + "\n".join(touches + calls))


def test_seven_days_after_the_meeting_is_in_time_and_eight_is_not(store):
    rows = ask(fill_event(store, [("Ann", 7), ("Bob", 8), ("Cat", None)]).open(), "funnel/events", HERE).rows
    assert rows[["event", "met_count", "followed_count", "over_count"]].values.tolist() == [["Fair", 3, 1, 3]]


def test_an_event_of_this_week_is_not_late_yet(store):
    answer = ask(fill_event(store, [("Ann", None)]).open(), "funnel/events", Filters(as_of=date(2026, 3, 8)))
    assert answer.not_enough.have == 0


def test_whoever_was_met_and_never_called_is_named(store):
    store = fill_event(store, [("Ann", 3), ("Bob", None)]).open()
    (finding,) = ask(store, "funnel/events", Filters(as_of=date(2026, 4, 30))).findings
    assert (finding.people_count, finding.people[0].name) == (1, "Bob")
    assert finding.people[0].why == "met at 'Fair' on 2026-03-02, no contact since"
    listed = ask(store, "funnel/event_people", Filters(as_of=date(2026, 4, 30))).rows
    assert listed["name"].tolist() == ["Bob", "Ann"]
    assert listed["followed_days"].tolist()[1] == 3


def test_the_followed_up_of_the_sample_agree_with_plain_pandas():
    """Meetings straight from the CRM log; the next thing noted of the same person, on a later day."""
    store = sample_store()
    rows = ask(store, "funnel/events", Filters(as_of=store.last_day)).rows
    events = store.rows("select person_key, event_date, link from path_events where is_dated", {})
    met = store.rows("select person_key, event, met_date from event_people", {})
    joined = met.merge(events[events["link"] != "lead_generation"], on="person_key")
    gap = pd.to_datetime(joined["event_date"]) - pd.to_datetime(joined["met_date"])
    quick = joined[(gap.dt.days > 0) & (gap.dt.days <= 7)].drop_duplicates(["person_key", "event"])
    over = pd.to_datetime(met["met_date"]) <= pd.Timestamp(store.last_day) - pd.Timedelta(days=7)
    assert rows["all_over_count"].iloc[0] == over.sum()
    assert rows["followed_count"].sum() == quick.merge(met[over], on=["person_key", "event"]).shape[0]


def fill_spend(store: FilledStore) -> FilledStore:
    """1,000 spent on ads since January brought 20 leads of whom 10 bought; two more came before the spend."""
    leads = [f"L{number} | N{number} | n{number}@x.example | ads | 2026-01-10" for number in range(20)]
    leads += [f"E{number} | E{number} | e{number}@x.example | ads | 2025-12-10" for number in range(2)]
    orders = [f"o{number} | n{number}@x.example | 2026-02-10 | 300" for number in range(10)]
    orders += ["again | n0@x.example | 2026-03-10 | 300"]
    store.fill("leads", "lead_id | name | email | path | created_at\n" + "\n".join(leads))
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\n" + "\n".join(orders))
    return store.fill(
        "path_counts",
        "path | action | period_start | count | spend_amount\nAds | clicks | 2026-01-01 | 900 | 600\n"
        "Ads | clicks | 2026-02-01 | 800 | 400\nContent | views | 2026-01-01 | 500 |",
    )


def test_costs_are_spend_over_people_who_came_since(store):
    rows = ask(fill_spend(store).open(), "funnel/path_cost", HERE).rows
    assert rows[["path", "result", "person_count"]].values.tolist() == [
        ["Ads", "lead", 20],
        ["Ads", "deal", 10],
        ["Ads", "customer", 10],
        ["Ads", "repeat_customer", 1],
    ]
    assert [None if pd.isna(cost) else float(cost) for cost in rows["cost_amount"]] == [50, 100, 100, None]


def test_the_cost_of_one_has_the_range_of_its_count(store):
    """Garwood: 10 people are 5.4 to 17.0, so a customer cost 59 to 184."""
    row = ask(fill_spend(store).open(), "funnel/path_cost", HERE).rows.iloc[2]
    assert [float(row[name]) for name in ("low_amount", "high_amount")] == pytest.approx([58.96, 184.32], abs=0.05)


def test_a_cost_can_be_read_off_its_scale(store):
    """From 35 to 184: a scale of tenfold steps alone has the one tick of 100."""
    axis = path_cost.figure(ask(fill_spend(store).open(), "funnel/path_cost", HERE).rows).layout.xaxis
    assert [tick for tick in axis.tickvals if 35 <= tick <= 184] == [50, 100]


def test_a_path_without_known_spend_has_no_cost(store):
    rows = ask(fill_spend(store).open(), "funnel/path_cost", HERE).rows
    assert set(rows["path"]) == {"Ads"}


def test_the_cost_of_a_customer_in_the_sample_agrees_with_plain_pandas():
    store = sample_store()
    rows = ask(store, "funnel/path_cost", Filters(as_of=store.last_day)).rows.set_index(["path", "result"])
    leads = pd.read_csv(SAMPLE / "files" / "leads.csv", dtype=str, encoding="utf-8-sig")
    ads = leads[leads["Lead Source"] == "Ads"]
    sold = (ads["Lead Status"] == "Customer").sum()
    assert rows.loc[("Ads", "lead"), "person_count"] == len(ads)
    assert rows.loc[("Ads", "customer"), "person_count"] == sold
    assert float(rows.loc[("Ads", "customer"), "cost_amount"]) == pytest.approx(25459.11 / sold, abs=0.01)


def test_a_path_filter_counts_the_spend_of_that_path_only(store):
    fill_spend(store)
    store.fill(
        "path_counts", "path | action | period_start | count | spend_amount\nFlyers | sent | 2026-01-01 | 9 | 70"
    )
    rows = ask(store.open(), "funnel/path_cost", Filters(as_of=AS_OF, path="Ads")).rows
    assert float(rows["total_spend_amount"].iloc[0]) == 1000
