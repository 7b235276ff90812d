"""The three ways compete on cases that came later; whoever does not beat everybody's rate is not used."""

import numpy as np
import pytest

from analytics.models.best_out_of_time import judge
from analytics.models.grouped_cases import Grouped
from analytics.models.out_of_time import grade_out_of_time
from analytics.models.ways import CARD, EVERYBODY, REGRESSION, Past, chances


def past(happened: np.ndarray, codes: np.ndarray, card: np.ndarray | None = None, wait: int = 0) -> Past:
    """One case a day; the outcome is known `wait` days later."""
    day = np.arange(len(happened))
    sizes = tuple(int(each) + 1 for each in codes.max(axis=0))
    cases = Grouped(codes, sizes, happened.astype(float), np.ones(len(happened)))
    return Past(cases, day, day + wait, np.full(len(day), np.nan) if card is None else card)


def judged(found: Past):
    graded = grade_out_of_time(found)
    return graded, judge(found.cases.take(graded.rows), graded, len(found.day))


def signal(count: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    codes = random.integers(0, 3, (count, 2))
    return random.random(count) < np.array([0.1, 0.4, 0.8])[codes[:, 0]], codes


def test_where_an_attribute_tells_the_regression_is_used_and_its_chances_may_be_shown():
    happened, codes = signal(600)
    graded, verdict = judged(past(happened, codes))
    assert (verdict.way, verdict.is_shown) == (REGRESSION, True)
    assert (verdict.case_count, verdict.graded_count) == (600, 360)
    assert 0.8 < verdict.grades[REGRESSION].line.slope < 1.25
    assert verdict.grades[REGRESSION].skill.low > 0


@pytest.mark.parametrize("seed", range(5))
def test_where_nothing_tells_the_rate_of_everybody_is_used(seed):
    random = np.random.default_rng(seed)
    _, verdict = judged(past(random.random(400) < 0.3, random.integers(0, 4, (400, 3))))
    assert (verdict.way, verdict.is_shown) == (EVERYBODY, False)


def test_where_only_the_card_tells_the_card_is_used():
    random = np.random.default_rng(3)
    card = random.choice([0.2, 0.8], 400)
    happened = random.random(400) < card
    _, verdict = judged(past(happened, random.integers(0, 3, (400, 1)), card))
    assert verdict.way == CARD


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_a_handful_of_cases_gives_an_answer_and_no_chance_to_show(count):
    happened, codes = signal(max(count, 1))
    found = past(happened, codes).take(np.arange(count))
    graded, verdict = judged(found)
    assert not verdict.is_shown
    low, likely, high = chances(found, (codes[:1], np.array([np.nan])), verdict.way, verdict.correction)
    assert (low > 0).all() and (low <= likely).all() and (likely <= high).all() and (high < 1).all()


def test_nothing_is_learned_from_outcomes_that_nobody_knew_yet():
    happened, codes = signal(300)
    graded = grade_out_of_time(past(happened, codes, wait=100))
    # The block that begins on day 120 was taught by the cases whose 100 days were over: days 0 to 20.
    assert graded.taught_count[0] == 21
    assert (graded.taught_count <= graded.rows - 99).all()


def test_later_outcomes_change_no_earlier_prediction():
    happened, codes = signal(300)
    changed = happened.copy()
    changed[250:] = ~changed[250:]
    before, after = (grade_out_of_time(past(each, codes)) for each in (happened, changed))
    same = before.rows < 250
    for way in (EVERYBODY, CARD, REGRESSION):
        assert (before.rates[way][same] == after.rates[way][same]).all()
