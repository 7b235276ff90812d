"""The buyers' numbers on the sample data against plain pandas written apart from the app."""

import pandas as pd
import pytest

from analytics.questions import ask
from tests.questions.buyers.plain import LAST_DAY, customers, purchases, rhythms
from tests.sample_data.files import orders, truths
from tests.samples import sample_store


@pytest.fixture(scope="module")
def sample():
    return sample_store()


def test_pulse_classes_and_gaps(sample):
    rows = ask(sample, "buyers/pulse").rows.set_index("customer_id")
    plain = rhythms().loc[rows.index]
    assert rows["activity"].tolist() == plain["activity"].tolist()
    assert rows["usual_gap_days"].astype(float).tolist() == pytest.approx(plain["usual_gap"].tolist())


def test_pulse_moves_are_made_from_the_orders_up_to_each_day(sample):
    now = rhythms()["activity"]
    before = rhythms(LAST_DAY - pd.DateOffset(months=3))["activity"].reindex(now.index).fillna("new")
    plain = pd.crosstab(before, now).stack()
    rows = ask(sample, "buyers/pulse_moves").rows
    found = rows.set_index(["before_activity", "now_activity"])["customer_count"]
    assert found.to_dict() == plain[plain > 0].to_dict()


def test_scores_and_segments(sample):
    found = customers()
    gaps = purchases().groupby("customer_id")["day"].diff().dt.days.dropna()
    recency = (LAST_DAY - found["last"]).dt.days / gaps.median()
    sums = found.groupby("revenue").size().sort_index(ascending=False)
    money = pd.Series(sums.index * sums, index=sums.index)
    above = found["revenue"].map((money.cumsum() - money) / money[money.index > 0].sum())
    rows = ask(sample, "buyers/rfm_people").rows.set_index("customer_id")
    plain = pd.DataFrame(
        {
            "recency_score": 5 - pd.cut(recency, [-1, 1, 2, 4, 8, 1e9], right=False, labels=False),
            "frequency_score": 1 + pd.cut(found["orders"], [0, 2, 3, 5, 10, 1e9], right=False, labels=False),
            "monetary_score": 5 - pd.cut(above, [-1, 0.5, 0.8, 0.95, 0.99, 2], right=False, labels=False),
        }
    ).loc[rows.index]
    assert rows[list(plain)].astype(int).to_numpy().tolist() == plain.astype(int).to_numpy().tolist()
    assert ask(sample, "buyers/rfm").summary["one_order_count"] == (found["orders"] == 1).sum()


def test_repeat_shares(sample):
    found = orders()
    recent = found[~found["is_refund"] & (found["revenue"] >= 0) & (found["day"] > LAST_DAY - pd.DateOffset(months=12))]
    by_count = recent.groupby("customer_id")["order_id"].nunique().clip(upper=4).value_counts().sort_index()
    rows = ask(sample, "buyers/repeat_worth").rows.set_index("group_name")
    assert rows["customer_count"].head(4).tolist() == by_count.tolist()
    told = truths()["repeat_by_referral"]
    for name in ("referred", "not referred"):
        assert rows.loc[name, ["customer_count", "repeat_count"]].tolist() == [
            told[name]["customers"],
            told[name]["came_back"],
        ]


def test_lead_products(sample):
    told = truths()["repeat_by_first_product"]
    rows = ask(sample, "buyers/lead_product").rows.set_index("product")
    assert rows["customer_count"].to_dict() == {name: group["customers"] for name, group in told.items()}
    days = purchases().groupby("customer_id")["day"].agg(list)
    first = orders().sort_values(["day", "product"]).drop_duplicates("customer_id").set_index("customer_id")["product"]
    for product in rows.index:
        mine = days[first[days.index] == product]
        gap = mine.map(lambda each: (each[1] - each[0]).days if len(each) > 1 else 10**6)
        watched = mine.map(lambda each: (LAST_DAY - each[0]).days)
        left = 1.0
        for day in range(1, 366):
            left *= 1 - ((gap == day) & (watched >= day)).sum() / max(((gap >= day) & (watched >= day)).sum(), 1)
        assert rows.loc[product, "back_rate"] == pytest.approx(1 - left)


def test_valuable_customers_by_how_they_feel(sample):
    told = truths()["satisfaction"]
    rows = ask(sample, "buyers/satisfaction_people").rows
    assert sorted(rows.loc[rows["mood"] == "unhappy", "customer_id"]) == told["valuable_unhappy"]
    fresh = rows[(rows["mood"] == "happy") & ~rows["is_asked_for_names"].astype(bool)]
    assert sorted(fresh["customer_id"]) == told["valuable_happy_never_asked"]
    assert (rows["mood"] == "never_asked").sum() == told["valuable_never_scored"]
