"""Which way of predicting a sale was best on cases that came later than all it had learned from (H6).

Whoever does not beat the rate of everybody is not used.
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
    skill,
)
from analytics.models.grouped_cases import Grouped
from analytics.models.intervals import Range
from analytics.models.out_of_time import LINE_BELIEF, Graded
from analytics.models.showing import failed_checks
from analytics.models.ways import EVERYBODY, WAYS

# To be used: a smaller Brier score, and one who bought surely told from one who did not; with much graded the penalties
# alone keep noise out. A probability is shown only under stricter rules.
# Graded cases, and how many of them must have happened and must not have (H1: from 30 on rates may be compared).
TO_USE = (30, 8)
MUCH_GRADED = 500


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
