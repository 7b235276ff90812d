"""Owns the interactions with prospects of this year's deals: notes in plain language, with or without an outcome."""

import random
from dataclasses import dataclass
from datetime import date, datetime

from sample_data.generator.days import LAST_DAY, at_work, later
from sample_data.generator.deal_story import Deal
from sample_data.generator.pipeline import Surprise

FROM_DAY = date(2026, 1, 1)
KINDS = ("Call", "Meeting", "Email", "Site visit")
ADVANCES = (
    ("Agreed to let us up on the roof, has the key for {day}.", "Roof inspection with the caretaker"),
    (
        "Will bring {who} to the next meeting on {day}, wants the numbers on one page.",
        "Meeting with the decision maker",
    ),
    ("Sends us the drawings and last year's leak log by {day}.", "Sends drawings and leak log"),
    ("Booked a trial cleaning of one building on {day} so that they can compare.", "Trial cleaning of one building"),
)
WHO = ("the board treasurer", "her partner", "the facilities director", "the owner")
CONTINUATIONS = (
    "Nice talk, likes our work. Will call when the time is right.",
    "Very friendly again, says it all looks great and to keep in touch.",
    "Still interested, asked how business is. Nothing agreed.",
    "Loved the photos. Wants to think about it some more, 99.9 % sure it will happen.",
    "No news from the board yet, we should check in again some time.",
)
ORDERS = ("Signed the proposal today.", "Purchase order came in by e-mail.", "Deposit paid, crew is booked.")
NO_SALES = (
    "Went with another roofer, ours was too expensive.",
    "Refused: no budget this year.",
    "Said no, the roof will be sold with the building.",
    "Decided to patch it themselves.",
)


@dataclass(frozen=True)
class Interaction:
    """One contact about one deal; outcome empty where nobody filled it in."""

    deal: Deal
    at: datetime
    kind: str
    outcome: str
    note: str
    step: str = ""
    step_date: date | None = None


def make_interactions(deals: list[Deal], surprises: dict[str, Surprise]) -> list[Interaction]:
    """All interactions by time."""
    rng = random.Random("gleaner interactions")
    stalled = {deal_id for deal_id, surprise in surprises.items() if surprise.kind == "three continuations"}
    current = [deal for deal in deals if deal.fate == "open" or deal.opened >= FROM_DAY]
    made = [one for deal in current for one in _of_deal(rng, deal, deal.deal_id in stalled)]
    return sorted(made, key=lambda one: (one.at, one.deal.deal_id))


def _of_deal(rng: random.Random, deal: Deal, stalled: bool) -> list[Interaction]:
    end = deal.closed or LAST_DAY
    count = 3 + rng.randint(0, 1) if stalled else rng.randint(1, 3)
    days = sorted({later(deal.opened, (end - deal.opened).days * (n + 0.5) / (count + 1)) for n in range(count)})
    days = [day for day in days if day < end or stalled]
    talks = []
    for number, day in enumerate(days):
        friendly = number >= len(days) - 3 if stalled else number % 2 == 1 or rng.random() < 0.3
        talks.append(_continuation(rng, deal, day, stalled) if friendly else _advance(rng, deal, day))
    return [*talks, _close(rng, deal)] if deal.closed else talks


def _advance(rng: random.Random, deal: Deal, day: date) -> Interaction:
    text, step = rng.choice(ADVANCES)
    agreed = later(day, rng.uniform(3, 12))
    note = text.format(day=f"{agreed.day} {agreed:%B}", who=rng.choice(WHO))
    outcome = "Advance" if rng.random() < 0.8 else ""
    return Interaction(deal, at_work(rng, day), rng.choice(KINDS), outcome, note, step, agreed)


def _continuation(rng: random.Random, deal: Deal, day: date, certain: bool) -> Interaction:
    outcome = "Continuation" if certain or rng.random() < 0.75 else ""
    return Interaction(deal, at_work(rng, day), rng.choice(KINDS[:3]), outcome, rng.choice(CONTINUATIONS))


def _close(rng: random.Random, deal: Deal) -> Interaction:
    won = deal.fate == "won"
    note, outcome = (rng.choice(ORDERS), "Order") if won else (rng.choice(NO_SALES), "no_sale")
    return Interaction(deal, at_work(rng, deal.closed), rng.choice(KINDS[:3]), outcome, note)
