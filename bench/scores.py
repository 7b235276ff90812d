"""How good the chance of a first sale is, on cases that came later: prints the table of docs/scores.md.

Beside ours: the rate of everybody, scikit-learn's logistic regression on all columns as it comes, and naive Bayes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from analytics.models.best_out_of_time import judge
from analytics.models.calibration import brier, discrimination, log_odds
from analytics.models.grouped_cases import Grouped
from analytics.models.newton import climb
from analytics.models.out_of_time import grade_out_of_time
from analytics.models.showing import SLOPES
from analytics.models.ways import REGRESSION, Past, chances, everybody_rate
from bench.scored_sets import SETS, Cases

SIZES = {40: 40, 80: 40, 200: 60, 1000: 12, 10_000: 4}
TESTED_MOST, TESTED_LEAST = 2000, 150
# Worse beyond noise: by more than two standard errors over the windows and half a percent of everybody's score.
WORSE_SHARE = 0.005
# A slope is told where ours was used in this share of the windows.
SLOPE_SHARE = 0.1
MADE = ("made, signal", "made, no signal", "made, drifting rate")
HEADER = (
    "| cases learned from | data | Brier: everybody | ours | logistic | naive Bayes | ours less everybody"
    " | slope: ours | logistic | naive Bayes | AUC: ours | logistic | naive Bayes | used | shown |"
)
Rates = dict[str, np.ndarray]


@dataclass(frozen=True)
class Trial:
    """One window: rates of each way for the cases after it, what happened, whether ours used the regression."""

    rates: Rates
    happened: np.ndarray
    is_used: bool
    is_shown: bool


def main() -> None:
    """Print one row per size and data set; every claim that does not hold is named below the table."""
    print(HEADER + "\n|" + " --- |" * 15)
    broken: list[str] = []
    for size, repeats in SIZES.items():
        for name in SETS:
            trials = list(_trials(name, size, repeats))
            if trials:
                broken += _print_row(name, size, trials)
    print("\nEvery claim holds." if not broken else "\n" + "\n".join(broken), flush=True)


def _trials(name: str, size: int, repeats: int) -> Iterator[Trial]:
    for repeat in range(repeats):
        cases = _cases(name, repeat if name in MADE or name == "breast cancer" else 0)
        room = len(cases.happened) - size - TESTED_LEAST
        if room < 0:
            return
        start = 0 if name == "breast cancer" else int(room * repeat / max(repeats - 1, 1))
        yield _trial(cases, start, size)


@cache
def _cases(name: str, seed: int) -> Cases:
    return SETS[name](seed)


def _trial(cases: Cases, start: int, size: int) -> Trial:
    learned, later = slice(start, start + size), slice(start + size, start + size + TESTED_MOST)
    codes, happened, tested = cases.codes[learned], cases.happened[learned], cases.codes[later]
    sizes = tuple(int(each) + 1 for each in cases.codes.max(axis=0))
    day = np.arange(size)
    past = Past(Grouped(codes, sizes, happened, np.ones(size)), day, day, np.full(size, np.nan))
    graded = grade_out_of_time(past)
    verdict = judge(past.cases.take(graded.rows), graded, size)
    looks = (tested, np.full(len(tested), np.nan))
    rates = {
        "everybody": np.full(len(tested), everybody_rate(past.cases)),
        "ours": chances(past, looks, verdict.way, verdict.correction)[1],
        "logistic": _logistic(codes, happened, tested),
        "bayes": _naive_bayes(codes, happened, tested, sizes),
    }
    return Trial(rates, cases.happened[later], verdict.way == REGRESSION, verdict.is_shown)


def _logistic(codes: np.ndarray, happened: np.ndarray, tested: np.ndarray) -> np.ndarray:
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import OneHotEncoder

    if len(set(happened)) < 2:
        return np.full(len(tested), happened.mean())
    encoder = OneHotEncoder(handle_unknown="ignore").fit(codes)
    model = LogisticRegression(max_iter=1000).fit(encoder.transform(codes), happened)
    return model.predict_proba(encoder.transform(tested))[:, 1]


def _naive_bayes(codes: np.ndarray, happened: np.ndarray, tested: np.ndarray, sizes: tuple[int, ...]) -> np.ndarray:
    from sklearn.naive_bayes import CategoricalNB

    if len(set(happened)) < 2:
        return np.full(len(tested), happened.mean())
    model = CategoricalNB(min_categories=[size + 1 for size in sizes]).fit(codes + 1, happened)
    return model.predict_proba(tested + 1)[:, 1]


def _print_row(name: str, size: int, trials: list[Trial]) -> list[str]:
    scores = {way: np.array([_brier(trial, way) for trial in trials]) for way in trials[0].rates}
    worse = scores["ours"] - scores["everybody"]
    noise = _error(worse)
    used = [trial for trial in trials if trial.is_used]
    slopes = {"ours": _slope(used, "ours") if len(used) >= len(trials) * SLOPE_SHARE else None}
    slopes |= {way: _slope(trials, way) for way in ("logistic", "bayes")}
    each = {way: np.array([_area(trial, way) for trial in trials]) for way in ("ours", "logistic", "bayes")}
    areas = {way: float(found.mean()) for way, found in each.items()}
    behind = each["logistic"] - each["ours"]
    cells = [f"{size:,}", name, *(f"{scores[way].mean():.4f}" for way in ("everybody", "ours", "logistic", "bayes"))]
    cells += [f"{worse.mean():+.4f} ± {1.645 * noise:.4f}"]
    cells += ["-" if slope is None else f"{slope[0]:.2f} ± {1.645 * slope[1]:.2f}" for slope in slopes.values()]
    cells += [f"{area:.3f}" for area in areas.values()]
    cells += [f"{len(used)} of {len(trials)}", f"{sum(trial.is_shown for trial in trials)}"]
    print("| " + " | ".join(cells) + " |", flush=True)
    claims = {
        "worse than everybody's rate": worse.mean() - 2 * noise > WORSE_SHARE * scores["everybody"].mean(),
        "slope outside 0.8 to 1.25": size >= 200 and slopes["ours"] is not None and _is_outside(*slopes["ours"]),
        "AUC below plain logistic": size >= 1000 and behind.mean() - 2 * _error(behind) > 0.01,
    }
    return [f"- {name}, {size:,}: {claim}" for claim, is_broken in claims.items() if is_broken]


def _is_outside(slope: float, error: float) -> bool:
    """Beyond noise, as the other claims."""
    return slope + 2 * error < SLOPES[0] or slope - 2 * error > SLOPES[1]


def _error(differences: np.ndarray) -> float:
    return float(differences.std(ddof=1) / len(differences) ** 0.5)


def _brier(trial: Trial, way: str) -> float:
    return brier(trial.rates[way], trial.happened, np.ones(len(trial.happened)))


def _area(trial: Trial, way: str) -> float:
    found = discrimination(trial.rates[way], trial.happened, np.ones(len(trial.happened)))
    return found.likely if found else 0.5


def _slope(trials: list[Trial], way: str) -> tuple[float, float] | None:
    """The slope that fits all windows at once, each with a level of its own, and its standard error over the windows.

    With one level for all it would also count how far the rate of so few cases lies off in each window: on the drifting
    set the rate of everybody, which tells nobody apart, has a slope of 0.7 by that count.
    Source : Cox (1958) for the slope; Liang and Zeger (1986), "Longitudinal Data Analysis Using Generalized Linear
             Models", for an error that lets the cases of a window go together.
    """
    if len(trials) < 2:
        return None
    said = log_odds(np.concatenate([trial.rates[way] for trial in trials]))
    happened = np.concatenate([trial.happened for trial in trials])
    window = np.repeat(np.arange(len(trials)), [len(trial.happened) for trial in trials])

    def summed(values: np.ndarray) -> np.ndarray:
        return np.bincount(window, values)

    def share(at: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-np.clip(at[0] * said + at[1:][window], -35, 35)))

    def height(at: np.ndarray) -> float:
        linear = at[0] * said + at[1:][window]
        return float(happened @ linear - np.logaddexp(0, linear).sum())

    def bend(at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        mean = share(at)
        missed, weight = happened - mean, mean * (1 - mean)
        curve = np.diag([weight @ said**2, *summed(weight)])
        curve[0, 1:] = curve[1:, 0] = summed(weight * said)
        return np.array([missed @ said, *summed(missed)]), curve

    found, covariance = climb(np.zeros(1 + len(trials)), height, bend)
    missed = summed((happened - share(found)) * said)
    return float(found[0]), float((missed @ missed * len(trials) / (len(trials) - 1)) ** 0.5 * covariance[0, 0])
