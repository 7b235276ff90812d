"""What a leak costs in a year (M13): low, likely and high by seeded simulation."""

import numpy as np
import pandas as pd

from analytics.models.funnel import SALE, WHOLE_PATH
from analytics.models.intervals import COMPARED_FROM, DRAWS, LISTED_BELOW, Range, range_of

SEED = 20260101
# As if ten people of the other paths stood beside the path's own at each later link (H5).
STRENGTH = 10.0
YEAR_DAYS = 365
SHORTEST_DAYS = 90
PRICED = ("missing_link", "leak", "volume")


def price(judged: pd.DataFrame, index: int) -> Range | None:
    """Money of one year if this step of this path worked as well as it was compared with; None when it cannot be told.

    judged : what models.funnel.judge returns, with year_count, longest_age_days, value_count, value_mean, value_spread.
    index  : label of the row.
    Source : M13: people at the link x (reachable own rate - rate) x rest-of-funnel rate x value of a sale; rates from
             Jeffreys' posterior, the mean value from a gamma with its standard error; 2,000 draws, P10, P50, P90.
    """
    row = judged.loc[index]
    people = people_a_year(row, judged["longest_age_days"].max())
    if people is None or row["diagnosis"] not in PRICED or row["compared_with"] not in ("other paths", "a year ago"):
        return None
    rng = np.random.default_rng([SEED, int(row["link_order"]), _number(row["path"])])
    value = value_draws(judged, row["path"], rng)
    if value is None:
        return None
    sales = _more_entries(row, people, rng) if row["link_order"] == WHOLE_PATH else _closed_gap(judged, row, people, rng)
    return range_of(np.maximum(sales * value, 0))


def people_a_year(row: pd.Series, span_days: float) -> float | None:
    """People who came to the link before in the last year; None under 90 days of data."""
    if span_days < SHORTEST_DAYS:
        return None
    return float(row["year_count"]) * YEAR_DAYS / min(span_days + 1, YEAR_DAYS)


def rest_rate(judged: pd.DataFrame, row: pd.Series) -> float:
    """Likely share of those who take the step that go on to the sale."""
    later = _later(judged, row)
    return float(np.prod([alpha / (alpha + beta) for alpha, beta in map(_shrunk, _rows(later))])) if len(later) else 1.0


def value_draws(judged: pd.DataFrame, path: str, rng: np.random.Generator) -> np.ndarray | None:
    """Means of the value of a sale, as likely as the data make them: the path's own from 30 sales, else all paths'."""
    sales = judged[(judged["link_order"] == WHOLE_PATH) & (judged["value_count"] > 0)]
    own = sales[sales["path"] == path]
    known = own if len(own) and own["value_count"].iloc[0] >= COMPARED_FROM else sales
    count = known["value_count"].sum()
    if count < LISTED_BELOW:
        return None
    mean = (known["value_count"] * known["value_mean"]).sum() / count
    inside = (known["value_spread"].fillna(0) ** 2 * (known["value_count"] - 1)).sum()
    between = (known["value_count"] * (known["value_mean"] - mean) ** 2).sum()
    error = ((inside + between) / (count - 1) / count) ** 0.5
    # A gamma, not a normal: a mean of money is positive, and skewed when the sales are.
    return rng.gamma((mean / error) ** 2, error**2 / mean, DRAWS) if error > 0 else np.full(DRAWS, mean)


def _closed_gap(judged: pd.DataFrame, row: pd.Series, people: float, rng: np.random.Generator) -> np.ndarray:
    own = _jeffreys(row["resolved_reached_count"], row["resolved_count"], rng)
    if row["compared_with"] == "a year ago":
        own = _jeffreys(row["recent_reached_count"], row["recent_count"], rng)
        reachable = _jeffreys(row["earlier_reached_count"], row["earlier_count"], rng)
    else:
        reachable = _jeffreys(row["other_resolved_reached_count"], row["other_resolved_count"], rng)
    rest = np.ones(DRAWS)
    for step in _rows(_later(judged, row)):
        rest = rest * rng.beta(*_shrunk(step), DRAWS)
    return people * (reachable - own) * rest


def _more_entries(row: pd.Series, people: float, rng: np.random.Generator) -> np.ndarray:
    """Sales when as many people entered as enter the mean other path."""
    more = people * (row["other_from_mean"] / row["from_count"] - 1)
    return more * rng.beta(*_shrunk(row), DRAWS)


def _later(judged: pd.DataFrame, row: pd.Series) -> pd.DataFrame:
    order = judged["link_order"]
    return judged[(judged["path"] == row["path"]) & (order > row["link_order"]) & (order <= SALE)]


def _rows(steps: pd.DataFrame) -> list[pd.Series]:
    return [step for _, step in steps.iterrows()]


def _shrunk(step: pd.Series) -> tuple[float, float]:
    """Successes and failures of the path's own people with STRENGTH people of the others beside them."""
    other = step["other_rate"] if step["other_resolved_count"] else 0.5
    reached, resolved = step["resolved_reached_count"], step["resolved_count"]
    return (reached + STRENGTH * other + 1e-3, resolved - reached + STRENGTH * (1 - other) + 1e-3)


def _jeffreys(reached: float, resolved: float, rng: np.random.Generator) -> np.ndarray:
    return rng.beta(reached + 0.5, resolved - reached + 0.5, DRAWS)


def _number(path: str) -> int:
    """A number of the path's name that is the same in every run."""
    return int.from_bytes(path.encode("utf-8")[:8], "big")
