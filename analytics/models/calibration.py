"""Whether predicted shares were right: Brier score, skill, discrimination, calibration, a table of bands.

Everything takes grouped cases: `rates` predicted 0-1, `events` that happened, `trials` cases of each row.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from analytics.models.intervals import LEVEL, Range, wilson
from analytics.models.newton import climb

BANDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
EDGE = 1e-6
LEAST_KEPT = 0.2


def brier(rates: np.ndarray, events: np.ndarray, trials: np.ndarray) -> float | None:
    """Mean squared difference between prediction and outcome, 0 best; None without cases.

    Source : Brier (1950), "Verification of Forecasts Expressed in Terms of Probability".
    """
    cases = float(trials.sum())
    return float((events * (1 - rates) ** 2 + (trials - events) * rates**2).sum() / cases) if cases else None


def gain(rates: np.ndarray, others: np.ndarray, events: np.ndarray, trials: np.ndarray) -> Range | None:
    """How much smaller the Brier score is than that of other predictions of the same cases; None under two cases.

    returns : mean over the cases with the bounds of its 90 % range; above 0 is better than the others.
    Source  : paired differences, Diebold and Mariano (1995), "Comparing Predictive Accuracy".
    """
    cases = float(trials.sum())
    if cases < 2:
        return None
    happened = (1 - others) ** 2 - (1 - rates) ** 2
    did_not = others**2 - rates**2
    mean = float((events * happened + (trials - events) * did_not).sum() / cases)
    square = float((events * happened**2 + (trials - events) * did_not**2).sum() / cases)
    error = (max(square - mean**2, 0.0) / (cases - 1)) ** 0.5
    half = NormalDist().inv_cdf(0.5 + LEVEL / 2) * error
    return Range(mean - half, mean, mean + half)


def skill(rates: np.ndarray, others: np.ndarray, events: np.ndarray, trials: np.ndarray) -> Range | None:
    """Share of the other predictions' Brier score that is saved; 0 no better than they, 1 perfect."""
    found, against = gain(rates, others, events, trials), brier(others, events, trials)
    return Range(found.low / against, found.likely / against, found.high / against) if found and against else None


def discrimination(rates: np.ndarray, events: np.ndarray, trials: np.ndarray) -> Range | None:
    """AUC with its range: the chance that of two cases the one that happened had the higher rate, ties half.

    returns : None unless some happened and some did not.
    Source  : Hanley and McNeil (1982), "The Meaning and Use of the Area under a ROC Curve".
    """
    places = np.unique(rates, return_inverse=True)[1].reshape(-1)
    happened = np.bincount(places, events)
    did_not = np.bincount(places, trials - events)
    yes, no = happened.sum(), did_not.sum()
    if not yes or not no:
        return None
    below = np.cumsum(did_not) - did_not
    area = float((happened * (below + did_not / 2)).sum() / (yes * no))
    one, two = area / (2 - area), 2 * area**2 / (1 + area)
    variance = (area * (1 - area) + (yes - 1) * (one - area**2) + (no - 1) * (two - area**2)) / (yes * no)
    half = NormalDist().inv_cdf(0.5 + LEVEL / 2) * max(variance, 0.0) ** 0.5
    return Range(max(area - half, 0.0), area, min(area + half, 1.0))


@dataclass(frozen=True)
class Line:
    """Calibration: log odds that came true = intercept + slope x log odds predicted.

    slope 1 and intercept 0 are right; a slope below 1 means predictions too extreme. `error` is the standard error of
    the slope.
    """

    intercept: float
    slope: float
    error: float

    def corrected(self, rates: np.ndarray) -> np.ndarray:
        """The rates, 0-1, moved onto the line."""
        return 1 / (1 + np.exp(-(self.intercept + self.slope * log_odds(rates))))


STRAIGHT = Line(0.0, 1.0, 0.0)


def calibration_line(
    rates: np.ndarray, events: np.ndarray, trials: np.ndarray, belief: tuple[float, float] = (1e6, 1e6)
) -> Line:
    """The line through what came true, drawn toward the straight one.

    belief : standard deviations of intercept and slope around 0 and 1 before anything was seen; wide for measuring,
             narrow for correcting.
    Source : Cox (1958), "Two Further Applications of a Model for Binary Regression"; Platt (1999).
    """
    design = np.column_stack([np.ones(len(rates)), log_odds(rates)])
    straight, precision = np.array([0.0, 1.0]), 1 / np.square(belief) + EDGE

    def height(weights: np.ndarray) -> float:
        linear = design @ weights
        return float(events @ linear - trials @ np.logaddexp(0, linear) - precision @ (weights - straight) ** 2 / 2)

    def bend(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        mean = 1 / (1 + np.exp(-np.clip(design @ weights, -35, 35)))
        gradient = design.T @ (events - trials * mean) - precision * (weights - straight)
        return gradient, design.T @ (design * (trials * mean * (1 - mean))[:, None]) + np.diag(precision)

    weights, covariance = climb(straight, height, bend)
    return Line(float(weights[0]), float(weights[1]), float(covariance[1, 1] ** 0.5))


def cautious_line(rates: np.ndarray, events: np.ndarray, trials: np.ndarray, belief: tuple[float, float]) -> Line:
    """The line by which predictions are corrected that were chosen because they did well.

    What was picked for its success owes some of it to luck: differences are first drawn together by one less the square
    of the slope's error over the slope.
    Source : positive-part shrinkage, James and Stein (1961); calibration_line for the rest.
    """
    measured = calibration_line(rates, events, trials)
    surely = np.clip(1 - (measured.error / max(measured.slope, 1e-6)) ** 2, LEAST_KEPT, 1.0)
    linear = log_odds(rates)
    middle = float(linear @ trials / trials.sum())
    drawn = 1 / (1 + np.exp(-(middle + surely * (linear - middle))))
    line = calibration_line(drawn, events, trials, belief)
    return Line(line.intercept + line.slope * (1 - surely) * middle, float(line.slope * surely), line.error)


@dataclass(frozen=True)
class Band:
    """Cases whose prediction lay from `low` to `high`: what was said and what came true, with its range."""

    low: float
    high: float
    cases: int
    happened: int
    said: float
    came_true: Range | None


def bands(rates: np.ndarray, events: np.ndarray, trials: np.ndarray) -> list[Band]:
    """The reliability table: one row per tenth of the predictions that holds any case."""
    places = np.minimum((rates * (len(BANDS) - 1)).astype(int), len(BANDS) - 2)
    found = []
    for place in np.unique(places):
        inside = places == place
        cases, happened = int(round(trials[inside].sum())), int(round(events[inside].sum()))
        if cases:
            said = float((rates[inside] * trials[inside]).sum() / trials[inside].sum())
            low, high = wilson(happened, cases)
            found.append(
                Band(BANDS[place], BANDS[place + 1], cases, happened, said, Range(low, happened / cases, high))
            )
    return found


def log_odds(rates: np.ndarray) -> np.ndarray:
    """Log odds of shares, kept finite."""
    kept = np.clip(rates, EDGE, 1 - EDGE)
    return np.log(kept / (1 - kept))
