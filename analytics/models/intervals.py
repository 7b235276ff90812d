"""How sure a rate, a mean or a difference is (H1, H2, H5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

# H1: under 10 cases they are listed, from 30 on rates may be compared and ranked.
LISTED_BELOW = 10
COMPARED_FROM = 30
LEVEL = 0.90
FALSE_DISCOVERY_RATE = 0.10
DRAWS = 2000


@dataclass(frozen=True)
class Range:
    """Low, likely and high: P10, P50 and P90 of money, or the bounds of a rate around its estimate."""

    low: float
    likely: float
    high: float


def wilson(successes: int, trials: int, level: float = LEVEL) -> tuple[float, float] | None:
    """Bounds of a rate, 0-1; None when nothing was tried.

    Source : Wilson (1927), "Probable Inference, the Law of Succession, and Statistical Inference".
    """
    if trials == 0:
        return None
    z = NormalDist().inv_cdf(0.5 + level / 2)
    rate = successes / trials
    centre = (rate + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z / (1 + z * z / trials) * (rate * (1 - rate) / trials + z * z / (4 * trials * trials)) ** 0.5
    return max(0.0, centre - half), min(1.0, centre + half)


def fisher(successes: int, trials: int, other_successes: int, other_trials: int) -> float:
    """Two-sided p-value that both groups have the same rate.

    Source : Fisher (1922), exact test; equal to scipy.stats.fisher_exact (tested), which takes thirty times as long.
    """
    from scipy.special import gammaln

    total, both = trials + other_trials, successes + other_successes
    could_be = np.arange(max(0, both - other_trials), min(both, trials) + 1)

    def ways(chosen: np.ndarray, of: int) -> np.ndarray:
        return gammaln(of + 1) - gammaln(chosen + 1) - gammaln(of - chosen + 1)

    chance = np.exp(ways(could_be, trials) + ways(both - could_be, other_trials) - ways(both, total))
    seen = chance[successes - could_be[0]]
    return float(min(chance[chance <= seen * (1 + 1e-9)].sum(), 1.0))


def real_differences(p_values: Sequence[float], rate: float = FALSE_DISCOVERY_RATE) -> list[bool]:
    """Which of the comparisons made together may be called different.

    Source : Benjamini and Hochberg (1995), "Controlling the False Discovery Rate".
    """
    if not len(p_values):
        return []
    from scipy.stats import false_discovery_control

    return [bool(adjusted <= rate) for adjusted in false_discovery_control(p_values, method="bh")]


def shrunk_rate(successes: int, trials: int, pooled_rate: float, strength: float = 10.0) -> float:
    """The group's rate drawn toward the pooled one, as if `strength` pooled cases stood beside its own.

    Source : beta-binomial posterior mean, Gelman et al. (2013), "Bayesian Data Analysis", chapter 2.
    """
    return (successes + strength * pooled_rate) / (trials + strength)


def rate_draws(successes: int, trials: int, seed: int, draws: int = DRAWS) -> np.ndarray:
    """Rates as likely as the data make them, 0-1: posterior under Jeffreys' prior.

    returns : draws values; of a rate that was never tried they spread over 0-1.
    Source  : Brown, Cai and DasGupta (2001), "Interval Estimation for a Binomial Proportion".
    """
    return np.random.default_rng(seed).beta(successes + 0.5, trials - successes + 0.5, draws)


def mean_draws(values: Sequence[float], seed: int, draws: int = DRAWS) -> np.ndarray:
    """Means of the values as likely as the data make them: the Bayesian bootstrap.

    values  : at least one.
    returns : draws values.
    Source  : Rubin (1981), "The Bayesian Bootstrap".
    """
    known = np.asarray(values, dtype=float)
    weights = np.random.default_rng(seed).exponential(size=(draws, len(known)))
    return weights @ known / weights.sum(axis=1)


def range_of(draws: np.ndarray) -> Range:
    """P10, P50 and P90 of the draws (H2)."""
    low, likely, high = np.quantile(draws, [0.1, 0.5, 0.9])
    return Range(float(low), float(likely), float(high))


def mean_ranges(
    counts: np.ndarray, means: np.ndarray, deviations: np.ndarray, level: float = LEVEL
) -> tuple[np.ndarray, np.ndarray]:
    """Bounds of the means of several groups, with the spread that is common to all of them.

    counts, deviations : values of each group, at least 1, and their standard deviation, 0 for a single value.
    returns            : low and high; not-a-number while no group has two values.
    Source             : Student (1908); pooled as in the analysis of variance, Fisher (1925): five equal values of one
                         group do not make it certain.
    """
    from scipy.stats import t

    freedom = (counts - 1).sum()
    if freedom < 1:
        return np.full(len(means), np.nan), np.full(len(means), np.nan)
    pooled = np.sqrt(((counts - 1) * deviations**2).sum() / freedom)
    half = t.ppf(0.5 + level / 2, freedom) * pooled / np.sqrt(counts)
    return means - half, means + half
