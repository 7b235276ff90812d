"""Likeness of two records over what both of them have."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log


@dataclass(frozen=True)
class Likeness:
    """How alike two are: mean over the attributes both have, which are the same, which differ, which one lacks."""

    rate: float | None
    same: tuple[str, ...]
    different: tuple[str, ...]
    not_known: tuple[str, ...]


def likeness(
    one: dict[str, object],
    other: dict[str, object],
    attributes: Sequence[str | tuple[str, ...]],
    spans: dict[str, float],
) -> Likeness:
    """Words are alike (1) or not (0), numbers by the difference of their logarithms over the largest there is.

    attributes : names; several that say much the same stand together in a tuple and count as one, by their mean.
    spans      : of each number, the logarithm of its largest over its smallest value.
    returns    : rate None when nothing is known of both; a number within a quarter of the span counts as the same.
    Source     : Gower (1971), "A General Coefficient of Similarity and Some of Its Properties".
    """
    groups = [(each,) if isinstance(each, str) else each for each in attributes]
    rates: dict[str, float | None] = {
        name: _alike(one.get(name), other.get(name), spans.get(name)) for group in groups for name in group
    }
    return Likeness(
        rate=_mean([_mean([rates[name] for name in group]) for group in groups]),
        same=tuple(name for name, rate in rates.items() if rate is not None and rate >= 0.75),
        different=tuple(name for name, rate in rates.items() if rate is not None and rate < 0.75),
        not_known=tuple(name for name, rate in rates.items() if rate is None),
    )


def _mean(rates: Sequence[float | None]) -> float | None:
    known = [rate for rate in rates if rate is not None]
    return sum(known) / len(known) if known else None


def _alike(one: object, other: object, span: float | None) -> float | None:
    if one is None or other is None:
        return None
    if span is not None:
        distance = abs(log(max(float(one), 1.0)) - log(max(float(other), 1.0)))
        return 1 - distance / span if span else 1.0
    return float(str(one).strip().lower() == str(other).strip().lower())
