"""Owns the deals: one for every ask to a lead, and more work proposed to customers."""

import random
from dataclasses import replace

from sample_data.generator.customers import Customer
from sample_data.generator.days import FIRST_DAY, LAST_DAY, later
from sample_data.generator.deal_story import Deal, guess_cents
from sample_data.generator.leads import Lead
from sample_data.generator.more_work import more_work
from sample_data.generator.order_story import Order

LOST_REASONS = ("Price", "Chose another roofer", "No budget this year", "No decision", "Did it in house", "No answer")
APPROACHES = ("ego", "expert", "good samaritan", "skeptic", "explorer")
STALLED_COUNT = 12


def make_deals(leads: list[Lead], customers: list[Customer], orders: list[Order]) -> list[Deal]:
    """All deals by the day they were opened, numbered D-1001 on."""
    rng = random.Random("gleaner deals")
    asked = [lead for lead in leads if lead.asked]
    silent = [lead.lead_id for lead in asked if lead.fate == "lost" and not lead.refused]
    stalled = set(silent[-STALLED_COUNT:])
    first_sale = {order.customer_id: order for order in reversed(orders) if not order.is_refund}
    deals = [_first_deal(rng, lead, first_sale.get(lead.customer_id), stalled) for lead in asked]
    deals += more_work(rng, customers, orders)
    deals = [_finish(rng, deal) for deal in deals]
    deals.sort(key=lambda deal: (deal.opened, deal.contact.person, deal.cents))
    return [replace(deal, deal_id=f"D-{1001 + number}") for number, deal in enumerate(deals)]


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
