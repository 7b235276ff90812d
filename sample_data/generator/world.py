"""Owns the order in which the parts of the made-up company come about."""

import random
from dataclasses import dataclass

from sample_data.generator.answers import Answers, ClearCases, answer_all, plant_clear_cases
from sample_data.generator.counts import MonthCount, make_counts
from sample_data.generator.customers import Customer, customers_from, make_old_customers, name_referrers, number_buyers
from sample_data.generator.deals import Deal, make_deals
from sample_data.generator.interactions import Interaction, make_interactions
from sample_data.generator.leads import Lead, make_leads
from sample_data.generator.order_story import Order
from sample_data.generator.orders import make_orders
from sample_data.generator.people import Directory
from sample_data.generator.pipeline import Surprise, plan_surprises
from sample_data.generator.satisfaction import Introduction, Score, make_introductions, make_scores
from sample_data.generator.touches import Touch, make_touches


@dataclass(frozen=True)
class World:
    """Everything that happened in the made-up company."""

    customers: list[Customer]
    leads: list[Lead]
    clear: ClearCases
    answers: dict[str, Answers]
    orders: list[Order]
    deals: list[Deal]
    surprises: dict[str, Surprise]
    touches: list[Touch]
    interactions: list[Interaction]
    scores: list[Score]
    introductions: list[Introduction]
    counts: list[MonthCount]


def make_world() -> World:
    """The made-up company, the same every time."""
    directory = Directory(random.Random("gleaner people"))
    old = make_old_customers(directory)
    leads = name_referrers(number_buyers(make_leads(directory)), old)
    leads, clear = plant_clear_cases(leads)
    customers = old + customers_from(leads)
    orders = make_orders(customers)
    deals = make_deals(leads, customers, orders)
    surprises = plan_surprises(deals)
    return World(
        customers=customers,
        leads=leads,
        clear=clear,
        answers=answer_all(leads, clear),
        orders=orders,
        deals=deals,
        surprises=surprises,
        touches=make_touches(leads),
        interactions=make_interactions(deals, surprises),
        scores=make_scores(customers, orders, vital_few(orders)),
        introductions=make_introductions(leads, customers),
        counts=make_counts(),
    )


def revenue_by_customer(orders: list[Order]) -> dict[str, int]:
    """Cents net of credits, the largest customer first; equal ones by number."""
    totals: dict[str, int] = {}
    for order in orders:
        totals[order.customer_id] = totals.get(order.customer_id, 0) + order.revenue_cents
    return dict(sorted(totals.items(), key=lambda item: (-item[1], item[0])))


def vital_few(orders: list[Order]) -> list[str]:
    """The smallest set of customers, largest first, who give 80 % of the revenue (M1)."""
    totals = revenue_by_customer(orders)
    goal, reached, few = sum(totals.values()) * 0.8, 0, []
    for customer_id, cents in totals.items():
        if reached >= goal:
            break
        reached += cents
        few.append(customer_id)
    return few
