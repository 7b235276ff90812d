"""What prospects and open deals may bring: rates and amounts of past ones, drawn and multiplied."""

from statistics import NormalDist

import numpy as np

from analytics.models.intervals import DRAWS, LISTED_BELOW, Range, range_of, rate_draws


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
