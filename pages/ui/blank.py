"""Cells that are empty because there is nothing to tell: never asked, no deal, nothing open any more.

A table says "unknown" wherever a value is missing (H3), for all of its columns alike. A question therefore names in its
header (`absent:`) the columns in which a missing value is an answer; these become text here, empty where there is none.
"""

from collections.abc import Callable, Iterable

import pandas as pd

# What a number looks like as text: the first that fits the end of the name, as in columns that stay numbers.
NUMBERS: dict[str, Callable[[object], str]] = {
    "_amount": lambda value: f"{value:,.2f}",
    "_rate": lambda value: f"{value:g}%",
    **dict.fromkeys(("_per_week", "times", "_of_ten", "_orders", "_gaps"), lambda value: f"{value:,.1f}"),
    "": lambda value: f"{value:,.0f}",
}


def blank(rows: pd.DataFrame, absent: Iterable[str]) -> pd.DataFrame:
    """The rows with those of these columns as text in which something is missing."""
    return rows.assign(**{name: _as_text(rows[name]) for name in absent if name in rows and rows[name].isna().any()})


def _as_text(values: pd.Series) -> pd.Series:
    if pd.api.types.is_numeric_dtype(values.dtype):
        looks = next(look for suffix, look in NUMBERS.items() if str(values.name).endswith(suffix))
        return _padded(values.astype(object).map(looks, na_action="ignore"))
    return values.astype(object).map(str, na_action="ignore").fillna("").astype("str")


def _padded(told: pd.Series) -> pd.Series:
    """Numbers as text of one length: a click on the header then sorts them as numbers."""
    widest = int(told.dropna().str.len().max() or 0)
    return told.str.rjust(widest).fillna("").astype("str")
