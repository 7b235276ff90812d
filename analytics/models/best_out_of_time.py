"""Which way of predicting a sale was best on cases that came later than all it had learned from (H6).

Three compete: the rate of everybody, the points card, and a logistic regression. Whoever does not beat the rate of
everybody is not used.
"""

from dataclasses import dataclass

import numpy as np

from analytics.models.calibration import (
    STRAIGHT,
    Line,
    brier,
    calibration_line,
    cautious_line,
    discrimination,
    gain,
    log_odds,
    skill,
)
from analytics.models.grouped_cases import Grouped
from analytics.models.grouped_regression import Effects, fit_shares
from analytics.models.intervals import Range
from analytics.models.showing import failed_checks

EVERYBODY, CARD, REGRESSION = "everybody", "card", "regression"
WAYS = (EVERYBODY, CARD, REGRESSION)
# The first 40 % only teach; what came later is graded in blocks, each after learning from all before it.
TAUGHT_SHARE = 0.4
BLOCKS, BLOCKS_OF_MANY, MANY_ROWS = 5, 3, 20_000
# Belief before anything was seen: predictions are nearly right; drift moves the intercept further than the slope.
CARD_BELIEF = (3.0, 0.5)
LINE_BELIEF = (0.3, 0.25)
# To be used: a smaller Brier score, and one who bought surely told from one who did not; with much graded the penalties
# alone keep noise out. A probability is shown only under stricter rules.
Z_P90 = 1.2815516
# Graded cases, and how many of them must have happened and must not have (H1: from 30 on rates may be compared).
TO_USE = (30, 8)
MUCH_GRADED = 500


@dataclass(frozen=True)
class Past:
    """Cases whose outcome is known, with the day they began and the day from which their outcome was known.

    card : share of the card's points that a case earned, 0-1; nan where nothing on the card is known.
    """

    cases: Grouped
    day: np.ndarray
    known_day: np.ndarray
    card: np.ndarray

    def take(self, rows: np.ndarray) -> "Past":
        return Past(self.cases.take(rows), self.day[rows], self.known_day[rows], self.card[rows])


@dataclass(frozen=True)
class Graded:
    """What each way would have said of cases it had not seen.

    rows  : places in the past.
    rates : way to rates, 0-1, as they came out of the model and as corrected by what had come true before.
    """

    rows: np.ndarray
    taught_count: np.ndarray
    raw: dict[str, np.ndarray]
    rates: dict[str, np.ndarray]


@dataclass(frozen=True)
class Grade:
    """How one way did on the graded cases; None where it cannot be told."""

    way: str
    brier: float | None
    skill: Range | None
    discrimination: Range | None
    line: Line | None
    is_better: bool


@dataclass(frozen=True)
class Verdict:
    """The way that is used, why, and whether its rates may be shown as chances."""

    way: str
    grades: dict[str, Grade]
    is_shown: bool
    correction: Line
    case_count: int
    graded_count: int
    graded_happened: int


def grade_out_of_time(past: Past) -> Graded:
    """What each way would have said of each block, having learned from cases before it whose outcome was known."""
    found = [_block(past, first, end) for first, end in _edges(past)]
    found = [block for block in found if block is not None]
    if not found:
        nothing = np.empty(0)
        return Graded(nothing.astype(int), nothing, dict.fromkeys(WAYS, nothing), dict.fromkeys(WAYS, nothing))
    rows, taught, raw = zip(*found, strict=True)
    joined = {way: np.concatenate([block[way] for block in raw]) for way in WAYS}
    corrected = {way: np.concatenate(_corrected(past, rows, [block[way] for block in raw], way)) for way in WAYS}
    counts = np.concatenate([np.full(len(each), count) for each, count in zip(rows, taught, strict=True)])
    return Graded(np.concatenate(rows), counts, joined, corrected)


def judge(cases: Grouped, graded: Graded, case_count: int) -> Verdict:
    """The way with the smallest Brier score among those that beat the rate of everybody.

    cases      : the graded ones, in the order of graded.rates.
    case_count : all cases whose outcome is known, those that only taught among them.
    """
    grades = {way: _grade(way, graded, cases) for way in WAYS}
    better = [grade for grade in grades.values() if grade.is_better]
    best = min(better, key=lambda grade: grade.brier).way if better else EVERYBODY
    line = STRAIGHT
    if best != EVERYBODY:
        line = cautious_line(graded.raw[best], cases.events, cases.trials, LINE_BELIEF)
    return Verdict(
        way=best,
        grades=grades,
        is_shown=_may_be_shown(grades[best], cases),
        correction=line,
        case_count=case_count,
        graded_count=int(cases.trials.sum()),
        graded_happened=int(cases.events.sum()),
    )


def everybody_rate(cases: Grouped) -> float:
    """The rate of all, kept off 0 and 1 by half a case."""
    return float((cases.events.sum() + 0.5) / (cases.trials.sum() + 1.0))


def card_line(past: Past) -> Line:
    """How the card's points turn into rates."""
    known = ~np.isnan(past.card)
    cases = past.cases.take(known)
    return calibration_line(_kept(past.card[known]), cases.events, cases.trials, CARD_BELIEF)


def card_rates(line: Line, card: np.ndarray, everybody: float) -> np.ndarray:
    """Rates by the card; that of everybody where nothing on the card is known."""
    return np.where(np.isnan(card), everybody, line.corrected(_kept(np.nan_to_num(card, nan=0.5))))


def regression(past: Past) -> Effects:
    """The logistic regression of all cases."""
    return fit_shares(past.cases)


def chances(
    past: Past, looks: tuple[np.ndarray, np.ndarray], way: str, correction: Line
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Low, likely and high rate of each look (its codes and its share of the card's points), by the way in use.

    Low and high are P10 and P90: of the regression what the fit and what is not known of somebody leave open, of the
    other two what the rate of everybody leaves open.
    """
    codes, card = looks
    if way == REGRESSION:
        found = regression(past)
        linear, half = found.linear(codes), Z_P90 * found.deviation(codes)
        return tuple(correction.corrected(_share(linear + side * half)) for side in (-1, 0, 1))
    rate = everybody_rate(past.cases)
    rates = np.full(len(codes), rate) if way == EVERYBODY else card_rates(card_line(past), card, rate)
    half = Z_P90 / ((past.cases.trials.sum() + 1) * rate * (1 - rate)) ** 0.5
    return tuple(correction.corrected(_share(log_odds(rates) + side * half)) for side in (-1, 0, 1))


def _share(linear: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-linear))


def _block(past: Past, first: int, end: int) -> tuple[np.ndarray, int, dict[str, np.ndarray]] | None:
    """Cases that began from one day to before another, as seen by who knew only what was over on the first."""
    taught = past.take(past.known_day <= first)
    rows = np.flatnonzero((past.day >= first) & (past.day < end))
    if not len(taught.day) or not len(rows):
        return None
    rate = everybody_rate(taught.cases)
    rates = {
        EVERYBODY: np.full(len(rows), rate),
        CARD: card_rates(card_line(taught), past.card[rows], rate),
        REGRESSION: regression(taught).expected(past.cases.codes[rows]),
    }
    return rows, int(taught.cases.trials.sum()), rates


def _edges(past: Past) -> list[tuple[int, int]]:
    """First day of each block and the day after its last; blocks hold about as many cases."""
    if not len(past.day):
        return []
    days, places = np.unique(past.day, return_inverse=True)
    reached = np.cumsum(np.bincount(places.reshape(-1), past.cases.trials)) / max(past.cases.trials.sum(), 1e-12)
    blocks = BLOCKS_OF_MANY if len(past.day) > MANY_ROWS else BLOCKS
    wanted = TAUGHT_SHARE + (1 - TAUGHT_SHARE) * np.arange(blocks) / blocks
    # A day stands whole in one block.
    starts = np.unique(np.minimum(np.searchsorted(reached, wanted - 1e-9) + 1, len(days) - 1))
    ends = [*days[starts[1:]], days[-1] + 1]
    return [(int(days[start]), int(end)) for start, end in zip(starts, ends, strict=True)]


def _corrected(past: Past, rows: tuple[np.ndarray, ...], raw: list[np.ndarray], way: str) -> list[np.ndarray]:
    """Each block moved onto the line through what had come true of the blocks before it."""
    found = []
    # The rate of everybody is the plain answer that the others have to beat: it stays as it was counted.
    if way == EVERYBODY:
        return raw
    for place, rates in enumerate(raw):
        line = STRAIGHT
        # Outcomes of an earlier block may not be known when the next begins: only those that were count.
        before = [(r, p) for r, p in zip(rows[:place], raw[:place], strict=True)]
        if before:
            seen, said = (np.concatenate(each) for each in zip(*before, strict=True))
            known = past.known_day[seen] <= past.day[rows[place]].min()
            cases = past.cases.take(seen[known])
            line = calibration_line(said[known], cases.events, cases.trials, LINE_BELIEF) if known.any() else STRAIGHT
        found.append(line.corrected(rates))
    return found


def _grade(way: str, graded: Graded, cases: Grouped) -> Grade:
    rates, others = graded.rates[way], graded.rates[EVERYBODY]
    counts = (cases.events, cases.trials)
    won = gain(rates, others, *counts)
    area = discrimination(rates, *counts) if len(rates) else None
    is_spread = area is not None and np.ptp(rates) > 1e-9
    # Following the rate as it drifts is no knowledge of single cases: who is likelier must be told too.
    is_told = area is not None and (area.likely if cases.trials.sum() >= MUCH_GRADED else area.low) > 0.5
    is_better = won is not None and won.likely > 0 and is_told
    return Grade(
        way=way,
        brier=brier(rates, *counts),
        skill=skill(rates, others, *counts),
        discrimination=area,
        line=calibration_line(rates, *counts) if is_spread else None,
        is_better=way != EVERYBODY and is_better and _are_enough(cases, *TO_USE),
    )


def _may_be_shown(grade: Grade, cases: Grouped) -> bool:
    if grade.way == EVERYBODY or grade.skill is None:
        return False
    counts = int(cases.trials.sum()), int(cases.events.sum())
    return not failed_checks(*counts, grade.skill.low, grade.line.slope if grade.line else None)


def _are_enough(cases: Grouped, graded: int, of_each: int) -> bool:
    happened, count = cases.events.sum(), cases.trials.sum()
    return bool(count >= graded and min(happened, count - happened) >= of_each)


def _kept(card: np.ndarray) -> np.ndarray:
    return np.clip(card, 0.02, 0.98)
