"""Owns the deal exports of the CRM and the stage history."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sample_data.generator.answers import Answers, fill_in
from sample_data.generator.crm import lead_email, linked_by
from sample_data.generator.days import EXPORT_DAYS, later
from sample_data.generator.deal_story import LOST, WON, first_export_day, stage_entries
from sample_data.generator.pipeline import Shown, moved_back_entries, shown_in
from sample_data.generator.text import Sheet, Style, day_slashes, dollars, iso, plain_money, text_file
from sample_data.generator.world import World

DEAL_HEADERS = (
    "Deal ID",
    "Deal Name",
    "Deal Stage",
    "Amount",
    "Deal owner",
    "Associated Company",
    "Contact email",
    "Lead ID",
    "Customer ID",
    "Product",
    "Deal source",
    "Create Date",
    "Expected Close Date",
    "Closed Date",
    "Closed Lost Reason",
    "Need",
    "Willingness",
    "Resources",
    "Research meeting",
    "Presentation",
    "Decision makers known",
    "Next step",
    "Next step date",
    "Approach",
)
# The CRM has kept stages with their day only since then.
HISTORY_FROM = date(2025, 1, 1)
NEXT_STEPS = ("Roof inspection", "Meeting with the board", "Send revised quote", "Trial cleaning", "Call the owner")


@dataclass(frozen=True)
class Book:
    """What every export of the CRM shows alike: answers by deal id, the lead's e-mail by lead id."""

    answers: dict[str, Answers]
    emails: dict[str, str | None]


def archive_file(world: World) -> bytes:
    """Deals closed before the first kept export: days first."""
    book = open_book(world)
    closed = [deal for deal in world.deals if deal.closed and deal.closed <= first_export_day()]
    shown = [Shown(one, stage_entries(one)[-1][0], one.cents, one.owner, one.closed, one.closed) for one in closed]
    shown.sort(key=lambda one: (one.closed, one.deal.deal_id))
    return text_file(Sheet(DEAL_HEADERS, [_deal_row(one, book, day_slashes) for one in shown]), Style())


def pipeline_file(world: World, number: int) -> bytes:
    """One of the six exports, 0 the oldest: ISO dates."""
    book = open_book(world)
    shown = shown_in(number, world.deals, world.surprises)
    return text_file(Sheet(DEAL_HEADERS, [_deal_row(one, book, iso) for one in shown]), Style())


def open_book(world: World) -> Book:
    """Need, willingness and resources of every deal, and the e-mails as the lead list has them."""
    rng = random.Random("gleaner deal answers")
    ways = linked_by(world.leads)
    return Book(
        answers={one.deal_id: fill_in(rng, world.answers.get(one.lead_id, Answers()), one.fate) for one in world.deals},
        emails={lead.lead_id: lead_email(lead, ways.get(lead.lead_id, "")) for lead in world.leads},
    )


def _deal_row(shown: Shown, book: Book, write: Callable[[date | None], str]) -> tuple:
    deal, answers = shown.deal, book.answers[shown.deal.deal_id]
    emails = book.emails
    is_open = shown.stage not in (WON, LOST)
    number = int(deal.deal_id[2:])
    has_step = is_open and number % 3
    return (
        deal.deal_id,
        f"{deal.contact.display_name} - {deal.product}",
        shown.stage,
        dollars(shown.cents) if number % 4 else plain_money(shown.cents),
        shown.owner,
        deal.contact.display_name,
        emails.get(deal.lead_id, deal.contact.email),
        deal.lead_id,
        None if deal.lead_id else deal.customer_id,
        deal.product,
        deal.source,
        write(deal.opened),
        write(shown.expected_close),
        write(shown.closed),
        deal.lost_reason if shown.closed else None,
        answers.need,
        answers.willingness,
        answers.resources,
        write(_by_then(deal.research, shown)),
        write(_by_then(deal.presented, shown)),
        ("Yes", "No", "Yes", None)[number % 4],
        NEXT_STEPS[number % 5] if has_step else None,
        write(later(shown.expected_close, -10) if has_step else None),
        deal.approach,
    )


def _by_then(day: date | None, shown: Shown) -> date | None:
    """The day when the deal has reached it in this export; a stage before the proposal hides it."""
    early = {"Qualified": 0, "Research meeting": 1}.get(shown.stage, 2)
    if day is None or early == 0 or (early == 1 and day == shown.deal.presented and day != shown.deal.research):
        return None
    return day


def stage_history_file(world: World) -> bytes:
    """Every entry into a stage of every deal opened since 2025, the moves back among them."""
    rows = []
    for deal in (one for one in world.deals if one.opened >= HISTORY_FROM):
        surprise = world.surprises.get(deal.deal_id)
        back = surprise and surprise.kind == "moved back"
        entries = moved_back_entries(deal, surprise) if back else stage_entries(deal)
        rows += [(deal.deal_id, stage, iso(day)) for stage, day in entries]
    return text_file(Sheet(("Deal ID", "Stage", "Entered on"), rows), Style())


def export_names() -> list[str]:
    """File names of the six exports, oldest first."""
    return [f"pipeline-{day}.csv" for day in EXPORT_DAYS]
