"""Ways of predicting whether a case will happen: the rate of everybody, the points card, a logistic regression."""

from dataclasses import dataclass

import numpy as np

from analytics.models.calibration import Line, calibration_line, log_odds
from analytics.models.grouped_cases import Grouped
from analytics.models.grouped_regression import Effects, fit_shares

EVERYBODY, CARD, REGRESSION = "everybody", "card", "regression"
WAYS = (EVERYBODY, CARD, REGRESSION)
# Belief before anything was seen: the card is nearly right; how often it happens may be anything.
CARD_BELIEF = (3.0, 0.5)
Z_P90 = 1.2815516


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


def _kept(card: np.ndarray) -> np.ndarray:
    return np.clip(card, 0.02, 0.98)
