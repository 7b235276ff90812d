"""What each diagnosis rests on, and what to do about it, in a sentence with its counts and ranges."""

from collections.abc import Callable
from types import SimpleNamespace

from analytics.models.intervals import LISTED_BELOW, wilson
from analytics.questions import charts
from analytics.questions.funnel.words import DONE, LAST_STATUS, LEFT, LINKS, PEOPLE

NEXT_STEPS = {
    "nurturing": "Call or write to each within the week, the most recent contact first, and note it as a touch.",
    "ask": "Ask each of them for the business this week, the most recent contact first.",
    "sale": "Ask five of them what held them back, then change how you ask; follow up those who never answered.",
    "lead_generation": "Bring more people in on this path: plan the next two dates and the names to invite now.",
}
SLOW_STEP = "Agree the next date before each talk ends, and call those who are past the usual time first."


def evidence(row: dict) -> str:
    """The sentence behind the row's diagnosis.

    row : column to value of a row of funnel/diagnosis; unknown as None.
    """
    facts = SimpleNamespace(**row)
    if facts.diagnosis == "cant_tell":
        return _cannot_tell(facts)
    return _SENTENCES[facts.diagnosis](facts)


def next_step(row) -> str:
    """What to do now."""
    return SLOW_STEP if row.diagnosis == "slow" else NEXT_STEPS[row.link]


def _missing(row) -> str:
    people = PEOPLE.get(row.from_link, "people")
    return (
        f"{row.resolved_left_count:,.0f} of {row.resolved_count:,.0f} {people} {LEFT[row.link]};"
        f" {_own(row)}{_against(row)}."
    )


def _leak(row) -> str:
    people = PEOPLE.get(row.from_link, "people")
    counts = f"{row.resolved_reached_count:,.0f} of {row.resolved_count:,.0f} {people} {DONE[row.link]}"
    return f"{counts}, {charts.rate_text(row.low_rate, row.conversion_rate, row.high_rate)}{_against(row)}."


def _slow(row) -> str:
    usual = f" against {row.other_days:,.0f} days on your other paths" if row.other_days is not None else ""
    return (
        f"Half of those who {DONE[row.link]} took {row.median_days:,.0f} days or more"
        f" ({row.low_days:,.0f} to {row.high_days:,.0f}){usual}."
    )


def _volume(row) -> str:
    return (
        f"Only {row.from_count:,.0f} people came in, against {row.other_from_mean:,.0f} on your average other path;"
        f" {_own_of_all(row)}{_against(row)}."
    )


def _healthy(row) -> str:
    if row.link == "lead_generation":
        return (
            f"{row.from_count:,.0f} people came in, against {row.other_from_mean:,.0f} on your average other path;"
            f" {_own_of_all(row)}{_against(row)}."
        )
    return f"{_own_of_all(row)}{_against(row)}."


def _weeding(row) -> str:
    others = f"{row.other_good_reached_count:,.0f} of {row.other_good_count:,.0f}"
    return f"{_poor_fits(row)}, against {others} on your other paths: no leak."


def _poor_fits(row) -> str:
    low, high = wilson(row.poor_left_count, row.known_left_count)
    poor = charts.rate_text(low, row.poor_left_count / row.known_left_count, high)
    left = row.resolved_count - row.resolved_reached_count
    unknown = _unknown_fit(left - row.known_left_count)
    return (
        f"{left:,.0f} of {row.resolved_count:,.0f} {PEOPLE[row.from_link]} did not go on, mostly poor fits:"
        f" {row.poor_left_count:,.0f} of {row.known_left_count:,.0f}, {poor}{unknown}."
        f" Of those who fit, {row.good_reached_count:,.0f} of {row.good_count:,.0f} {DONE[row.link]}"
    )


def _unknown_fit(count: int) -> str:
    return f"; the fit of {count:,.0f} more is unknown" if count else ""


def _cannot_tell(row) -> str:
    if row.compared_with == "own records":
        return (
            f"Of {row.passed_count:,.0f} who went on, only {row.passed_recorded_count:,.0f} have this step on record:"
            " it is done and not written down."
        )
    if row.compared_with == "those who fit":
        return f"{_poor_fits(row)}: not enough to say whether it leaks as well."
    if row.unplaced_count:
        return LAST_STATUS.format(lost=row.unplaced_count)
    if row.resolved_count == 0:
        return f"Nobody whose {LINKS[row.from_link].lower()} is on record has had the usual time yet."
    counts = f"{row.resolved_reached_count:,.0f} of {row.resolved_count:,.0f} {DONE[row.link]}"
    if row.resolved_count >= LISTED_BELOW:
        counts = f"{counts} ({charts.rate_text(row.low_rate, row.conversion_rate, row.high_rate)})"
    if row.other_rate is None and row.resolved_count >= 30:
        return f"{counts}; no other path to compare with yet."
    return f"{counts}; about {row.needed_count:,.0f} more whose usual time is over would tell."


def _own(row) -> str:
    rate = charts.rate_text(row.low_rate, row.conversion_rate, row.high_rate)
    return f"{row.resolved_reached_count:,.0f} {DONE[row.link]}, {rate}"


def _own_of_all(row) -> str:
    """As `_own`, with those whose time is over (H1)."""
    return f"{row.resolved_reached_count:,.0f} of {row.resolved_count:,.0f} {_own(row).partition(' ')[2]}"


def _against(row) -> str:
    if row.compared_with == "a year ago":
        before, now = (
            row.earlier_reached_count / row.earlier_count,
            row.recent_reached_count / row.recent_count,
        )
        return f"; in the last year {charts.rate(now)}, the year before {charts.rate(before)}"
    if row.compared_with == "other paths" and row.other_rate is not None:
        others = f"{row.other_reached_count:,.0f} of {row.other_resolved_count:,.0f}"
        return f", against {charts.rate(row.other_rate)} on your other paths ({others})"
    return ""


_SENTENCES: dict[str, Callable] = {
    "missing_link": _missing,
    "leak": _leak,
    "slow": _slow,
    "volume": _volume,
    "healthy": _healthy,
    "healthy_weeding_out": _weeding,
}
