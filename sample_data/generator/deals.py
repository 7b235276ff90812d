"""Owns the deals: one for every ask to a lead, and more work proposed to customers; with the entries into stages."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sample_data.generator import words
from sample_data.generator.customers import Customer
from sample_data.generator.days import EXPORT_DAYS, FIRST_DAY, LAST_DAY, between, later
from sample_data.generator.leads import Lead
from sample_data.generator.orders import Order
from sample_data.generator.people import Contact
from sample_data.generator.plan import PRICES

QUALIFIED, RESEARCH, PROPOSED, NEGOTIATION = "Qualified", "Research meeting", "Proposal sent", "Negotiation"
WON, LOST = "Closed Won", "Closed Lost"
OPEN_STAGES = (QUALIFIED, RESEARCH, PROPOSED, NEGOTIATION)
LOST_REASONS = ("Price", "Chose another roofer", "No budget this year", "No decision", "Did it in house", "No answer")
APPROACHES = ("ego", "expert", "good samaritan", "skeptic", "explorer")
STALLED_COUNT = 12
OPEN_MORE_WORK_COUNT = 30


@dataclass(frozen=True)
class Deal:
    """One possible sale with its whole story; fate is won, lost or open (closed then None)."""

    contact: Contact
    owner: str
    product: str
    cents: int
    source: str
    opened: date
    fate: str
    closed: date | None = None
    research: date | None = None
    presented: date | None = None
    lead_id: str | None = None
    customer_id: str | None = None
    lost_reason: str | None = None
    approach: str | None = None
    deal_id: str = ""


def make_deals(leads: list[Lead], customers: list[Customer], orders: list[Order]) -> list[Deal]:
    """All deals by the day they were opened, numbered D-1001 on."""
    rng = random.Random("gleaner deals")
    asked = [lead for lead in leads if lead.asked]
    silent = [lead.lead_id for lead in asked if lead.fate == "lost" and not lead.refused]
    stalled = set(silent[-STALLED_COUNT:])
    first_sale = {order.customer_id: order for order in reversed(orders) if not order.is_refund}
    deals = [_first_deal(rng, lead, first_sale.get(lead.customer_id), stalled) for lead in asked]
    deals += _more_work(rng, customers, orders)
    deals = [_finish(rng, deal) for deal in deals]
    deals.sort(key=lambda deal: (deal.opened, deal.contact.person, deal.cents))
    return [replace(deal, deal_id=f"D-{1001 + number}") for number, deal in enumerate(deals)]


def guess_cents(rng: random.Random, contact: Contact, product: str) -> int:
    """What a first job may bring, as a round sum."""
    size = 0.8 if contact.site_count == 1 else 1.2
    return int(PRICES[product].amount * size * rng.uniform(0.8, 1.3) / 50) * 5000


def _first_deal(rng: random.Random, lead: Lead, sale: Order | None, stalled: set[str]) -> Deal:
    # An ask without an answer is written off after two months; the latest of them are still kept open, stalled.
    closed = lead.sold or lead.refused or later(lead.asked, rng.uniform(45, 70))
    is_open = lead.fate == "fresh" or lead.lead_id in stalled or closed > LAST_DAY
    start = max(lead.nurtured[-1], later(lead.asked, -9)) if lead.nurtured else lead.created_at.date()
    return Deal(
        contact=lead.contact,
        owner=lead.owner,
        product=lead.product,
        cents=sale.revenue_cents if sale else guess_cents(rng, lead.contact, lead.product),
        source=lead.path,
        opened=min(start, lead.asked),
        fate="open" if is_open else "won" if lead.sold else "lost",
        closed=None if is_open else closed,
        presented=lead.asked,
        lead_id=lead.lead_id,
        customer_id=lead.customer_id,
    )


def _more_work(rng: random.Random, customers: list[Customer], orders: list[Order]) -> list[Deal]:
    """Deals with customers who had bought before: every larger later job won, some lost, some open."""
    people = {one.customer_id: one for one in customers}
    firsts = {order.customer_id: order.order_id for order in reversed(orders) if not order.is_refund}
    large = [one for one in orders if one.revenue_cents >= 1_200_000 and one.order_id != firsts[one.customer_id]]
    won = [_from_order(rng, order, people[order.customer_id]) for order in large]
    lost = [_refused(rng, deal) for deal in rng.sample(won, int(len(won) * 0.55))]
    active = sorted({order.customer_id for order in orders if order.day > LAST_DAY - timedelta(days=200)})
    chosen = rng.sample(active, OPEN_MORE_WORK_COUNT)
    return won + lost + [_still_open(rng, people[customer_id]) for customer_id in chosen]


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


def _finish(rng: random.Random, deal: Deal) -> Deal:
    """The deal with its research meeting (planted: 78 % of the won, 38 % of the lost had one), reason and approach."""
    chance = {"won": 0.78, "lost": 0.38, "open": 0.5}[deal.fate]
    last = deal.presented or LAST_DAY
    held = rng.random() < chance and last > deal.opened
    meeting = later(deal.opened, (last - deal.opened).days * rng.uniform(0.2, 0.8)) if held else None
    return replace(
        deal,
        opened=max(deal.opened, FIRST_DAY),
        research=min(meeting, last) if meeting else None,
        lost_reason=rng.choices(LOST_REASONS, (30, 22, 18, 14, 6, 10))[0] if deal.fate == "lost" else None,
        approach=rng.choice(APPROACHES) if rng.random() < 0.55 else None,
    )


def stage_entries(deal: Deal) -> list[tuple[str, date]]:
    """Stages of a deal in the order it entered them, before any moving back."""
    entries = [(QUALIFIED, deal.opened)]
    if deal.research:
        entries.append((RESEARCH, deal.research))
    if deal.presented:
        entries.append((PROPOSED, deal.presented))
        end = deal.closed or LAST_DAY
        haggling = later(deal.presented, (end - deal.presented).days * 0.6)
        if (end - deal.presented).days > 12 and haggling < end:
            entries.append((NEGOTIATION, haggling))
    if deal.closed:
        entries.append((WON if deal.fate == "won" else LOST, deal.closed))
    return entries


def open_on(deal: Deal, day: date) -> bool:
    """Whether the deal was opened and not yet closed at the end of the day."""
    return deal.opened <= day and (deal.closed is None or deal.closed > day)


def first_export_day() -> date:
    """Day up to which closed deals stand in the archive and not in a pipeline export."""
    return EXPORT_DAYS[0] - timedelta(days=14)
