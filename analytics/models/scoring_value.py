"""What a prospect who comes back would bring: rates and amounts of past customers, drawn and multiplied."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from analytics.models.intervals import DRAWS, LISTED_BELOW, Range, range_of, rate_draws


@dataclass(frozen=True)
class LikeThem:
    """Past customers like a prospect: how many came back, and what they brought afterwards.

    success_count, case_count : came back, of those whose window is over.
    pooled_rate      : the same rate of everybody, 0-1, toward which a small group is drawn.
    amount_mean, amount_deviation, amount_count : money after the first order, of those who came back.
    """

    success_count: int
    case_count: int
    pooled_rate: float
    amount_mean: float
    amount_deviation: float
    amount_count: int


def came_back_draws(like: LikeThem, strength: float, seed: int) -> np.ndarray:
    """Rates of coming back, 0-1, with `strength` average cases beside the group's own.

    Source : beta-binomial posterior, Gelman et al. (2013), "Bayesian Data Analysis", chapter 2.
    """
    came = like.success_count + strength * like.pooled_rate
    went = like.case_count - like.success_count + strength * (1 - like.pooled_rate)
    # Jeffreys' half keeps both above 0 when nobody or everybody came back.
    return np.random.default_rng(seed).beta(came + 0.5, went + 0.5, DRAWS)


def amount_draws(mean: float, deviation: float, count: int, seed: int) -> np.ndarray:
    """Means as likely as so many amounts of this mean and deviation make them.

    mean, deviation : money, mean above 0; count at least 2.
    Source : gamma of the mean and standard error of the sample: what a bootstrap tends to, from two moments
             that stay small however many customers there are; docs/decisions/022.
    """
    error = deviation / count**0.5
    if error == 0:
        return np.full(DRAWS, mean)
    return np.random.default_rng(seed).gamma((mean / error) ** 2, error**2 / mean, DRAWS)


def expected_draws(like: LikeThem, strength: float, seed: int) -> np.ndarray | None:
    """Money after the first order of one prospect like them, should they buy; None under 10 who came back (H1)."""
    if like.amount_count < LISTED_BELOW or not like.amount_mean > 0:
        return None
    amounts = amount_draws(like.amount_mean, like.amount_deviation, like.amount_count, seed + 1)
    return came_back_draws(like, strength, seed) * amounts


def worth_of_range(each: list[Range], chances: list[tuple[int, int]], seed: int) -> Range | None:
    """Money that prospects would bring back if they bought as often as past leads of their age did.

    each    : low, likely and high money of each prospect, should they buy; low above 0.
    chances : for each, how many past leads of that age bought, of how many; those with under 10 count for nothing.
    returns : P10, P50 and P90; None when nobody counts.
    Source  : simulation over Jeffreys' posterior of each rate, then one draw per prospect. What is not known of the
              money and of the rate is shared by all (they rest on the same past), so it moves together: the wide side.
    """
    known = [(money, chance) for money, chance in zip(each, chances, strict=True) if chance[1] >= LISTED_BELOW]
    if not known:
        return None
    random = np.random.default_rng(seed)
    by_chance = {chance: rate_draws(*chance, seed) for chance in {chance for _, chance in known}}
    rates = np.column_stack([by_chance[chance] for _, chance in known])
    luck = random.standard_normal(DRAWS) / NormalDist().inv_cdf(0.9)
    low, likely, high = np.array([(money.low, money.likely, money.high) for money, _ in known]).T
    amounts = likely * np.where(luck[:, None] < 0, likely / low, high / likely) ** luck[:, None]
    return range_of(((random.random(rates.shape) < rates) * amounts).sum(axis=1))


def stake_range(amount: float, deal_count: int, won: tuple[int, int], seed: int) -> Range | None:
    """Money that open deals would bring if they were won as often as closed ones of their kind.

    amount  : of all the open deals; won : deals won, of those closed.
    returns : P10, P50 and P90; None under 10 closed deals.
    Source  : simulation over Jeffreys' posterior of the win rate, then of how many of the deals are won.
    """
    if won[1] < LISTED_BELOW or not deal_count:
        return None
    won_counts = np.random.default_rng(seed).binomial(deal_count, rate_draws(*won, seed))
    return range_of(won_counts * amount / deal_count)
