"""Owns the planted truths about past buyers, as numbers."""

from collections.abc import Callable
from datetime import date
from math import ceil

from sample_data.generator.days import LAST_DAY
from sample_data.generator.order_story import Order
from sample_data.generator.world import World, revenue_by_customer, vital_few

QUIET_GAPS = 3
HAPPY, UNHAPPY = 9, 6


def totals(world: World) -> dict:
    """How much of everything there is."""
    revenue = sum(order.revenue_cents for order in world.orders)
    expected = {
        "customers": len(world.customers),
        "order_rows": len(world.orders),
        "credit_rows": sum(order.is_refund for order in world.orders),
        "revenue_amount": money(revenue),
        "cost_unknown_rows": sum(order.cost_cents is None for order in world.orders),
        "unpaid_rows": sum(order.paid is None for order in world.orders),
        "do_not_contact": sum(one.do_not_contact for one in world.customers),
    }
    return {"says": "Totals of the three order files.", "counted": "credits netted out", "expected": expected}


def pareto(world: World) -> dict:
    """Both readings of 80/20 and the largest customer."""
    by_customer = revenue_by_customer(world.orders)
    cents, whole = list(by_customer.values()), sum(by_customer.values())
    top, few = ceil(0.2 * len(cents)), vital_few(world.orders)
    expected = {
        "top_20_percent_count": top,
        "top_20_percent_share": round(sum(cents[:top]) / whole, 4),
        "vital_few_count": len(few),
        "vital_few_share_of_customers": round(len(few) / len(cents), 4),
        "largest_customer_id": next(iter(by_customer)),
        "largest_customer_share": round(cents[0] / whole, 4),
    }
    says = "About a fifth of the customers gives three quarters and more of the revenue; one of them a tenth."
    return {"says": says, "counted": "M1, whole period, revenue net of credits", "expected": expected}


def quiet_vital_few(world: World) -> dict:
    """Vital few silent for at least three of their own usual gaps."""
    days = order_days(world.orders)
    quiet = {one: round(_silence(days[one]), 1) for one in vital_few(world.orders) if len(days[one]) >= 4}
    expected = {"customers": {one: gaps for one, gaps in sorted(quiet.items()) if gaps >= QUIET_GAPS}}
    return {
        "says": "Several of the vital few have gone quiet far beyond their own usual gap.",
        "counted": "vital few with 4 or more orders; days since the last order / mean days between orders >= 3",
        "expected": expected,
    }


def losing_customers(world: World) -> dict:
    """Customers on whom the work cost more than it brought."""
    profit: dict[str, int] = {}
    for order in world.orders:
        if order.cost_cents is not None:
            profit[order.customer_id] = profit.get(order.customer_id, 0) + order.revenue_cents - order.cost_cents
    losing = sorted(one for one, cents in profit.items() if cents < 0)
    few = set(vital_few(world.orders))
    return {
        "says": "Some customers lose money, a few of them large ones.",
        "counted": "sum of revenue - cost over rows with a known cost < 0",
        "expected": {"customers": losing, "among_vital_few": [one for one in losing if one in few]},
    }


def satisfaction(world: World) -> dict:
    """Valuable and unhappy; valuable, happy and never asked for a name."""
    latest = {score.customer.customer_id: score.score for score in world.scores}
    asked = {one.referrer.customer_id for one in world.introductions}
    few = vital_few(world.orders)
    expected = {
        "valuable_unhappy": sorted(one for one in few if latest.get(one, 10) <= UNHAPPY),
        "valuable_happy_never_asked": sorted(one for one in few if latest.get(one, 0) >= HAPPY and one not in asked),
        "valuable_never_scored": sum(one not in latest for one in few),
    }
    return {
        "says": "Some valuable customers are unhappy; many happy ones were never asked for a referral.",
        "counted": "vital few by their latest score: <= 6 unhappy, >= 9 happy; asked = a row in the referral log",
        "expected": expected,
    }


def order_days(orders: list[Order]) -> dict[str, list[date]]:
    """Days of each customer's orders, credits left out, first to last."""
    days: dict[str, list[date]] = {}
    for order in orders:
        if not order.is_refund:
            days.setdefault(order.customer_id, []).append(order.day)
    return days


def _silence(days: list[date]) -> float:
    gap = (days[-1] - days[0]).days / (len(days) - 1)
    return (LAST_DAY - days[-1]).days / gap


def money(cents: int) -> str:
    """Cents as decimal text."""
    return f"{cents // 100}.{cents % 100:02d}"


ALL: dict[str, Callable[[World], dict]] = {
    "totals": totals,
    "pareto": pareto,
    "quiet_vital_few": quiet_vital_few,
    "losing_customers": losing_customers,
    "satisfaction": satisfaction,
}
