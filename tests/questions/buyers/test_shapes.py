"""M1, M4, M5 and M7 on five kinds of business against plain pandas, written apart from the app.

Among them: refunds, more given back than paid, one-time buyers only, one customer only, jobs that lose money, no cost.
"""

import numpy as np
import pandas as pd
import pytest

from analytics.questions import ask
from tests.filled import FilledStore
from tests.questions.buyers import shapes

NAMES = list(shapes.CUSTOMERS)


@pytest.fixture(scope="module", params=NAMES)
def asked(request):
    orders = shapes.business(request.param)
    cells = orders.assign(ordered_at=orders["ordered_at"].dt.strftime("%Y-%m-%d")).astype(object)
    lines = [" | ".join("" if pd.isna(cell) else f"{cell:g}" if isinstance(cell, float) else str(cell) for cell in row)
             for row in cells.to_numpy()]  # fmt: skip
    filled = FilledStore()
    filled.fill("orders", "\n".join([" | ".join(orders.columns), *lines]))
    yield orders, filled.open()
    filled.close()


def numbers(values: pd.Series) -> list[float]:
    return [np.nan if pd.isna(value) else float(value) for value in values]


def same(values: pd.Series, expected: pd.Series) -> bool:
    return numbers(values) == pytest.approx(numbers(expected), rel=1e-9, abs=0.006, nan_ok=True)


def test_pareto(asked):
    orders, store = asked
    plain, rows = shapes.customers(orders), ask(store, "buyers/pareto").rows
    # Whoever only gave back stands in the Pareto too, without an order.
    everybody = orders.groupby("customer_id")["revenue_amount"].sum().sort_values(ascending=False, kind="stable")
    by_customer = rows.set_index("customer_id")
    assert same(by_customer["revenue_amount"], everybody.reindex(by_customer.index))
    profit = plain["profit"].where(plain["is_cost_known"]).reindex(by_customer.index)
    assert same(by_customer["profit_amount"], profit)
    assert by_customer["order_count"].tolist() == plain["orders"].reindex(by_customer.index).fillna(0).tolist()
    summary, total = ask(store, "buyers/pareto").summary, everybody.sum()
    top = int(np.ceil(0.2 * len(everybody)))
    share = everybody.head(top).sum() / total
    few = int((everybody.cumsum() < 0.8 * total).to_numpy().argmin()) + 1
    assert (summary["customer_count"], summary["top_fifth_count"]) == (len(everybody), top)
    assert summary["top_fifth_revenue_rate"] == pytest.approx(share)
    assert summary["vital_few_count"] == few
    assert summary["largest_revenue_rate"] == pytest.approx(everybody.iloc[0] / total)


def test_segments(asked):
    orders, store = asked
    plain, rows = shapes.customers(orders), ask(store, "buyers/rfm_people").rows.set_index("customer_id")
    gaps = shapes.purchases(orders)["gap"].dropna()
    recency = (shapes.LAST_DAY - plain["last"]).dt.days / (gaps.median() if len(gaps) else 30)
    paid = plain["revenue"].clip(lower=0)
    above = (
        plain["revenue"].map(lambda revenue: paid[plain["revenue"] > revenue].sum() / paid.sum()).where(paid > 0, 1.0)
    )
    scores = pd.DataFrame(
        {
            "recency_score": 5 - np.searchsorted([1, 2, 4, 8], recency, side="right"),
            "frequency_score": 1 + np.searchsorted([2, 3, 5, 10], plain["orders"], side="right"),
            "monetary_score": 5 - np.searchsorted([0.5, 0.8, 0.95, 0.99], above, side="right"),
        },
        index=plain.index,
    )
    assert rows[list(scores)].astype(int).to_numpy().tolist() == scores.reindex(rows.index).to_numpy().tolist()
    named = scores.apply(lambda row: shapes.segment(*row), axis=1)
    assert rows["segment"].tolist() == named.reindex(rows.index).tolist()
    counted = ask(store, "buyers/rfm").rows.set_index("segment")["customer_count"]
    assert counted[counted > 0].to_dict() == named.value_counts().to_dict()


def test_pulse(asked):
    orders, store = asked
    plain, rows = shapes.customers(orders), ask(store, "buyers/pulse").rows.set_index("customer_id")
    span = (plain["last"] - plain["first"]).dt.days
    gaps = (plain["purchases"] - 1).sum()
    mean = shapes.own_gaps(span, plain["purchases"]).mean()
    plain["usual"] = (span + 2 * mean) / (plain["purchases"] + 1) if gaps else np.nan
    plain["late"] = (shapes.LAST_DAY - plain["last"]).dt.days / plain["usual"]
    late = [plain["late"].isna(), plain["late"] > 4, plain["late"] > 2, plain["late"] > 1]
    plain["activity"] = np.select(late, ["unknown", "gone", "overdue", "due"], "active")
    alike = plain["profit"] - first_profit(orders, plain) + first_alike(orders, plain)
    drawn = (alike + 2 * alike.sum() / plain["purchases"].sum()) / (plain["purchases"] + 2)
    purchase = (plain["profit"] / plain["purchases"]).where(plain["profit"] < 0, drawn)
    kept = plain["purchases"].clip(upper=3).map(shapes.kept_paces(orders)).astype(float)
    kept = kept.where(kept.notna() | (plain["purchases"] == 1), 1.0)
    plain["yearly"] = purchase * 365 / plain["usual"] * kept
    loyal = [(plain["years"] >= 2) & (plain["orders"] >= 3), plain["orders"] > 1]
    plain["loyalty"] = np.select(loyal, ["loyal", "came back"], "one order")
    money = [plain["profit"] < 0, plain["profit"] >= plain["profit"].mean()]
    plain["profitability"] = np.select(money, ["loses money", "above the mean"], "below the mean")
    plain = plain.loc[rows.index]
    for column in ("activity", "loyalty", "profitability"):
        assert rows[column].tolist() == plain[column].tolist()
    assert same(rows["usual_gap_days"], plain["usual"])
    assert same(rows["yearly_profit_amount"], plain["yearly"])
    chance = shapes.chances(orders, plain["usual"]) if gaps else {}
    assert same(rows["risk_amount"], plain.apply(lambda row: at_risk(row, chance), axis=1))


def first_profit(orders: pd.DataFrame, plain: pd.DataFrame) -> pd.Series:
    on_first = orders[orders["ordered_at"] == orders["customer_id"].map(plain["first"])]
    profit = on_first["revenue_amount"] - on_first["cost_amount"].astype(float).fillna(0)
    return profit.groupby(on_first["customer_id"]).sum().reindex(plain.index)


def first_alike(orders: pd.DataFrame, plain: pd.DataFrame) -> pd.Series:
    first = first_profit(orders, plain)
    came_back = plain["purchases"] > 1
    later = ((plain["profit"] - first) / (plain["purchases"] - 1))[came_back].mean()
    if came_back.sum() < 10 or not (later > 0 and first[came_back].mean() > 0):
        return first
    share = later / first[came_back].mean()
    return first * share if share <= 1 else np.maximum(first, np.minimum(first * share, later))


def at_risk(row: pd.Series, chance: dict) -> float:
    band = min(int(row["purchases"]), 3)
    on_time, now = chance.get(("active", band), np.nan), chance.get((row["activity"], band), np.nan)
    lost = on_time - now
    return np.nan if np.isnan(lost) or np.isnan(row["yearly"]) else max(row["yearly"], 0) * max(lost, 0)


def test_repeat_worth(asked):
    orders, store = asked
    plain, rows = shapes.customers(orders), ask(store, "buyers/repeat_worth").rows
    recent = shapes.sold(orders)
    recent = recent[recent["ordered_at"] > shapes.LAST_DAY - pd.DateOffset(months=12)]
    bands = recent.groupby("customer_id")["order_id"].nunique().clip(upper=4).value_counts()
    assert rows["customer_count"].head(4).tolist() == [bands.get(band, 0) for band in (1, 2, 3, 4)]
    days = shapes.purchases(orders).groupby("customer_id")["ordered_at"].agg(list)
    age = (orders["ordered_at"] - orders["customer_id"].map(plain["first"])).dt.days
    profit = orders["revenue_amount"] - orders["cost_amount"].astype(float).fillna(0)
    two_years = profit[(age >= 0) & (age <= 730)].groupby(orders["customer_id"]).sum()
    mature = plain.index[(shapes.LAST_DAY - plain["first"]).dt.days >= 730]
    back = pd.Series([len(days[each]) > 1 and (days[each][1] - days[each][0]).days <= 730 for each in mature], mature)
    summary = ask(store, "buyers/repeat_worth").summary
    for kind, chosen in (("repeat", back[back.astype(bool)].index), ("once", back[~back.astype(bool)].index)):
        assert summary[f"{kind}_customer_count"] == len(chosen)
        if len(chosen):
            assert float(summary[f"{kind}_mean_amount"]) == pytest.approx(two_years[chosen].mean())
        if len(chosen) > 1:
            assert float(summary[f"{kind}_deviation_amount"]) == pytest.approx(two_years[chosen].std())


def test_the_shapes_hold_what_they_are_for():
    plain = {name: shapes.customers(shapes.business(name)) for name in NAMES}
    assert (plain["once"]["orders"].dropna() == 1).all()
    assert len(plain["single"]) == 1
    assert (plain["projects"]["profit"] < 0).any()
    assert (plain["service"]["revenue"] < 0).any() or (plain["projects"]["revenue"] < 0).any()
    assert not plain["cafe"]["is_cost_known"].any()
