"""How sure a number a week is, and whether two stretches of weeks really differ."""

from analytics.models.intervals import LEVEL, Range


def weekly(count: int, weeks: int) -> Range | None:
    """Number a week with its range; None without a week.

    Source : Garwood (1936), exact range of a Poisson count.
    """
    if weeks == 0:
        return None
    from scipy.stats import chi2

    tail = (1 - LEVEL) / 2
    low = float(chi2.ppf(tail, 2 * count)) / 2 if count else 0.0
    high = float(chi2.ppf(1 - tail, 2 * count + 2)) / 2
    return Range(low / weeks, count / weeks, high / weeks)


def differs(count: int, other_count: int) -> float:
    """Two-sided p-value that two stretches of equally many weeks have the same number a week.

    Source : Przyborowski and Wilenski (1940): given the total, each side is a fair coin.
    """
    from scipy.stats import binomtest

    total = count + other_count
    return float(binomtest(count, total, 0.5).pvalue) if total else 1.0
