"""How the questions of lifetime value speak of the estimate that is used and why."""

import numpy as np
import pandas as pd

from analytics.models.lifetime_range import order_draws
from analytics.questions import charts

ESTIMATES = {
    "model": "a model of how often customers order and leave",
    "own_rhythm": "each customer's own rhythm",
    "no_change": "the pace of the last 12 months, or of all of a shorter history",
}
# Days: three years of orders are tried on 364 of them.
NEARLY_A_YEAR = 350
WHY_NOT = {
    "too_short": "the history is too short to check a model on",
    "too_few_repeat": "fewer than 30 customers had come back by the day of the check, too few for a model",
    "no_optimum": "these orders do not tell how often customers leave, so a model cannot say who is gone",
    "no_better": "the model did no better",
}
WHY_OWN_MEAN = {
    "too_few_repeat": "too few repeat orders have a value",
    "correlated": "how often customers order and how much they pay go together",
    "no_mean": "order values differ too widely",
}


def alive(rate: object) -> str:
    """How likely somebody still is a customer; never as sure as 100 %."""
    if rate > 0.99:
        return "still a customer with more than 99% chance"
    return f"still a customer with {charts.rate(rate)} chance"


def gone(first: pd.Series) -> str:
    """Why somebody may be gone here and not in the pulse, as a sentence with a space before it; '' without a model."""
    if first["estimate_kind"] != "model":
        return ""
    return " Who has left is a chance here; the Customer pulse calls gone whoever is later than its limit."


def few(orders: float) -> str:
    """Expected orders of one customer: 2.6, 8, 12."""
    return f"{orders:,.1f}".removesuffix(".0")


def around(row: pd.Series) -> str:
    """From how many orders to how many, in eight years of ten."""
    low, high = row["low_order_count"], row["high_order_count"]
    if pd.isna(low):
        # Only the model's range is made at publish.
        draws = order_draws(np.array([float(row["next_year_orders"])]), np.array([float(row["order_variance"])]))
        low, high = np.quantile(draws, [0.1, 0.9])
    return f"{low:,.0f} to {high:,.0f}"


def basis(first: pd.Series) -> str:
    """Which estimate is used, and why not the model, in the middle of a sentence."""
    kind = ESTIMATES[first["estimate_kind"]]
    return kind if first["verdict"] == "holds" else f"{kind} ({WHY_NOT[first['verdict']]})"


def value_basis(first: pd.Series) -> str:
    """What an order is taken to be worth, as a sentence."""
    if first["value_kind"] == "model":
        return (
            "An order is worth the mean of the customer's own orders after the first, drawn toward that of everybody."
        )
    why = WHY_OWN_MEAN.get(first["value_state"])
    own = "An order is worth the mean of the customer's own orders after the first"
    return own + (f": {why}." if why else ".")


def checked(first: pd.Series) -> str:
    """How the estimate did in the hold-out, as a sentence; says so where it could not be tried."""
    if pd.isna(first["estimate_count"]):
        return "It could not be tried on the past yet."
    said = charts.count(round(first["estimate_count"]))
    return (
        f"Tried on the last {first['horizon_days']:,} days it said {said} orders"
        f" of {charts.count(first['checked_count'])} customers, and {charts.count(first['later_count'])} came."
        + (" So short a history leaves no whole year to try it on." if first["horizon_days"] < NEARLY_A_YEAR else "")
    )
