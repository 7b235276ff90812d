"""Owns what a deal is: its story, the stages it entered, and when it was open."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sample_data.generator.days import EXPORT_DAYS, LAST_DAY, later
from sample_data.generator.people import Contact
from sample_data.generator.plan import PRICES

QUALIFIED, RESEARCH, PROPOSED, NEGOTIATION = "Qualified", "Research meeting", "Proposal sent", "Negotiation"
WON, LOST = "Closed Won", "Closed Lost"
OPEN_STAGES = (QUALIFIED, RESEARCH, PROPOSED, NEGOTIATION)


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


def guess_cents(rng: random.Random, contact: Contact, product: str) -> int:
    """What a first job may bring, as a round sum."""
    size = 0.8 if contact.site_count == 1 else 1.2
    return int(PRICES[product].amount * size * rng.uniform(0.8, 1.3) / 50) * 5000


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
