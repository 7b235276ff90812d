"""Rules of counting people from link to link, each on a table small enough to count by hand."""

import re
from datetime import date

import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask
from tests.questions.funnel.made import AS_OF, Group, fill

HERE = Filters(as_of=AS_OF)
# Under 10 known steps the usual time is the cut-off: 30 days to nurturing, 45 to the ask, 60 to the sale.
COUNTS = ["from_count", "reached_count", "refused_count", "never_tried_count", "no_answer_count", "in_play_count"]
PARTS = [*COUNTS[1:], "lost_count"]


def link(store, name: str, filters: Filters = HERE, path: str = "Networking") -> dict:
    """Column to value of one link of one path; unknown as None."""
    return link_of(store.open(), name, filters, path)


def link_of(opened, name: str, filters: Filters = HERE, path: str = "Networking") -> dict:
    """The same of a store that is open already."""
    rows = ask(opened, "funnel/link_conversion", filters).rows
    row = rows[(rows["path"] == path) & (rows["link"] == name) & (rows["kind"] == "persons")].iloc[0]
    return {column: None if pd.isna(value) else value for column, value in row.items()}


def counts(row: dict) -> list:
    return [row[column] for column in COUNTS]


def touched(store, *touches: str):
    """A lead L1 of 1 January on the path Networking, and the touches `day | link`."""
    store.fill(
        "leads",
        """
        lead_id | name      | email     | path       | created_at
        L1      | Ann O'Dea | a@x.example | Networking | 2026-01-01
        """,
    )
    rows = "\n".join(f"L1 | {day_and_link.replace('|', '| Networking |')}" for day_and_link in touches)
    return store.fill("touches", f"person | happened_at | path | link\n{rows}")


def test_each_person_is_counted_once_at_each_link_they_reached(store):
    fill(
        store,
        [
            Group("Networking", "met", 1),
            Group("Networking", "nurtured", 2),
            Group("Networking", "asked", 3),
            Group("Networking", "refused", 4),
            Group("Networking", "sold", 5),
        ],
    )
    rows = ask(store.open(), "funnel/link_conversion", Filters(as_of=AS_OF)).rows
    assert rows["reached_count"].to_list() == [15, 14, 12, 5]
    assert counts(dict(rows.iloc[1].astype(object).where(rows.iloc[1].notna(), None))) == [15, 14, 0, 1, None, 0]
    assert counts(dict(rows.iloc[2].astype(object).where(rows.iloc[2].notna(), None))) == [14, 12, 0, 2, None, 0]
    assert counts(dict(rows.iloc[3].astype(object).where(rows.iloc[3].notna(), None))) == [12, 5, 4, None, 3, 0]


def test_the_people_of_a_link_add_up_to_those_of_the_link_before(store):
    fill(store, [Group("Networking", "sold", 3), Group("Networking", "asked", 2, days_ago=20), Group("Ads", "met", 4)])
    rows = ask(store.open(), "funnel/link_conversion", Filters(as_of=AS_OF)).rows
    rows = rows[rows["from_count"].notna()]
    parts = rows[PARTS].fillna(0).sum(axis=1)
    assert parts.to_list() == rows["from_count"].to_list()


def test_a_skipped_step_does_not_drop_anybody_but_is_not_called_recorded(store):
    touched(store, "2026-01-10 | nurturing")
    store.fill(
        "leads",
        """
        lead_id | name | email       | path       | created_at
        L2      | Bob  | b@x.example | Networking | 2026-01-02
        """,
    )
    store.fill("touches", "person | happened_at | path | link\nL2 | 2026-02-02 | Networking | ask")
    row = link(store, "nurturing")
    assert (row["from_count"], row["reached_count"], row["recorded_count"]) == (2, 2, 1)


def test_a_repeated_step_counts_once(store):
    touched(store, "2026-01-10 | nurturing", "2026-01-10 | nurturing", "2026-02-10 | nurturing")
    assert link(store, "nurturing")["reached_count"] == 1


@pytest.mark.parametrize(
    ("as_of", "in_play", "never_tried"), [("2026-02-24", 1, 0), ("2026-02-25", 0, 1)], ids=["day 45", "day 46"]
)
def test_somebody_inside_the_usual_time_is_in_play_not_lost(store, as_of, in_play, never_tried):
    touched(store, "2026-01-10 | nurturing", "2026-06-01 | ask")
    row = link(store, "ask", Filters(as_of=date.fromisoformat(as_of)))
    assert (row["in_play_count"], row["never_tried_count"], row["reached_count"]) == (in_play, never_tried, 0)


def test_what_happened_after_the_as_of_date_has_not_happened_yet(store):
    touched(store, "2026-01-10 | nurturing", "2026-01-20 | ask")
    opened = store.open()
    assert link_of(opened, "ask", Filters(as_of=date(2026, 1, 19)))["reached_count"] == 0
    assert link_of(opened, "ask", Filters(as_of=date(2026, 1, 20)))["reached_count"] == 1


def test_a_no_is_a_refusal_and_follows_an_ask(store):
    touched(store, "2026-01-10 | nurturing", "2026-02-01 | no", "2026-02-02 | ask", "2026-02-03 | no")
    opened = store.open()
    assert link_of(opened, "ask")["reached_count"] == 1
    assert link_of(opened, "sale")["refused_count"] == 1


def test_a_new_ask_after_a_no_brings_them_back_into_play(store):
    touched(store, "2026-01-20 | ask", "2026-02-01 | no", "2026-06-01 | ask")
    row = link(store, "sale")
    assert (row["refused_count"], row["in_play_count"]) == (0, 1)


def test_a_sale_after_a_no_is_a_sale(store):
    touched(store, "2026-01-20 | ask", "2026-02-01 | no")
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\no1 | a@x.example | 2026-04-01 | 50")
    assert counts(link(store, "sale")) == [1, 1, 0, None, 0, 0]


def test_a_lead_marked_lost_is_refused_where_it_stands_without_an_ask(store):
    touched(store, "2026-05-10 | ask")
    store.fill(
        "leads",
        """
        lead_id | name | email       | path       | created_at | status
        L2      | Bob  | b@x.example | Networking | 2026-01-02 | Lost
        """,
    )
    row = link(store, "ask")
    assert (row["from_count"], row["reached_count"], row["refused_count"]) == (2, 1, 1)


def test_leads_and_orders_alone_give_a_funnel_and_say_what_they_cannot_tell(store):
    store.fill(
        "leads",
        """
        lead_id | name | email       | path       | created_at
        L1      | Ann  | a@x.example | Networking | 2026-01-01
        L2      | Bob  | b@x.example | Networking | 2026-01-01
        """,
    )
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\no1 | b@x.example | 2026-01-01 | 50")
    rows = ask(store.open(), "funnel/link_conversion", Filters(as_of=AS_OF)).rows
    assert rows["reached_count"].astype(object).where(rows["reached_count"].notna(), None).to_list() == [
        2,
        None,
        None,
        1,
    ]
    assert rows["from_link"].iloc[3] == "lead_generation"


def test_a_repeat_order_of_a_customer_is_no_sale_of_the_path(store):
    touched(store, "2026-01-10 | ask")
    store.fill(
        "orders",
        """
        order_id | email       | ordered_at | revenue_amount
        o0       | a@x.example | 2025-12-31 | 50
        o1       | a@x.example | 2026-02-01 | 70
        """,
    )
    rows = ask(store.open(), "funnel/link_conversion", Filters(as_of=AS_OF)).rows
    assert len(rows) == 0


def test_customers_of_before_are_counted_apart(store):
    touched(store, "2026-01-10 | ask")
    store.fill(
        "leads",
        """
        lead_id | name | email       | path       | created_at
        L2      | Bob  | b@x.example | Networking | 2026-01-02
        """,
    )
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\no0 | a@x.example | 2025-12-31 | 50")
    row = link(store, "lead_generation")
    assert (row["reached_count"], row["customer_before_count"]) == (1, 1)


def test_a_refund_is_no_sale(store):
    touched(store, "2026-01-10 | ask")
    store.fill(
        "orders",
        """
        order_id | email       | ordered_at | revenue_amount | is_refund
        c1       | a@x.example | 2026-01-01 | -20            | true
        """,
    )
    assert link(store, "sale")["reached_count"] == 0


def test_a_deal_is_an_ask_and_its_end_a_sale_or_a_refusal(store):
    touched(store, "2026-01-05 | nurturing")
    store.fill(
        "leads",
        """
        lead_id | name | email       | path       | created_at
        L2      | Bob  | b@x.example | Networking | 2026-01-02
        L3      | Cy   | c@x.example | Networking | 2026-01-02
        """,
    )
    store.fill(
        "deals",
        """
        deal_id | name | lead_id | owner | stage_name | opened_at  | closed_at  | is_won | is_lost | amount
        d1      | Roof | L1      | Kim   | Proposal   | 2026-02-01 |            | false  | false   | 10
        d2      | Roof | L2      | Kim   | Won        | 2026-02-01 | 2026-03-01 | true   | false   | 20
        d3      | Roof | L3      | Kim   | Lost       | 2026-02-01 | 2026-03-01 | false  | true    | 30
        """,
    )
    row = link(store, "sale")
    assert (row["from_count"], row["reached_count"], row["refused_count"], row["no_answer_count"]) == (3, 1, 1, 1)


def test_somebody_who_crosses_paths_counts_once_on_the_first_with_all_that_followed(store):
    touched(store, "2026-01-10 | nurturing")
    store.fill(
        "touches",
        """
        person | happened_at | path | link
        L1     | 2026-02-01  | Ads  | ask
        """,
    )
    answer = ask(store.open(), "funnel/link_conversion", Filters(as_of=AS_OF))
    assert set(answer.rows["path"]) == {"Networking"}
    assert answer.rows["reached_count"].to_list()[:3] == [1, 1, 1]


def test_spellings_of_a_path_are_one_path(store):
    touched(store, "2026-01-10 | nurturing")
    store.fill("leads", "lead_id | name | path | created_at\nL2 | Bob | networking  | 2026-01-02")
    assert link(store, "lead_generation")["reached_count"] == 2


def test_the_period_counts_its_first_day_and_not_its_last(store):
    touched(store, "2026-01-10 | nurturing")
    january_second = Filters(as_of=AS_OF, period_start=date(2026, 1, 1), period_end=date(2026, 1, 2))
    assert link(store, "lead_generation", january_second)["reached_count"] == 1


def test_somebody_who_came_in_on_the_day_after_the_period_is_not_counted(store):
    touched(store, "2026-01-10 | nurturing")
    before = Filters(as_of=AS_OF, period_start=date(2025, 1, 1), period_end=date(2026, 1, 1))
    assert len(ask(store.open(), "funnel/link_conversion", before).rows) == 0


def test_an_owner_with_a_quote_in_the_name_can_be_chosen(store):
    store.fill("leads", "lead_id | name | path | owner | created_at\nL1 | Ann | Ads | O'Brien | 2026-01-01")
    assert link(store, "lead_generation", Filters(as_of=AS_OF, owner="O'Brien"), "Ads")["reached_count"] == 1


def test_under_ten_resolved_people_there_is_no_rate(store):
    fill(store, [Group("Networking", "met", 6), Group("Networking", "nurtured", 3)])
    assert link(store, "nurturing")["conversion_rate"] is None


def test_from_ten_on_the_rate_has_a_range(store):
    fill(store, [Group("Networking", "met", 6), Group("Networking", "nurtured", 4)])
    row = link(store, "nurturing")
    # Wilson at 90 % for 4 of 10, as any textbook table has it.
    assert [round(row[name], 3) for name in ("low_rate", "conversion_rate", "high_rate")] == [0.194, 0.4, 0.648]


def test_people_in_play_are_not_part_of_the_rate(store):
    fill(store, [Group("Networking", "nurtured", 10), Group("Networking", "met", 90, days_ago=1)])
    row = link(store, "nurturing")
    assert (row["resolved_count"], row["in_play_count"], row["conversion_rate"]) == (10, 90, 1.0)


def test_counts_of_an_open_path_stand_apart_and_have_no_rate(store):
    touched(store, "2026-01-10 | nurturing")
    store.fill(
        "path_counts",
        """
        path | action      | period_start | count | spend_amount
        Ads  | impressions | 2026-01-01   | 900   | 10.50
        Ads  | impressions | 2026-02-01   | 100   | 4.50
        Ads  | impressions | 2026-07-01   | 999   | 9.99
        """,
    )
    rows = ask(store.open(), "funnel/link_conversion", Filters(as_of=AS_OF)).rows
    counted = rows[rows["kind"] == "counts"]
    assert counted[["path", "link", "action", "reached_count"]].values.tolist() == [
        ["Ads", "lead_generation", "impressions", 1000]
    ]
    assert str(counted["spend_amount"].iloc[0]) == "15.00"
    assert counted["conversion_rate"].isna().all()
    assert rows["person_count"].iloc[0] == 1


def test_nobody_on_a_path_is_said_and_not_drawn_as_zero(store):
    touched(store, "2026-01-10 | ask")
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\no1 | a@x.example | 2025-02-01 | 50")
    answer = ask(store.open(), "funnel/link_conversion", Filters(as_of=AS_OF))
    assert answer.not_enough.upload == "leads"


def test_few_people_past_their_time_do_not_hide_who_bought_already(store):
    fill(store, [Group("Networking", "sold", 2), Group("Networking", "met", 3)])
    answer = ask(store.open(), "funnel/link_conversion", Filters(as_of=AS_OF))
    assert answer.headline.startswith("5 people came in on 1 path; 2 bought so far; only 5 are past")


def test_the_headline_gives_the_count_and_the_range(store):
    fill(store, [Group("Networking", "sold", 12), Group("Networking", "met", 28)])
    answer = ask(store.open(), "funnel/link_conversion", Filters(as_of=AS_OF))
    assert answer.headline == (
        "40 people came in on 1 path; of the 40 whose usual time is over, 12 bought: 30% (20% to 43%)."
    )


def test_an_order_on_the_day_of_entry_is_the_sale(store):
    touched(store, "2026-01-01 | ask")
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\no1 | a@x.example | 2026-01-01 | 50")
    assert link(store, "sale")["reached_count"] == 1


def test_who_went_on_counts_where_only_a_status_tells_of_the_link(store):
    """The list says Contacted or Won: who bought was contacted too, and the newer status took its place."""
    listed(store, ["Contacted"] * 12 + ["Won"] * 8)
    sale = link(store, "sale")
    assert (sale["from_link"], sale["from_count"], sale["reached_count"]) == ("nurturing", 20, 8)
    assert (sale["resolved_reached_count"], sale["resolved_count"]) == (8, 20)


def test_a_day_written_down_keeps_the_step_to_those_who_have_one(store):
    """Where contacts are logged, who bought without one would flatter the rate: only those with one count."""
    listed(store, ["Won"] * 3)
    store.fill("touches", "person | happened_at | path | link\nL0 | 2025-06-02 | Networking | nurturing")
    assert link(store, "sale")["resolved_count"] == 1


def test_one_day_written_down_says_nothing_of_those_whom_only_a_status_tells_of(store):
    listed(store, ["Contacted"] * 12 + ["Won"] * 8)
    store.fill("touches", "person | happened_at | path | link\nL0 | 2025-06-02 | Networking | nurturing")
    sale = link(store, "sale")
    assert (sale["resolved_reached_count"], sale["resolved_count"]) == (8, 20)


def test_one_status_among_days_adds_nobody_to_those_with_a_day(store):
    """Networking is logged; the one whom only a status tells of would be missed had they bought."""
    fill(store, [Group("Networking", "nurtured", 12), Group("Networking", "sold", 8)])
    store.fill("leads", "lead_id | name | path | created_at | status\nZ | Zoe | Networking | 2025-06-01 | Contacted")
    ask_step = link(store, "ask")
    assert (ask_step["from_count"], ask_step["resolved_count"]) == (21, 20)


def test_how_a_path_is_told_is_judged_for_each_path(store):
    """Ads keeps statuses alone, and Networking days: neither is counted in the other's way."""
    listed(store, ["Contacted"] * 12 + ["Won"] * 8, path="Ads")
    fill(store, [Group("Networking", "nurtured", 30), Group("Networking", "sold", 8)])
    opened = store.open()
    assert link_of(opened, "ask", path="Networking")["resolved_count"] == 38
    ads = link_of(opened, "ask", path="Ads")
    assert (ads["resolved_reached_count"], ads["resolved_count"]) == (8, 20)


def test_where_lost_leads_may_have_been_anywhere_no_share_is_told_but_that_of_the_whole_path(store):
    """New, Contacted, Won or Lost: whether the 5 lost ones were ever contacted is overwritten."""
    listed(store, ["New"] * 5 + ["Contacted"] * 12 + ["Won"] * 8 + ["Lost"] * 5)
    opened = store.open()
    nurturing, sale = link_of(opened, "nurturing"), link_of(opened, "sale")
    assert (nurturing["lost_count"], nurturing["refused_count"], nurturing["unplaced_count"]) == (5, 0, 5)
    assert [one["resolved_count"] for one in (nurturing, sale)] == [0, 0]
    assert sale["conversion_rate"] is None
    answer = ask(opened, "funnel/link_conversion", HERE)
    assert "of the 30 whose usual time is over, 8 bought" in answer.headline
    assert "which step 5 lost leads left is not known" in answer.headline


def test_lost_leads_that_are_not_chosen_are_not_counted(store):
    rows = [f"A{n} | Lead A{n} | Networking | 2025-06-01 | Lost | Ann" for n in range(5)]
    rows += [f"B{n} | Lead B{n} | Networking | 2025-06-01 | Lost | Bob" for n in range(2)]
    rows += [f"C{n} | Lead C{n} | Networking | 2025-06-01 | Contacted | Cem" for n in range(12)]
    store.fill("leads", "lead_id | name | path | created_at | status | owner\n" + "\n".join(rows))
    opened = store.open()
    told = {
        owner: ask(opened, "funnel/link_conversion", Filters(as_of=AS_OF, owner=owner)).headline
        for owner in (None, "Ann", "Bob", "Cem")
    }
    lost = {owner: re.findall(r"which step (\d+) lost", headline) for owner, headline in told.items()}
    assert lost == {None: ["7"], "Ann": ["5"], "Bob": ["2"], "Cem": []}


def test_a_few_lost_leads_hide_no_share(store):
    listed(store, ["Contacted"] * 12 + ["Won"] * 8 + ["Lost"] * 2)
    sale = link(store, "sale")
    assert (sale["resolved_count"], sale["unplaced_count"]) == (20, 0)


def test_a_lost_lead_is_placed_where_days_tell_how_far_it_had_come(store):
    fill(store, [Group("Networking", "nurtured", 12), Group("Networking", "sold", 8)])
    listed(store, ["Lost"] * 5)
    nurturing = link(store, "nurturing")
    assert (nurturing["refused_count"], nurturing["lost_count"], nurturing["resolved_count"]) == (5, 0, 25)


def listed(store, states: list[str], path: str = "Networking"):
    """Leads L0, L1 ... of one path with these statuses and nothing else."""
    leads = [f"L{n} | Lead {n} | {path} | 2025-06-01 | {state}" for n, state in enumerate(states)]
    return store.fill("leads", "lead_id | name | path | created_at | status\n" + "\n".join(leads))
