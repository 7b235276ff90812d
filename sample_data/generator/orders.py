"""Owns the orders: who comes back, how often, for how much, at what cost."""

import math
import random
from dataclasses import replace
from datetime import date, timedelta

from sample_data.generator import words
from sample_data.generator.customers import Customer
from sample_data.generator.days import FIRST_DAY, LAST_DAY, SEASON, between, later
from sample_data.generator.order_story import Order, credits, losing, quiet
from sample_data.generator.plan import INDUSTRIES, LARGEST_CUSTOMER, OPENERS, PRICES, REPEAT_WEIGHTS


def make_orders(customers: list[Customer]) -> list[Order]:
    """All orders by day, numbered as the accounting tool would."""
    rng = random.Random("gleaner orders")
    owners = {one.customer_id: rng.choices(words.SALESPEOPLE, (27, 25, 23, 19, 6))[0] for one in customers}
    raw = [_order(rng, one, job, owners) for one in customers for job in _jobs(rng, one)]
    raw = losing(rng, quiet(raw, customers))
    raw += credits(rng, raw)
    raw.sort(key=lambda order: (order.day, order.customer_id, order.product))
    numbered = [
        replace(order, order_id=f"{'CN' if order.is_refund else 'INV'}-{20310 + n}") for n, order in enumerate(raw)
    ]
    return [_settle(rng, order) for order in numbered]


def _jobs(rng: random.Random, customer: Customer) -> list[tuple[date, str]]:
    """Days and products of one customer's orders, first to last."""
    industry = INDUSTRIES[customer.contact.industry]
    product = customer.first_product or rng.choices(words.PRODUCTS, industry.first)[0]
    day = customer.first_sale or between(rng, FIRST_DAY, FIRST_DAY + timedelta(days=430))
    jobs = [(day, product)]
    if customer.contact.company == LARGEST_CUSTOMER:
        jobs = [(later(FIRST_DAY, 6), "Roof inspection plan")]
    elif rng.random() > _chance_to_return(customer, product):
        return jobs
    gap = industry.gap_days * rng.uniform(0.75, 1.3) * _pace(customer)
    end = LAST_DAY if rng.random() < 0.88 else LAST_DAY - timedelta(days=int(rng.uniform(60, 500)))
    return _repeat(rng, jobs, (gap, end))


def _chance_to_return(customer: Customer, product: str) -> float:
    opener, middle, full = INDUSTRIES[customer.contact.industry].comes_back
    chance = opener if product in OPENERS else full if product == "Full roof replacement" else middle
    # Planted: somebody who was introduced closes half of the remaining distance to certainty.
    return chance + (0.5 * (1 - chance) if customer.referrer_id and product != "Full roof replacement" else 0)


def _pace(customer: Customer) -> float:
    return 0.42 if customer.contact.company == LARGEST_CUSTOMER else 1.25 - min(customer.contact.site_count, 18) / 36


def _repeat(rng: random.Random, jobs: list[tuple[date, str]], rhythm: tuple[float, date]) -> list[tuple[date, str]]:
    gap, end = rhythm
    while True:
        day = later(jobs[-1][0], max(gap * rng.gammavariate(6, 1 / 6), 4))
        if rng.random() * 1.25 > SEASON[day.month]:
            day = later(day, rng.uniform(5, 20))
        if day > end:
            return jobs
        jobs.append((day, rng.choices(tuple(REPEAT_WEIGHTS), tuple(REPEAT_WEIGHTS.values()))[0]))


def _order(rng: random.Random, customer: Customer, job: tuple[date, str], owners: dict[str, str]) -> Order:
    day, product = job
    price = PRICES[product]
    size = 1.5 * math.sqrt(customer.contact.site_count / 3) if customer.contact.site_count > 1 else 0.8
    size = size * 0.75 if product == "Full roof replacement" else size
    boost = 1.55 if customer.contact.company == LARGEST_CUSTOMER else 1.0
    revenue = round(price.amount * size * boost * rng.uniform(0.75, 1.3) * 100, -2)
    cents = int(revenue) + (rng.randint(1, 99) if rng.random() < 0.4 else 0)
    cost = int(cents * price.cost_share * rng.uniform(0.85, 1.12))
    return Order("", customer.customer_id, day, product, cents, cost, owners[customer.customer_id])


def _settle(rng: random.Random, order: Order) -> Order:
    """The order with the day it was paid; the last weeks and a few late payers are still open, some costs unknown."""
    paid = later(order.day, rng.triangular(3, 55, 21))
    late = rng.random() < 0.008
    unknown = not order.is_refund and rng.random() < (0.12 if (LAST_DAY - order.day).days < 30 else 0.025)
    return replace(
        order,
        paid=order.day if order.is_refund else None if late or paid > LAST_DAY else paid,
        cost_cents=None if unknown else order.cost_cents,
    )
