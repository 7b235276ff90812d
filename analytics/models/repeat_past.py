"""What a customer orders after the first order, from what was known before it, graded on customers who came later."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analytics.models.grouped_cases import Attributes, Grouped, learn_attributes
from analytics.models.grouped_regression import Effects, fit_numbers
from analytics.models.intervals import Range
from analytics.models.sale_past import KNOWN_AT_THE_TIME, codes_of, days, numbers

if TYPE_CHECKING:
    import pyarrow

TAUGHT_SHARE = 0.6
LEAST_GRADED = 30
Z_P90, Z_LEVEL = 1.2815516, 1.6448536


@dataclass(frozen=True)
class RepeatPast:
    """Customers grouped by what was known before their first order.

    orders, money : events per look; trials are customers times the share of 24 months watched.
    day           : of the first order.
    customers     : how many of each look.
    """

    orders: Grouped
    money: Grouped
    day: np.ndarray
    customers: np.ndarray


@dataclass(frozen=True)
class RepeatVerdict:
    """Whether the regression beat everybody's mean on customers who came later.

    saved : share of the deviance of everybody's mean that the regression saves, with its 90 % range; None where it
            cannot be told.
    """

    is_used: bool
    saved: Range | None
    graded_count: int


def attributes_of(rows: "pyarrow.Table") -> Attributes:
    """The values of past customers that something can be learned from."""
    columns = [rows.column(name) for name in KNOWN_AT_THE_TIME]
    return learn_attributes(KNOWN_AT_THE_TIME, columns, numbers(rows, "customer_count"))


def past_of(rows: "pyarrow.Table", attributes: Attributes) -> RepeatPast:
    """Past customers; rows as in the summary repeat_cases."""
    codes, watched = codes_of(rows, attributes), numbers(rows, "watched_count")
    orders = Grouped(codes, attributes.sizes, numbers(rows, "later_order_count"), watched)
    money = Grouped(codes, attributes.sizes, numbers(rows, "later_amount"), watched)
    return RepeatPast(orders, money, days(rows, "case_month"), numbers(rows, "customer_count"))


def judge(past: RepeatPast) -> RepeatVerdict:
    """Learn from the first 60 % of the customers, predict the orders of those who came later.

    Source : Poisson deviance, McCullagh and Nelder (1989); its range from the differences look by look.
    """
    taught = past.day < _split(past)
    later = ~taught & (past.orders.trials > 0)
    graded_count = int(past.customers[later].sum())
    if graded_count < LEAST_GRADED or past.orders.events[taught].sum() < 1:
        return RepeatVerdict(False, None, graded_count)
    known, cases = past.orders.take(taught), past.orders.take(later)
    everybody = known.events.sum() / known.trials.sum() * cases.trials
    said = fit_numbers(known).expected(cases.codes) * cases.trials
    saved = 2 * (cases.events * np.log(said / everybody) - said + everybody)
    worst = _deviance(cases.events, everybody).sum()
    half = Z_LEVEL * saved.std(ddof=1) * len(saved) ** 0.5 if len(saved) > 1 else np.inf
    total = saved.sum()
    found = Range(*(float(each / max(worst, 1e-12)) for each in (total - half, total, total + half)))
    return RepeatVerdict(bool(total > half / Z_LEVEL), found, graded_count)


def fitted(cases: Grouped, is_used: bool) -> Effects:
    """The regression of all customers; that of nobody's attributes where everybody's mean is as good."""
    if is_used:
        return fit_numbers(cases)
    return fit_numbers(Grouped(cases.codes[:, :0], (), cases.events, cases.trials))


def expected(found: Effects, codes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """P10, P50 and P90 of the mean number or money of each look within 24 months, should they buy."""
    codes = codes[:, : len(found.effects)]
    linear, half = found.linear(codes), Z_P90 * found.deviation(codes)
    return np.exp(linear - half), np.exp(linear), np.exp(linear + half)


def _split(past: RepeatPast) -> int:
    months, places = np.unique(past.day, return_inverse=True)
    reached = np.cumsum(np.bincount(places.reshape(-1), past.customers)) / max(past.customers.sum(), 1)
    return int(months[min(np.searchsorted(reached, TAUGHT_SHARE), len(months) - 1)]) if len(months) else 0


def _deviance(events: np.ndarray, mean: np.ndarray) -> np.ndarray:
    safe = np.where(events > 0, events, 1.0)
    return 2 * (np.where(events > 0, events * np.log(safe / mean), 0.0) - events + mean)
