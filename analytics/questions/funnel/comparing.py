"""Rates of two groups side by side: ranges, difference, and what really differs over all comparisons (H1, H2, H5)."""

from collections.abc import Iterable

import pandas as pd

from analytics.models.funnel_steps import rate_with_range
from analytics.models.intervals import COMPARED_FROM, FALSE_DISCOVERY_RATE, fisher
from analytics.models.rate_difference import difference_range

REAL, FLAG, WHOLE = "double[pyarrow]", "bool[pyarrow]", "int64[pyarrow]"
RATES = ("conversion_rate", "low_rate", "high_rate")
DIFFERENCES = {"low_difference_rate": "low", "difference_rate": "likely", "high_difference_rate": "high"}

Counts = list[tuple[int, int]]


def compared(own: Counts, others: Counts) -> dict[str, pd.api.extensions.ExtensionArray]:
    """Columns of rates, differences and tests of each pair of groups.

    own, others : successes and cases, one pair per row.
    """
    rates = [rate_with_range(*counts) for counts in own]
    gaps = [difference_range(one, other) if _is_tested(one, other) else None for one, other in _pairs(own, others)]
    adjusted = adjusted_p_values(own, others)
    made = sum(p_value is not None for p_value in adjusted)
    return {
        **{name: reals(rate[place] for rate in rates) for place, name in enumerate(RATES)},
        "other_rate": reals(rate_with_range(*counts)[0] for counts in others),
        **{name: reals(getattr(gap, end) if gap else None for gap in gaps) for name, end in DIFFERENCES.items()},
        "adjusted_p_value": reals(adjusted),
        "is_different": different(adjusted),
        "comparison_count": pd.array([made] * len(own), dtype=WHOLE),
    }


def adjusted_p_values(own: Counts, others: Counts) -> list[float | None]:
    """Fisher's p-values after Benjamini-Hochberg; None where fewer than 30 stand on either side."""
    from scipy.stats import false_discovery_control

    found = [fisher(*one, *other) if _is_tested(one, other) else None for one, other in _pairs(own, others)]
    made = [p_value for p_value in found if p_value is not None]
    corrected = iter(false_discovery_control(made, method="bh") if made else [])
    return [None if p_value is None else float(next(corrected)) for p_value in found]


def different(adjusted: list[float | None]) -> pd.api.extensions.ExtensionArray:
    """Whether each pair really differs; unknown where it was not tested."""
    return pd.array([None if one is None else one <= FALSE_DISCOVERY_RATE for one in adjusted], dtype=FLAG)


def reals(values: Iterable[float | None]) -> pd.api.extensions.ExtensionArray:
    """A column of numbers; None becomes null."""
    return pd.array(list(values), dtype=REAL)


def _is_tested(own: tuple[int, int], other: tuple[int, int]) -> bool:
    return min(own[1], other[1]) >= COMPARED_FROM


def _pairs(own: Counts, others: Counts) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    return zip(own, others, strict=True)
