"""Who is a prospect, who works on whom, and which pipeline money is justified."""

from datetime import date
from decimal import Decimal

import pandas as pd

from analytics.filters import Filters
from analytics.questions import ask

NAME = "prospects/opportunity_or_lead"
LEADS = """
    lead_id|name|created_at|status|owner|path|email|industry|site_count|need|willingness|resources
    l1|Open|2025-05-01||Dana|Ads|o@x.example|Property management|8|yes|yes|yes
    l2|Lost|2025-05-01|Lost|Dana|Ads|l@x.example|Property management|8|yes|yes|yes
    l3|Refused|2025-05-01||Theo|Referral|r@x.example|Property management|8|yes|yes|yes
    l4|Buyer|2025-05-01||Theo|Ads|b@x.example|Property management|8|yes|yes|yes
    l5|Back|2025-05-01|Lost|Theo|Ads|back@x.example|Property management|8|yes|yes|yes
"""


def a_pipeline(store):
    store.fill("leads", LEADS)
    store.fill(
        "orders",
        "order_id | customer_id | email | ordered_at | revenue_amount\n o1 | c1 | b@x.example | 2025-06-01 | 100",
    )
    store.fill(
        "touches",
        """
        person      | happened_at | path     | link
        r@x.example | 2025-05-05  | Referral | ask
        r@x.example | 2025-05-20  | Referral | no
        o@x.example | 2025-06-20  | Ads      | nurturing
    """,
    )
    return store.fill(
        "deals",
        """
        deal_id|name|owner|email|amount|stage_name|opened_at|need|willingness|resources|is_won|is_lost
        d1|For buyer|Theo|b@x.example|700|Negotiation|2025-06-10|yes: next roof|yes|no: no money|false|false
        d2|Once more|Theo|back@x.example|300|Negotiation|2025-06-10||||false|false
        d3|Stranger's|Ruth|s@x.example||Negotiation|2025-06-10|yes|||false|false
        d4|Old|Ruth|z@x.example|50|Closed lost|2025-01-10||||false|true
    """,
    ).open()


def test_leads_and_people_behind_open_deals_are_prospects_customers_and_lost_ones_are_not(store):
    answer = ask(a_pipeline(store), NAME)
    assert set(answer.rows["name"]) == {"Open", "Back", "Stranger's"}
    assert (answer.summary["customer_count"], answer.summary["lost_count"]) == (1, 2)


def test_pipeline_money_counts_the_deals_of_customers_too(store):
    answer = ask(a_pipeline(store), "prospects/unjustified_deals")
    found = {
        name: answer.summary[name] for name in ("deal_count", "deal_amount", "justified_count", "justified_amount")
    }
    # d2 takes the three yeses of the lead behind it; d1 has a no; d3 has no amount and two unknowns.
    assert found == {
        "deal_count": 3,
        "deal_amount": Decimal(1000),
        "justified_count": 1,
        "justified_amount": Decimal(300),
    }


def test_the_first_of_need_willingness_and_resources_that_nobody_asked_is_the_question(store):
    rows = ask(a_pipeline(store), NAME).rows.set_index("name")
    assert rows.loc["Back", "is_justified"]
    assert not rows.loc["Stranger's", "is_justified"]
    assert rows.loc["Stranger's", "justify_question"] == "If the offer fits, what would keep them from saying yes?"


def test_after_a_no_there_is_nothing_to_ask_before_it_is_justified(store):
    leads = "lead_id | name | created_at | need | willingness\n l1 | A | 2025-06-01 | no: new roof in 2022 |"
    row = ask(store.fill("leads", leads).open(), NAME).rows.iloc[0]
    assert (row["need"], row["need_proof"], row["is_justified"]) == ("no", "new roof in 2022", False)
    assert pd.isna(row["justify_question"])


def test_a_proof_without_yes_or_no_is_unknown_and_its_words_are_kept(store):
    leads = "lead_id | name | created_at | need\n l1 | A | 2025-06-01 | not sure, call in May"
    row = ask(store.fill("leads", leads).open(), NAME).rows
    assert row["need"].isna().all()
    assert row["need_proof"].tolist() == ["not sure, call in May"]


def test_a_prospect_is_worked_with_an_open_deal_or_a_contact_in_the_last_30_days(store):
    opened = a_pipeline(store)
    rows = ask(opened, NAME, Filters(as_of=date(2025, 7, 20))).rows.set_index("name")
    assert rows.loc["Open", ["days_since_last_contact", "is_worked"]].tolist() == [30, True]
    later = ask(opened, NAME, Filters(as_of=date(2025, 7, 21)))
    assert later.rows.set_index("name").loc["Open", ["days_since_last_contact", "is_worked"]].tolist() == [31, False]
    assert later.rows.set_index("name").loc["Back", "is_worked"]
    assert later.findings[0].sentence.startswith("Nobody works on 1 of your 2 opportunities")
    assert [person.name for person in later.findings[0].people] == ["Open"]


def test_filters_choose_prospects_by_owner_path_and_the_day_they_came_in(store):
    opened = a_pipeline(store)
    assert ask(opened, NAME, Filters(owner="Ruth")).rows["name"].tolist() == ["Stranger's"]
    assert set(ask(opened, NAME, Filters(path="Ads")).rows["name"]) == {"Open", "Back"}
    assert ask(opened, NAME, Filters(as_of=date(2025, 4, 30))).rows["name"].tolist() == []


def test_two_lead_rows_of_one_person_are_one_prospect_and_the_latest_counts(store):
    leads = """
        lead_id | name | email       | created_at | industry
        l1      | Ann  | a@x.example | 2025-01-01 | Office
        l2      | Ann  | a@x.example | 2025-03-01 | Retail
    """
    answer = ask(store.fill("leads", leads).open(), NAME)
    assert answer.rows[["name", "industry"]].values.tolist() == [["Ann", "Retail"]]
    assert answer.summary["prospect_count"] == 1


def test_deals_without_any_lead_are_prospects_too(store):
    deals = (
        "deal_id | name | owner | company | stage_name | amount\n d1 | A deal | Dana | D'Angelo & Sons | Proposal | 0"
    )
    answer = ask(store.fill("deals", deals).open(), NAME)
    assert len(answer.rows) == 1
    assert answer.rows[["likely_amount", "prospect_kind"]].values.tolist() == [[Decimal(0), "cant_tell"]]
    # A pipeline worth nothing is no money at stake.
    assert [finding for finding in answer.findings if "pipeline" in finding.sentence] == []
