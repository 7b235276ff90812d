"""The ideal client: twins by name, what differs, and nobody hidden."""

import pytest

from analytics.questions import ask
from tests.questions.prospects.ideal import clients

NAME = "prospects/ideal_client"
GOOD = ["Hotel|4|Plan|Referral", "Hotel|16|Repair|Ads"]
LEADS = """
    lead_id | name   | created_at | industry | site_count | product | path
    l1      | Twin   | 2026-06-01 | Hotel    | 4          | Plan    | Referral
    l2      | Far    | 2026-06-01 | School   | 1          | Other   | Outbound
    l3      | Half   | 2026-06-01 | Hotel    |            | Repair  |
    l4      | Bare   | 2026-06-01 |          |            |         |
"""


def test_each_prospect_has_its_twin_by_name_and_what_differs(store):
    rows = ask(clients(store, GOOD).fill("leads", LEADS).open(), NAME).rows.set_index("name")
    assert rows.loc["Twin", ["twin_name", "twin_rate", "different"]].tolist()[:2] == ["Good 0", 1.0]
    assert rows.loc["Half", ["twin_name", "twin_rate"]].tolist() == ["Good 1", 1.0]
    assert rows.loc["Half", "not_known"] == "number of sites, path, whether referred"
    assert rows.loc["Far", "different"] == "industry, number of sites, first product, path, whether referred"


def test_the_likeness_in_python_is_that_of_the_summary(store):
    rows = ask(clients(store, GOOD).fill("leads", LEADS).open(), NAME).rows
    both = rows[["twin_rate", "other_twin_rate"]].mean(axis=1)
    assert both.tolist() == pytest.approx(rows["fit_rate"].tolist())


def test_who_is_outside_is_listed_and_who_is_unknown_is_counted(store):
    answer = ask(clients(store, GOOD).fill("leads", LEADS).open(), NAME)
    counts = ("prospect_count", "inside_count", "outside_count", "unknown_count")
    assert [answer.summary[name] for name in counts] == [4, 2, 1, 1]
    assert answer.rows["name"].tolist() == ["Half", "Twin", "Far"]
    assert answer.headline == "2 of 4 prospects are like your 2 best clients: 2 of 2 have the industry Hotel."
    finding = answer.findings[0]
    assert (finding.people_count, finding.certainty, finding.people[0].name) == (2, "low", "Half")


def test_without_good_customers_it_says_what_is_missing(store):
    assert ask(
        store.fill("orders", "order_id|customer_id|ordered_at|revenue_amount\n 1|a|2026-01-01|5")
        .fill("leads", LEADS)
        .open(),
        NAME,
    ).not_enough


def test_the_chart_compares_shares_of_each_group_and_writes_counts(store):
    answer = ask(clients(store, GOOD).fill("leads", LEADS).open(), NAME)
    mine, theirs = answer.figure().data
    hotel, sites, plan = (
        list(mine.y).index(label) for label in ("Industry: Hotel", "Number of sites: 4 to 16", "First product: Plan")
    )
    # Of three prospects two are hotels; of one of them the number of sites is not known.
    assert [(mine.x[at], mine.text[at]) for at in (hotel, sites, plan)] == [
        (1.0, "2 of 2"),
        (1.0, "2 of 2"),
        (0.5, "1 of 2"),
    ]
    assert [theirs.text[at] for at in (hotel, sites, plan)] == ["2 of 3", "1 of 2", "1 of 3"]
    assert theirs.x[sites] == 0.5


def test_what_is_known_of_no_prospect_has_no_bar(store):
    bare = "lead_id|name|created_at|industry|product\n l1|Twin|2026-06-01|Hotel|Plan"
    answer = ask(clients(store, GOOD).fill("leads", bare).open(), NAME)
    theirs = answer.figure().data[1]
    at = list(theirs.y).index("Number of sites: 4 to 16")
    assert (theirs.x[at], theirs.text[at]) == (None, "not known")
