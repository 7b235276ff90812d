"""Regression on a few attributes with values in words: logistic for shares, Poisson for numbers and money.

Each value of an attribute moves the forecast by an effect; how far the effects of an attribute may go is learned
from the data, so an attribute that tells nothing is drawn to nothing. What is not known of somebody moves nothing.
"""

from dataclasses import dataclass

import numpy as np

from analytics.models.grouped_cases import Attributes, Grouped
from analytics.models.grouped_design import Design
from analytics.models.newton import climb

# Beside the effects of an attribute stand these many of this size (log odds squared): few cases say little.
PRIOR_EFFECTS, PRIOR_SQUARE = 2.0, 0.05
ROUNDS, ENOUGH = 30, 1e-3
LEAST_PENALTY, MOST_PENALTY = 0.5, 1e4


@dataclass(frozen=True)
class Effects:
    """A fitted regression.

    intercept  : log odds (logistic) or log rate (Poisson) of somebody of whom nothing is known.
    effects    : per attribute, one number per value.
    covariance : of the intercept and of all effects, in that order.
    spread     : per attribute, variance of the effect over those of whom it is known: what not knowing it costs.
    dispersion : variance over mean of a number (Poisson); 1 for shares.
    is_share   : logistic when True, else Poisson.
    """

    intercept: float
    effects: tuple[np.ndarray, ...]
    covariance: np.ndarray
    spread: np.ndarray
    dispersion: float
    is_share: bool

    def linear(self, codes: np.ndarray) -> np.ndarray:
        """Intercept and effects of each row of codes, added up."""
        padded = [np.append(effect, 0.0) for effect in self.effects]
        return self.intercept + sum((each[codes[:, place]] for place, each in enumerate(padded)), np.zeros(len(codes)))

    def expected(self, codes: np.ndarray) -> np.ndarray:
        """Share, 0-1, or number per whole watched time of each row of codes."""
        return _mean(self.linear(codes), self.is_share)

    def deviation(self, codes: np.ndarray) -> np.ndarray:
        """Standard deviation of `linear`: of the fit, and of what is not known of the row."""
        starts = np.cumsum([1, *(len(each) for each in self.effects)])
        wide = np.pad(self.covariance, ((0, 1), (0, 1)))
        places = [np.zeros(len(codes), dtype=np.int64)]
        places += [np.where(codes[:, j] < 0, len(wide) - 1, starts[j] + codes[:, j]) for j in range(codes.shape[1])]
        variance = sum((wide[one, other] for one in places for other in places), np.zeros(len(codes)))
        return np.sqrt(np.maximum(variance + (codes < 0) @ self.spread, 0.0))


def fit_shares(cases: Grouped) -> Effects:
    """Logistic regression of events among trials.

    Source : penalised likelihood by Newton steps; penalty of each attribute by MacKay (1992), "Bayesian
             Interpolation": effects known well over their squares; our hyperprior, docs/decisions/024.
    """
    return _fit(cases, is_share=True)


def fit_numbers(cases: Grouped) -> Effects:
    """Quasi-Poisson regression of events per watched time (`trials`), for counts and for money.

    Source : as fit_shares; dispersion by Pearson's statistic, McCullagh and Nelder (1989), "Generalized Linear Models".
    """
    first = _fit(cases, is_share=False)
    mean = np.maximum(first.expected(cases.codes) * cases.trials, 1e-9)
    freedom = max(len(mean) - 1 - sum(cases.sizes) / 2, 1.0)
    dispersion = max(float((((cases.events - mean) ** 2) / mean).sum() / freedom), 1.0)
    scaled = Grouped(cases.codes, cases.sizes, cases.events / dispersion, cases.trials / dispersion)
    return _fit(scaled, is_share=False, dispersion=dispersion)


def told_effects(
    attributes: Attributes, found: Effects, codes: np.ndarray, counts: tuple[np.ndarray, np.ndarray]
) -> list[tuple[str, str, float, float, int, int]]:
    """Attribute, value, effect, its standard error, cases and successes, one row per value.

    counts : cases and successes of each row of codes.
    """
    errors, told, place = np.sqrt(np.maximum(np.diag(found.covariance), 0.0)), [], 1
    for column, (name, values) in enumerate(zip(attributes.names, attributes.values, strict=True)):
        of_value = [np.bincount(codes[:, column] + 1, each, len(values) + 1)[1:] for each in counts]
        for code, value in enumerate(values):
            numbers = (int(round(each[code])) for each in of_value)
            told.append((name, value, float(found.effects[column][code]), float(errors[place]), *numbers))
            place += 1
    return told


def _fit(cases: Grouped, is_share: bool, dispersion: float = 1.0) -> Effects:
    design = Design(cases)
    weights = np.zeros(design.width)
    weights[0] = _start(cases, is_share)
    penalties = np.full(len(cases.sizes), 4.0)
    for _ in range(ROUNDS):
        weights, covariance = _newton(design, cases, weights, design.spread_out(penalties), is_share)
        updated = _penalties(design, weights, covariance, penalties)
        moved = np.abs(np.log(updated / penalties)).max(initial=0.0)
        penalties = updated
        if moved < ENOUGH * 50:
            break
    return _told(design, _Solved(weights, covariance, is_share, dispersion))


@dataclass(frozen=True)
class _Solved:
    weights: np.ndarray
    covariance: np.ndarray
    is_share: bool
    dispersion: float


def _start(cases: Grouped, is_share: bool) -> float:
    events, trials = float(cases.events.sum()), float(cases.trials.sum())
    share = (events + 0.5) / (trials + 1.0)
    return float(np.log(share / (1 - share))) if is_share else float(np.log(share))


def _newton(
    design: Design, cases: Grouped, weights: np.ndarray, penalty: np.ndarray, is_share: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Weights that fit best under the penalty, and their covariance."""

    def height(at: np.ndarray) -> float:
        linear = design.times(at)
        loss = np.logaddexp(0, linear) if is_share else np.exp(np.clip(linear, -35, 35))
        return float(cases.events @ linear - cases.trials @ loss - penalty @ at**2 / 2)

    def bend(at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        mean = _mean(design.times(at), is_share)
        curve = design.crossed(cases.trials * (mean * (1 - mean) if is_share else mean))
        curve[np.diag_indices_from(curve)] += penalty
        return design.counted(cases.events - mean * cases.trials) - penalty * at, curve

    return climb(weights, height, bend, ENOUGH)


def _penalties(design: Design, weights: np.ndarray, covariance: np.ndarray, before: np.ndarray) -> np.ndarray:
    found = []
    for place, penalty in enumerate(before, start=1):
        part = design.slice(place)
        known = design.sizes[place] - penalty * float(np.trace(covariance[part, part]))
        square = float((weights[part] ** 2).sum())
        found.append((max(known, 0.0) + PRIOR_EFFECTS) / (square + PRIOR_EFFECTS * PRIOR_SQUARE))
    return np.clip(found, LEAST_PENALTY, MOST_PENALTY)


def _told(design: Design, solved: _Solved) -> Effects:
    """The effects, measured from the mean of those of whom the attribute is known."""
    effects = design.from_mean @ solved.weights
    each = [effects[design.slice(place)] for place in range(1, len(design.sizes))]
    spread = [float(shares @ effect**2) for shares, effect in zip(design.shares, each, strict=True)]
    covariance = design.from_mean @ solved.covariance @ design.from_mean.T
    return Effects(float(effects[0]), tuple(each), covariance, np.array(spread), solved.dispersion, solved.is_share)


def _mean(linear: np.ndarray, is_share: bool) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(linear, -35, 35))) if is_share else np.exp(np.clip(linear, -35, 35))
