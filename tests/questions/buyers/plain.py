"""The sample's orders as plain pandas sees them: purchases per customer, computed apart from the app."""

import numpy as np
import pandas as pd

from tests.sample_data.files import orders, read

LAST_DAY = pd.Timestamp("2026-10-30")


def purchases(until: pd.Timestamp = LAST_DAY) -> pd.DataFrame:
    """One row per customer and day with an order that is no credit: customer_id, day."""
    found = orders()
    kept = found[~found["is_refund"] & (found["revenue"] >= 0) & (found["day"] <= until)]
    return kept[["customer_id", "day"]].drop_duplicates().sort_values(["customer_id", "day"])


def rhythms(until: pd.Timestamp = LAST_DAY) -> pd.DataFrame:
    """By customer_id: count, first, last, kind, usual_gap, late (in gaps), activity as of that day."""
    found = purchases(until).groupby("customer_id")["day"].agg(["count", "min", "max"])
    found["kind"] = kinds().reindex(found.index)
    span = (found["max"] - found["min"]).dt.days
    own = (span / (found["count"] - 1)).where(found["count"] > 1)
    by_kind = own.groupby(found["kind"])
    gap = (by_kind.sum() + 10 * own.mean()) / (by_kind.count() + 10)
    found["usual_gap"] = (span + 2 * found["kind"].map(gap)) / (found["count"] + 1)
    found["late"] = (until - found["max"]).dt.days / found["usual_gap"]
    late = [found["late"] > 4, found["late"] > 2, found["late"] > 1]
    found["activity"] = np.select(late, ["gone", "overdue", "due"], "active")
    return found


def kinds() -> pd.Series:
    """By customer_id: the kind, 'other' of those who are of none that ten customers came back of."""
    days = purchases().groupby("customer_id")["day"].agg(["count", "min", "max"])
    gap = np.log((days["max"] - days["min"]).dt.days / (days["count"] - 1).where(days["count"] > 1))
    pace = gap - _slope(gap, np.log((LAST_DAY - days["min"]).dt.days.clip(lower=1)))
    traits = {name: _of_ten(trait.reindex(days.index), pace) for name, trait in _traits(days).items()}
    explained = {name: round(_explained(pace, trait), 1) for name, trait in traits.items()}
    best = max(sorted(explained), key=explained.get)
    return traits[best] if explained[best] >= 0.2 else pd.Series("other", days.index)


def _slope(gap: pd.Series, known: pd.Series) -> pd.Series:
    """What of the gap goes with the days known: nothing to all of it."""
    slope = np.polyfit(known[gap.notna()], gap.dropna(), 1)[0]
    return known * min(max(slope, 0), 1)


def _traits(days: pd.DataFrame) -> dict[str, pd.Series]:
    found = orders()
    first = found[found["day"] == found["customer_id"].map(days["min"])].sort_values("revenue", ascending=False)
    paid = first.groupby("customer_id")["revenue"].sum().astype(float)
    size = pd.cut(paid / paid.median(), [-np.inf, 1 / 3, 3, np.inf], labels=["small", "usual", "large"])
    industry = read("customers.csv").set_index("Customer No")["Sector"]
    product = first.drop_duplicates("customer_id").set_index("customer_id")["product"]
    return {"product": product, "industry": industry[industry != ""], "size": size.astype(str)}


def _of_ten(trait: pd.Series, pace: pd.Series) -> pd.Series:
    counts = trait[pace.notna()].value_counts()
    return trait.where(trait.isin(counts[counts >= 10].index), "other")


def _explained(pace: pd.Series, trait: pd.Series) -> float:
    """Omega squared of one-way analysis of variance."""
    known = pd.DataFrame({"pace": pace, "trait": trait}).dropna()
    groups = known.groupby("trait")["pace"]
    within = ((known["pace"] - groups.transform("mean")) ** 2).sum()
    whole = ((known["pace"] - known["pace"].mean()) ** 2).sum()
    mean_within = within / (len(known) - groups.ngroups)
    return (whole - within - (groups.ngroups - 1) * mean_within) / (whole + mean_within)


def customers(until: pd.Timestamp = LAST_DAY) -> pd.DataFrame:
    """By customer_id: orders, revenue (cents, net of credits), first, last day of an order."""
    found = orders()
    found = found[found["day"] <= until]
    sold = found[~found["is_refund"] & (found["revenue"] >= 0)].groupby("customer_id")
    return pd.DataFrame(
        {
            "orders": sold["order_id"].nunique(),
            "revenue": found.groupby("customer_id")["revenue"].sum().astype("int64"),
            "first": sold["day"].min(),
            "last": sold["day"].max(),
        }
    )
