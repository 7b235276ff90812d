"""Estimates in Python as money columns of an answer: exact to the cent, unknown stays unknown."""

from collections.abc import Iterable
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa

from analytics.questions.finding import Money

MONEY = pd.ArrowDtype(pa.decimal128(18, 2))


def cents(value: float) -> Decimal:
    """The amount to the cent."""
    return Decimal(f"{value:.2f}")


def money_column(values: Iterable[float], index: pd.Index) -> pd.Series:
    """A column of amounts; not-a-number becomes null."""
    found = [None if np.isnan(value) else cents(value) for value in values]
    return pd.Series(pd.array(found, dtype=MONEY), index=index)


def money(low: object, likely: object, high: object) -> Money | None:
    """An estimate with its range; None while any part is unknown."""
    parts = (low, likely, high)
    return None if any(pd.isna(part) for part in parts) else Money(*(cents(float(part)) for part in parts))


def floats(rows: pd.DataFrame, name: str) -> np.ndarray:
    """A column as numbers; null becomes not-a-number."""
    return rows[name].astype("float64").to_numpy(dtype=float, na_value=np.nan)
