"""Owns the deals with customers who had bought before."""

import random
from dataclasses import replace
from datetime import timedelta

from sample_data.generator import words
from sample_data.generator.customers import Customer
from sample_data.generator.days import LAST_DAY, between, later
from sample_data.generator.deal_story import Deal, guess_cents
from sample_data.generator.order_story import Order

OPEN_MORE_WORK_COUNT = 30


def more_work(rng: random.Random, customers: list[Customer], orders: list[Order]) -> list[Deal]:
    """Deals with customers who had bought before: larger later jobs won, some lost, some open."""
    people = {one.customer_id: one for one in customers}
    firsts = {order.customer_id: order.day for order in reversed(orders) if not order.is_refund}
    large = [one for one in orders if _is_logged(one) and one.day > later(firsts[one.customer_id], 50)]
    won = [_from_order(rng, order, people[order.customer_id]) for order in large]
    lost = [_refused(rng, deal) for deal in rng.sample(won, int(len(won) * 0.55))]
    active = sorted({order.customer_id for order in orders if order.day > LAST_DAY - timedelta(days=200)})
    chosen = rng.sample(active, OPEN_MORE_WORK_COUNT)
    return won + lost + [_still_open(rng, people[customer_id]) for customer_id in chosen]


def _is_logged(order: Order) -> bool:
    """Whether a job stood in the pipeline: large ones always, middling ones only since this summer."""
    return order.revenue_cents >= (350_000 if order.day > LAST_DAY - timedelta(days=90) else 1_200_000)


def _from_order(rng: random.Random, order: Order, customer: Customer) -> Deal:
    opened = later(order.day, -rng.uniform(15, 50))
    return Deal(
        contact=customer.contact,
        owner=order.owner,
        product=order.product,
        cents=order.revenue_cents,
        source="Existing customer",
        opened=opened,
        fate="won",
        closed=order.day,
        presented=later(opened, (order.day - opened).days * 0.5),
        customer_id=customer.customer_id,
    )


def _refused(rng: random.Random, deal: Deal) -> Deal:
    opened = between(rng, deal.opened, min(deal.opened + timedelta(days=120), LAST_DAY - timedelta(days=40)))
    closed = min(later(opened, rng.uniform(20, 55)), LAST_DAY)
    presented = later(opened, (closed - opened).days * 0.4)
    cents = int(deal.cents * rng.uniform(0.7, 1.3)) // 5000 * 5000
    return replace(deal, opened=opened, closed=closed, presented=presented, fate="lost", cents=cents)


def _still_open(rng: random.Random, customer: Customer) -> Deal:
    opened = between(rng, LAST_DAY - timedelta(days=120), LAST_DAY - timedelta(days=4))
    product = rng.choice(("Leak repair", "Gutter replacement", "Flat roof coating", "Full roof replacement"))
    presented = later(opened, rng.uniform(6, 30))
    return Deal(
        contact=customer.contact,
        owner=rng.choices(words.SALESPEOPLE, (27, 25, 23, 19, 6))[0],
        product=product,
        cents=guess_cents(rng, customer.contact, product),
        source="Existing customer",
        opened=opened,
        fate="open",
        presented=presented if presented <= LAST_DAY else None,
        customer_id=customer.customer_id,
    )
