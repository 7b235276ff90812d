"""Owns the planted truths about who comes back, as numbers."""

from collections.abc import Callable

from sample_data.generator.buyer_truths import order_days
from sample_data.generator.customers import Customer
from sample_data.generator.world import World


def repeat_by_industry(world: World) -> dict:
    """Property managers come back, homeowners seldom."""
    expected = _repeat(world, lambda one: one.contact.industry)
    says = "Property managers with several buildings come back again and again; homeowners seldom."
    return {"says": says, "counted": REPEAT, "expected": expected}


def repeat_by_referral(world: World) -> dict:
    """Referred customers repeat more."""
    expected = _repeat(world, lambda one: "referred" if one.referrer_id else "not referred")
    return {"says": "Referred customers come back more often.", "counted": REPEAT, "expected": expected}


def repeat_by_first_product(world: World) -> dict:
    """Small openers lead to repeat business, a full replacement does not."""
    first: dict[str, str] = {}
    for order in world.orders:
        if not order.is_refund:
            first.setdefault(order.customer_id, order.product)
    expected = _repeat(world, lambda one: first[one.customer_id])
    says = "Gutter cleaning and the inspection plan as first order lead to more; a full replacement is one-time."
    return {"says": says, "counted": REPEAT, "expected": expected}


REPEAT = "customers with two or more orders (credits not counted) / all customers of the group"


def _repeat(world: World, group: Callable[[Customer], str]) -> dict:
    counts = {one: len(days) for one, days in order_days(world.orders).items()}
    found: dict[str, dict] = {}
    for one in world.customers:
        row = found.setdefault(group(one), {"customers": 0, "came_back": 0, "orders": 0})
        row["customers"] += 1
        row["came_back"] += counts[one.customer_id] > 1
        row["orders"] += counts[one.customer_id]
    return dict(sorted(found.items()))


ALL: dict[str, Callable[[World], dict]] = {
    "repeat_by_industry": repeat_by_industry,
    "repeat_by_referral": repeat_by_referral,
    "repeat_by_first_product": repeat_by_first_product,
}
