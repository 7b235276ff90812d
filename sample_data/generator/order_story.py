"""Owns what an order is, and the planted turns: regulars gone quiet, customers that lose money, credits."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sample_data.generator.customers import Customer
from sample_data.generator.days import LAST_DAY, later

QUIET_COUNT = 6
LOSING_COUNT = 14


@dataclass(frozen=True)
class Order:
    """One job or credit; money in cents of the reporting currency, cost None where nobody wrote it down."""

    order_id: str
    customer_id: str
    day: date
    product: str
    revenue_cents: int
    cost_cents: int | None
    owner: str
    is_refund: bool = False
    paid: date | None = None


def quiet(orders: list[Order], customers: list[Customer]) -> list[Order]:
    """The orders without the last ones of a few regulars, who thereby have been silent for at least 3.5 usual gaps."""
    managers = {one.customer_id for one in customers if one.contact.industry == "Property management"}
    by_money = _by_revenue([order for order in orders if order.customer_id in managers])
    cut = {}
    for customer_id in by_money[4:60:4]:
        days = sorted(order.day for order in orders if order.customer_id == customer_id)
        if len(days) >= 10 and (LAST_DAY - days[-1]).days < 200 and len(cut) < QUIET_COUNT:
            gap = (days[-1] - days[0]).days / (len(days) - 1)
            cut[customer_id] = LAST_DAY - timedelta(days=int(max(4.2 * gap, 230)))
    return [order for order in orders if order.day <= cut.get(order.customer_id, LAST_DAY)]


def _by_revenue(orders: list[Order]) -> list[str]:
    totals: dict[str, int] = {}
    for order in orders:
        totals[order.customer_id] = totals.get(order.customer_id, 0) + order.revenue_cents
    return sorted(totals, key=lambda customer_id: (-totals[customer_id], customer_id))


def losing(rng: random.Random, orders: list[Order]) -> list[Order]:
    """The orders, those of a few customers with more cost than revenue; three of them are among the largest."""
    ranked = _by_revenue(orders)
    chosen = {ranked[17], ranked[31], ranked[44], *rng.sample(ranked[120:330], LOSING_COUNT - 3)}
    return [
        replace(order, cost_cents=int(order.revenue_cents * rng.uniform(1.06, 1.3)))
        if order.customer_id in chosen
        else order
        for order in orders
    ]


def credits(rng: random.Random, orders: list[Order]) -> list[Order]:
    """A credit note for part of every hundredth order or so, a few weeks after it."""
    picked = rng.sample([order for order in orders if later(order.day, 40) < LAST_DAY], 13)
    return [
        replace(
            order,
            day=later(order.day, rng.uniform(5, 35)),
            revenue_cents=-int(order.revenue_cents * rng.choice((0.1, 0.15, 0.25))) // 100 * 100,
            cost_cents=0,
            is_refund=True,
        )
        for order in picked
    ]
