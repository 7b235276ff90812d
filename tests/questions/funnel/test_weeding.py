"""Poor fits who leave are nurturing doing its job: never a leak, and said with the counts that show it (M12)."""

import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask
from tests.filled import FilledStore
from tests.questions.funnel.made import AS_OF, Group, fill

HERE = Filters(as_of=AS_OF)
# 85 asked on Ads: 15 buy, 18 % against 50 % on Content. Of the 70 who leave 60 are homeowners; of the
# 20 property managers half buy, as on Content.
MANY_HOMEOWNERS = [
    Group("Ads", "refused", 60, days_ago=300, industry="Homeowner"),
    Group("Ads", "sold", 5, days_ago=300, industry="Homeowner"),
    Group("Ads", "sold", 10, days_ago=300, industry="Property"),
    Group("Ads", "refused", 10, days_ago=300, industry="Property"),
    Group("Content", "sold", 50, days_ago=300, industry="Property"),
    Group("Content", "refused", 50, days_ago=300, industry="Property"),
]


def fill_history(store: FilledStore, industries: tuple[str, str] = ("Homeowner", "Property")) -> FilledStore:
    """Forty customers of 2022: twenty of the first industry bought once, twenty of the second came back."""
    customers, orders = [], []
    for industry, days in zip(industries, (("2022-01-10",), ("2022-01-10", "2022-09-10")), strict=True):
        for number in range(20):
            key = f"{industry[:1]}{number}"
            customers.append(f"{key} | {industry} {number} | {industry}")
            orders += [f"h{key}{day} | {key} | {day} | 1000" for day in days]
    store.fill("customers", "customer_id | name | industry\n" + "\n".join(customers))
    return store.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\n" + "\n".join(orders))


def at_the_sale_on_ads(store: FilledStore) -> pd.Series:
    rows = ask(store.open(), "funnel/diagnosis", HERE).rows
    return rows[(rows["path"] == "Ads") & (rows["link"] == "sale")].iloc[0]


def test_poor_fits_who_leave_are_healthy_weeding_out_and_no_leak(store):
    found = at_the_sale_on_ads(fill_history(fill(store, MANY_HOMEOWNERS)))
    assert found["diagnosis"] == "healthy_weeding_out"
    assert found["evidence"] == (
        "70 of 85 people asked did not go on, mostly poor fits: 60 of 70, 86% (78% to 91%)."
        " Of those who fit, 10 of 20 bought, against 50 of 100 on your other paths: no leak."
    )
    assert pd.isna(found["likely_amount"])


def test_healthy_weeding_out_is_no_finding(store):
    answer = ask(fill_history(fill(store, MANY_HOMEOWNERS)).open(), "funnel/diagnosis", HERE)
    assert [finding for finding in answer.findings if "Ads, sale" in finding.sentence] == []


def test_without_a_history_that_tells_fit_it_stays_a_leak(store):
    """What is shipped in the points card is a guess about other businesses and must not explain a leak away."""
    found = at_the_sale_on_ads(fill(store, MANY_HOMEOWNERS))
    assert (found["diagnosis"], found["known_left_count"]) == ("leak", 0)


def test_when_people_who_fit_leave_as_well_it_is_a_leak(store):
    """2 of 20 property managers buy, against half of them on Content."""
    worse = [group for group in MANY_HOMEOWNERS if (group.path, group.industry) != ("Ads", "Property")]
    worse += [
        Group("Ads", "sold", 2, days_ago=300, industry="Property"),
        Group("Ads", "refused", 18, days_ago=300, industry="Property"),
    ]
    found = at_the_sale_on_ads(fill_history(fill(store, worse)))
    assert (found["diagnosis"], found["good_reached_count"], found["good_count"]) == ("leak", 2, 20)


def test_with_too_few_who_fit_nobody_can_tell_and_nothing_is_reported(store):
    """3 of 8 property managers buy: mostly poor fits leave, and eight are no ground to call it a leak besides."""
    few = [group for group in MANY_HOMEOWNERS if (group.path, group.industry) != ("Ads", "Property")]
    few += [
        Group("Ads", "sold", 3, days_ago=300, industry="Property"),
        Group("Ads", "refused", 5, days_ago=300, industry="Property"),
    ]
    found = at_the_sale_on_ads(fill_history(fill(store, few)))
    assert found["diagnosis"] == "cant_tell"
    assert found["evidence"].endswith("Of those who fit, 3 of 8 bought: not enough to say whether it leaks as well.")


def test_people_of_unknown_fit_do_not_count_as_poor(store):
    """Of the 70 who leave only 20 have an industry: under half, so nothing is explained."""
    unknown = [
        Group("Ads", "refused", 50, days_ago=300),
        Group("Ads", "refused", 10, days_ago=300, industry="Homeowner"),
        *MANY_HOMEOWNERS[1:],
    ]
    found = at_the_sale_on_ads(fill_history(fill(store, unknown)))
    assert (found["diagnosis"], found["poor_left_count"], found["known_left_count"]) == ("leak", 10, 20)


def test_the_counts_by_fit_agree_with_plain_counting(store):
    """The same 85 people counted from the list of groups itself."""
    found = at_the_sale_on_ads(fill_history(fill(store, MANY_HOMEOWNERS)))
    groups = pd.DataFrame([vars(group) for group in MANY_HOMEOWNERS]).query("path == 'Ads'")
    left, good = groups[groups["furthest"] != "sold"], groups[groups["industry"] == "Property"]
    expected = [left[left["industry"] == "Homeowner"]["count"].sum(), left["count"].sum(), good["count"].sum()]
    assert found[["poor_left_count", "known_left_count", "good_count"]].tolist() == expected


@pytest.mark.parametrize(("industry", "points"), [("Homeowner", 100 / 6), ("Property", 500 / 6)])
def test_fit_is_the_odds_of_coming_back_of_people_like_them(store, industry, points):
    """20 of 20 came back with ten average cases beside them: 25 / 30 against a half, odds 5 to 1: 83 of 100 points."""
    opened = fill_history(fill(store, MANY_HOMEOWNERS)).open()
    rows = opened.rows(
        "select person_fits.fit_score from person_fits inner join lead_states "
        "on person_fits.person_key = lead_states.person_key where industry = $industry",
        {"industry": industry},
    )
    assert rows["fit_score"].unique().tolist() == pytest.approx([points])
