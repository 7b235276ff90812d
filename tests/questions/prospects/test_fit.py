"""How like the ideal clients a prospect is: hand-made likenesses."""

import pandas as pd
import pytest

from tests.questions.prospects.ideal import clients

GOOD = ["Hotel|4|Plan|Referral", "Hotel|16|Repair|Ads"]


def fits(store, leads: str) -> dict[str, dict]:
    opened = clients(store, GOOD).fill("leads", leads).open()
    rows = opened.rows(
        "select prospects.name, standing_fit.* from standing_fit"
        " inner join prospects on standing_fit.standing_key = prospects.standing_key",
        {},
    )
    return {row["name"]: row for row in rows.to_dict("records")}


def test_ideal_clients_are_profitable_loyal_and_active_the_latest_buyer_first(store):
    rows = clients(store, GOOD).open().rows("select name, site_band, product from ideal_clients", {})
    assert rows.values.tolist() == [["Good 0", "4 or more sites", "Plan"], ["Good 1", "4 or more sites", "Repair"]]


def test_likeness_is_the_mean_over_what_both_have_and_the_fit_is_its_mean_over_the_clients(store):
    found = fits(
        store,
        """
        lead_id | name | created_at | industry | site_count | product | path
        l1      | Twin | 2026-06-01 | HOTEL    | 4          | plan    | Referral
        l2      | Far  | 2026-06-01 | School   | 1          | Other   | Outbound
        """,
    )
    # Of four: the path tells whether somebody sent them, so both count as one.
    # Sites go from 1 to 16: ln 16. Against the second client: industry 1, sites 1 - ln 4 / ln 16 = 0.5, rest 0.
    assert found["Twin"]["fit_rate"] == pytest.approx((1.0 + 1.5 / 4) / 2)
    # 1 against 4 sites: 0.5; 1 against 16: 0, but nobody sent the second client either: half of how they came.
    assert found["Far"]["fit_rate"] == pytest.approx((0.5 / 4 + 0.5 / 4) / 2)
    assert (found["Twin"]["is_outside"], found["Far"]["is_outside"]) == (False, True)


def test_what_is_not_known_is_unknown_and_not_different(store):
    found = fits(
        store,
        """
        lead_id | name  | created_at | industry | site_count | product
        l1      | Half  | 2026-06-01 | Hotel    |            | Plan
        l2      | Bare  | 2026-06-01 | Hotel    |            |
        """,
    )
    assert found["Half"]["fit_rate"] == pytest.approx((1.0 + 0.5) / 2)
    assert found["Half"]["known_count"] == 2
    # One attribute alone tells too little.
    assert pd.isna(found["Bare"]["fit_rate"]) and pd.isna(found["Bare"]["is_outside"])


def test_without_a_good_customer_there_is_no_fit(store):
    opened = store.fill("leads", "lead_id|name|created_at|industry|site_count\n l1|One|2026-06-01|Hotel|3").open()
    rows = opened.rows("select fit_rate, client_count, is_outside from standing_fit", {})
    assert rows["fit_rate"].isna().all() and rows["is_outside"].isna().all()
    assert rows["client_count"].tolist() == [0]
