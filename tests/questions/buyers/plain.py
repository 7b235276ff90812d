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
    """By customer_id: count, first, last, usual_gap, late (in gaps), activity as of that day."""
    found = purchases(until).groupby("customer_id")["day"].agg(["count", "min", "max"])
    industry = read("customers.csv").set_index("Customer No")["Sector"].reindex(found.index)
    span = (found["max"] - found["min"]).dt.days
    sums = pd.DataFrame({"span": span, "gaps": found["count"] - 1, "industry": industry}).groupby("industry").sum()
    everybody = sums["span"].sum() / sums["gaps"].sum()
    gap = (sums["span"] / sums["gaps"]).where(sums["gaps"] >= 30, everybody)
    found["usual_gap"] = (span + 2 * industry.map(gap)) / (found["count"] + 1)
    found["late"] = (until - found["max"]).dt.days / found["usual_gap"]
    late = [found["late"] > 4, found["late"] > 2, found["late"] > 1]
    found["activity"] = np.select(late, ["gone", "overdue", "due"], "active")
    return found


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
