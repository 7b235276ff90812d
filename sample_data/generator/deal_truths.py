"""Owns the planted truths about the pipeline, as numbers."""

from collections.abc import Callable

from sample_data.generator.days import EXPORT_DAYS
from sample_data.generator.deal_story import LOST, WON
from sample_data.generator.pipeline import SURPRISES, Shown, shown_in
from sample_data.generator.world import World


def research_meeting(world: World) -> dict:
    """Deals with a research meeting before the presentation are won more often."""
    expected = {"with": {"won": 0, "lost": 0}, "without": {"won": 0, "lost": 0}}
    for deal in world.deals:
        if deal.fate != "open":
            expected["with" if deal.research else "without"][deal.fate] += 1
    return {
        "says": "A research meeting before the presentation goes with many more won deals.",
        "counted": "closed deals of the archive and the six exports, by whether a research meeting is noted",
        "expected": expected,
    }


def surprises(world: World) -> dict:
    """The planted movements in the exports."""
    expected = {kind: sorted(one for one, got in world.surprises.items() if got.kind == kind) for kind in SURPRISES}
    return {
        "says": "Deals that are pushed at every review, moved back, vanished, grown, shrunk, passed on, or stalled "
        "behind three friendly talks without an agreed step.",
        "counted": "deal ids; each shows in one of the last two exports, pushed ones in all, stalled in interactions",
        "expected": expected,
    }


def exports(world: World) -> dict:
    """Rows and movements from export to export."""
    shown = [shown_in(number, world.deals, world.surprises) for number in range(len(EXPORT_DAYS))]
    expected = {str(EXPORT_DAYS[0]): {"rows": len(shown[0])}}
    for number in range(1, len(shown)):
        expected[str(EXPORT_DAYS[number])] = _moves(shown[number - 1], shown[number])
    says = "Six exports two weeks apart, with deals coming, closing and moving in every one."
    return {"says": says, "counted": "an export against the one before it, by deal id", "expected": expected}


def _moves(before: list[Shown], after: list[Shown]) -> dict:
    earlier = {one.deal.deal_id: one for one in before if one.stage not in (WON, LOST)}
    now = {one.deal.deal_id: one for one in after}
    pairs = [(earlier[one], now[one]) for one in earlier if one in now]
    still = [(one, other) for one, other in pairs if other.stage not in (WON, LOST)]
    return {
        "rows": len(after),
        "new": sum(one not in earlier for one in now),
        "won": sum(one.stage == WON for one in after),
        "lost": sum(one.stage == LOST for one in after),
        "vanished": len(earlier) - len(pairs),
        "pushed": sum(other.expected_close > one.expected_close for one, other in still),
        "grown": sum(other.cents > one.cents for one, other in still),
        "shrunk": sum(other.cents < one.cents for one, other in still),
        "changed_owner": sum(other.owner != one.owner for one, other in pairs),
    }


ALL: dict[str, Callable[[World], dict]] = {
    "research_meeting": research_meeting,
    "surprises": surprises,
    "exports": exports,
}
