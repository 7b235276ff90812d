"""Owns the six two-weekly exports of the pipeline: what each showed on its day, with the planted surprises."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sample_data.generator import words
from sample_data.generator.days import EXPORT_DAYS, later
from sample_data.generator.deal_story import (
    QUALIFIED,
    RESEARCH,
    Deal,
    first_export_day,
    open_on,
    stage_entries,
)

# Kind of surprise -> how many open deals get it; one deal gets at most one kind.
SURPRISES = {
    "pushed every time": 5,
    "moved back": 4,
    "vanished": 3,
    "grown": 6,
    "shrunk": 3,
    "changed owner": 2,
    "three continuations": 5,
}


@dataclass(frozen=True)
class Surprise:
    """What happens to one deal and in which export (1-5) it shows for the first time."""

    kind: str
    export: int


@dataclass(frozen=True)
class Shown:
    """One deal as one export shows it."""

    deal: Deal
    stage: str
    cents: int
    owner: str
    expected_close: date
    closed: date | None


def plan_surprises(deals: list[Deal]) -> dict[str, Surprise]:
    """Which open deal gets which surprise: only deals that stand in several exports."""
    rng = random.Random("gleaner surprises")
    open_deals = [deal for deal in deals if deal.fate == "open" and deal.opened <= EXPORT_DAYS[3]]
    presented = [deal for deal in open_deals if deal.presented and deal.presented <= EXPORT_DAYS[3]]
    back = rng.sample(sorted(presented, key=lambda deal: deal.deal_id), SURPRISES["moved back"])
    rest = [deal for deal in open_deals if deal not in back]
    rng.shuffle(rest)
    # Three continuations and five postponements need time: the oldest of the rest get them.
    rest.sort(key=lambda deal: deal.opened > EXPORT_DAYS[0])
    plan = {deal.deal_id: Surprise("moved back", 4 + number % 2) for number, deal in enumerate(back)}
    for kind in ("pushed every time", "three continuations", "vanished", "grown", "shrunk", "changed owner"):
        for _ in range(min(SURPRISES[kind], len(rest))):
            plan[rest.pop(0).deal_id] = Surprise(kind, rng.choice((4, 5)))
    return plan


def shown_in(number: int, deals: list[Deal], plan: dict[str, Surprise]) -> list[Shown]:
    """The rows of one export, 0 the oldest: open deals and those closed since the export before."""
    day = EXPORT_DAYS[number]
    before = EXPORT_DAYS[number - 1] if number else first_export_day()
    rows = []
    for deal in deals:
        surprise = plan.get(deal.deal_id, Surprise("none", 9))
        just_closed = deal.closed is not None and before < deal.closed <= day
        gone = surprise.kind == "vanished" and number >= surprise.export
        if (open_on(deal, day) or just_closed) and not gone:
            rows.append(_show(deal, number, surprise))
    return rows


def _show(deal: Deal, number: int, surprise: Surprise) -> Shown:
    day = EXPORT_DAYS[number]
    is_closed = deal.closed is not None and deal.closed <= day
    return Shown(
        deal=deal,
        stage=_stage(deal, number, surprise),
        cents=_cents(deal, number, surprise),
        owner=_owner(deal, number, surprise),
        expected_close=deal.closed if is_closed else _expected(deal, number, surprise),
        closed=deal.closed if is_closed else None,
    )


def _stage(deal: Deal, number: int, surprise: Surprise) -> str:
    if surprise.kind == "moved back" and number >= surprise.export:
        return RESEARCH if deal.research else QUALIFIED
    return [stage for stage, day in stage_entries(deal) if day <= EXPORT_DAYS[number]][-1]


def moved_back_entries(deal: Deal, surprise: Surprise) -> list[tuple[str, date]]:
    """Stage entries of a deal that moved back: those before, then the earlier stage again."""
    day = EXPORT_DAYS[surprise.export] - timedelta(days=3)
    kept = [(stage, entered) for stage, entered in stage_entries(deal) if entered < day]
    return [*kept, (RESEARCH if deal.research else QUALIFIED, day)]


def _cents(deal: Deal, number: int, surprise: Surprise) -> int:
    if number >= surprise.export:
        return deal.cents
    change = {"grown": 0.7, "shrunk": 1.4}.get(surprise.kind, 1.0)
    return deal.cents if change == 1.0 else int(deal.cents * change) // 5000 * 5000


def _owner(deal: Deal, number: int, surprise: Surprise) -> str:
    if surprise.kind != "changed owner" or number >= surprise.export:
        return deal.owner
    return next(name for name in words.MAIN_SALESPEOPLE if name != deal.owner)


def _expected(deal: Deal, number: int, surprise: Surprise) -> date:
    """The expected close date: forty days after opening, put off by three weeks whenever it has passed."""
    day = EXPORT_DAYS[number]
    if surprise.kind == "pushed every time":
        return later(EXPORT_DAYS[0], 10 + 14 * number)
    expected = later(deal.opened, 25 + int(deal.deal_id[2:]) % 40)
    while expected < day:
        expected = later(expected, 21)
    return expected
