"""Owns the feedback scores (0-10) and the referral log."""

import random
from dataclasses import dataclass
from datetime import date

from sample_data.generator.customers import Customer
from sample_data.generator.days import FIRST_DAY, LAST_DAY, later
from sample_data.generator.leads import Lead
from sample_data.generator.order_story import Order

UNHAPPY_VALUABLE_COUNT = 5
PRAISE = (
    "They picked up the phone on a Sunday when the hall was leaking.",
    "No surprises on the invoice, the price was the price.",
    "Before and after photos made it easy to show my board.",
    "Picked up the phone every time, crew left the yard clean.",
    "One call and all buildings are on the calendar.",
    "Clean work, no surprises on the invoice.",
)
SO_SO = ("Good work, came a day late.", "Fine, but scheduling took three calls.", "OK.", "")
COMPLAINTS = (
    "Crew left nails in the parking lot, nobody called back.",
    "Leak came back after two weeks.",
    "Invoice was higher than the quote.",
)


@dataclass(frozen=True)
class Score:
    """One answer to 'how likely are you to recommend us', 0-10."""

    customer: Customer
    day: date
    score: int
    comment: str


@dataclass(frozen=True)
class Introduction:
    """One name that one customer gave, the lead it became and the customer, if any."""

    referrer: Customer
    lead: Lead
    asked: date
    given: date


def make_scores(customers: list[Customer], orders: list[Order], valuable: list[str]) -> list[Score]:
    """Scores by day; valuable: the vital few, largest first, of whom five stay unhappy."""
    rng = random.Random("gleaner scores")
    last_order = {order.customer_id: order.day for order in orders if not order.is_refund}
    unhappy = set(valuable[6 : 6 + UNHAPPY_VALUABLE_COUNT * 4 : 4])
    scores = []
    for one in customers:
        is_valuable = one.customer_id in valuable
        if one.customer_id in unhappy or rng.random() < (0.72 if is_valuable else 0.38):
            scores += _answers(rng, one, last_order[one.customer_id], one.customer_id in unhappy)
    return sorted(scores, key=lambda score: (score.day, score.customer.customer_id))


def _answers(rng: random.Random, customer: Customer, ordered: date, unhappy: bool) -> list[Score]:
    day = min(later(ordered, rng.uniform(5, 25)), LAST_DAY)
    latest = rng.randint(2, 5) if unhappy else _usual(rng, customer)
    scores = [Score(customer, day, latest, _comment(rng, latest))]
    earlier = later(day, -rng.uniform(150, 320))
    if rng.random() < 0.25 and earlier > max(customer.since, FIRST_DAY):
        score = min(10, latest + rng.randint(-2, 4)) if not unhappy else 8
        scores.append(Score(customer, earlier, max(score, 0), _comment(rng, max(score, 0))))
    return scores


def _usual(rng: random.Random, customer: Customer) -> int:
    weights = (1, 2, 3, 6, 9, 18, 20) if customer.contact.industry == "Property management" else (3, 4, 6, 9, 14, 12, 9)
    return rng.choices((3, 5, 6, 7, 8, 9, 10), weights)[0]


def _comment(rng: random.Random, score: int) -> str:
    if rng.random() < 0.35:
        return ""
    return rng.choice(PRAISE if score >= 9 else SO_SO if score >= 7 else COMPLAINTS)


def make_introductions(leads: list[Lead], customers: list[Customer]) -> list[Introduction]:
    """The referral log by day: every referred lead, one in twelve was never written down."""
    rng = random.Random("gleaner introductions")
    people = {one.customer_id: one for one in customers}
    made = []
    for lead in leads:
        if lead.referrer_id and rng.random() > 1 / 12:
            given = min(later(lead.created_at.date(), -rng.uniform(0, 4)), lead.created_at.date())
            asked = min(later(given, -rng.uniform(0, 10)), given)
            made.append(Introduction(people[lead.referrer_id], lead, asked, given))
    return sorted(made, key=lambda one: (one.given, one.lead.lead_id))
