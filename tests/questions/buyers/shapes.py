"""Orders as five kinds of business have them, and what plain pandas says of each; nothing of the app is used."""

import numpy as np
import pandas as pd

from tests.filled import DEFAULTS

LAST_DAY = pd.Timestamp("2026-06-30")
COLUMNS = ["order_id", "customer_id", "ordered_at", "revenue_amount", "cost_amount"]
NO_COST = {"cafe", "once"}


def business(name: str) -> pd.DataFrame:
    """All orders of that business; whole amounts, empty cost where it is unknown, negative revenue where given back."""
    generator = np.random.default_rng(sum(map(ord, name)))
    rows = [row for customer in range(CUSTOMERS[name]) for row in _orders(name, customer, generator)]
    found = pd.DataFrame(rows, columns=COLUMNS[1:]).sort_values(["ordered_at", "customer_id"], kind="stable")
    found.insert(0, "order_id", [f"o{number}" for number in range(len(found))])
    # The business is still open on the last day.
    found.loc[found.index[-1], "ordered_at"] = LAST_DAY
    return found.assign(cost_amount=None) if name in NO_COST else found


CUSTOMERS = {"cafe": 60, "projects": 150, "service": 80, "once": 40, "single": 1}
GAPS = {"cafe": 12, "projects": 300, "service": 75, "single": 90}
PRICES = {"cafe": (3, 40), "projects": (1000, 80000), "service": (60, 900), "once": (20, 500), "single": (100, 200)}


def _orders(name: str, customer: int, generator: np.random.Generator) -> list[tuple]:
    day = LAST_DAY - pd.Timedelta(days=int(generator.integers(5, 1400)))
    found = []
    for number in range(1000):
        revenue = int(generator.integers(*PRICES[name]))
        # A job of one's own can cost more than it brings; one cost in eight is not written down.
        cost = int(revenue * generator.uniform(0.4, 1.15)) if generator.random() > 0.125 else None
        found.append((f"c{customer:03}", day, revenue, cost))
        if generator.random() < 0.06:
            found.append((f"c{customer:03}", day + pd.Timedelta(days=1), -revenue - int(number == 0), None))
        leaves = {"projects": 0.85, "once": 1.0, "single": 0.0}.get(name, 0.12)
        day += pd.Timedelta(days=1 + int(generator.exponential(GAPS.get(name, 1))))
        if generator.random() < leaves or day > LAST_DAY:
            return [row for row in found if row[1] <= LAST_DAY]
    return found


def sold(orders: pd.DataFrame) -> pd.DataFrame:
    """What was bought: given back is no order."""
    return orders[orders["revenue_amount"] >= 0]


def purchases(orders: pd.DataFrame) -> pd.DataFrame:
    """One row per customer and day with an order, with the days to the next one."""
    days = sold(orders)[["customer_id", "ordered_at"]].drop_duplicates().sort_values(["customer_id", "ordered_at"])
    groups = days.groupby("customer_id")["ordered_at"]
    return days.assign(gap=(groups.shift(-1) - days["ordered_at"]).dt.days, number=groups.cumcount() + 1)


def own_gaps(span: pd.Series, count: pd.Series) -> pd.Series:
    """Mean gap of each customer, missing of those who ordered once; nothing tells these customers' kinds apart."""
    return (span / (count - 1)).where(count > 1)


def kept_paces(orders: pd.DataFrame) -> dict[int, float]:
    """By purchases before the last year (1, 2, 3 for more): orders that came by those that the gaps promised."""
    horizon = min(365, (LAST_DAY - orders["ordered_at"].min()).days // 3)
    cut = LAST_DAY - pd.Timedelta(days=horizon)
    days = purchases(orders)[["customer_id", "ordered_at"]]
    earlier = days[days["ordered_at"] <= cut].groupby("customer_id")["ordered_at"].agg(["count", "min", "max"])
    later = days[days["ordered_at"] > cut].groupby("customer_id").size()
    span = (earlier["max"] - earlier["min"]).dt.days
    if not (earlier["count"] - 1).sum():
        return {}
    gap = (span + 2 * own_gaps(span, earlier["count"]).mean()) / (earlier["count"] + 1)
    back = pd.DataFrame({"promised": horizon / gap, "came": later, "band": earlier["count"].clip(upper=3)}).dropna()
    sums = back.groupby("band")[["promised", "came"]].sum()
    everybody = sums["came"].sum() / sums["promised"].sum()
    return ((sums["came"] + 10 * everybody) / (sums["promised"] + 10)).to_dict()


def customers(orders: pd.DataFrame) -> pd.DataFrame:
    """By customer: revenue, profit (unknown cost as 0), whether every cost is known, orders, purchases, first, last."""
    every, bought = orders.groupby("customer_id"), sold(orders).groupby("customer_id")
    cost = orders.assign(cost=orders["cost_amount"].astype(float).fillna(0)).groupby("customer_id")["cost"].sum()
    found = pd.DataFrame(
        {
            "revenue": every["revenue_amount"].sum(),
            "profit": every["revenue_amount"].sum() - cost,
            "is_cost_known": every["cost_amount"].agg(lambda costs: costs.notna().all()),
            "orders": bought["order_id"].nunique(),
            "purchases": bought["ordered_at"].nunique(),
            "first": bought["ordered_at"].min(),
            "last": bought["ordered_at"].max(),
            "years": bought["ordered_at"].agg(lambda days: days.dt.year.nunique()),
        }
    )
    return found.sort_values("revenue", ascending=False, kind="stable")


def segment(recency: int, frequency: int, money: int) -> str:
    """The first segment of the shipped rules all of whose ranges hold the scores."""
    rules = pd.read_csv(DEFAULTS / "segment_rules.csv")
    scores = {"segment_recency": recency, "segment_frequency": frequency, "segment_monetary": money}
    rules = rules[rules["attribute"].isin(scores)]
    score = rules["attribute"].map(scores)
    fits = (score >= rules["low_value"].fillna(-1)) & (score < rules["high_value"].fillna(99))
    whole = fits.groupby(rules["segment_order"]).all()
    return rules.loc[rules["segment_order"] == whole[whole].index.min(), "segment"].iloc[0]


def chances(orders: pd.DataFrame, usual: pd.Series) -> dict[tuple[str, int], float]:
    """Chance to order again within a year by lateness and purchases so far, drawn toward all by ten cases (M5)."""
    found = []
    for row in purchases(orders).itertuples():
        for activity, gaps in (("active", 0), ("due", 1), ("overdue", 2), ("gone", 4)):
            wait = int(np.floor(usual[row.customer_id] * gaps)) + 1 if gaps else 0
            if (np.isnan(row.gap) or row.gap >= wait) and row.ordered_at + pd.Timedelta(days=wait + 365) <= LAST_DAY:
                found.append((activity, min(row.number, 3), not np.isnan(row.gap) and row.gap - wait <= 365))
    spells = pd.DataFrame(found, columns=["activity", "band", "returned"])
    pooled = spells.groupby("activity")["returned"].mean()
    groups = spells.groupby(["activity", "band"])["returned"].agg(["sum", "count"])
    return {key: (row["sum"] + 10 * pooled[key[0]]) / (row["count"] + 10) for key, row in groups.iterrows()}
