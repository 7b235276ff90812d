"""Column names and table names in the words of the screen; the suffix of a column is its unit."""

import re
from functools import lru_cache

import pandas as pd
import pyarrow as pa
import streamlit as st

from analytics.questions.funnel.words import (
    DIAGNOSES,
    LINKS,
    OUTCOMES,
    QUARTERS,
    RESULTS,
    STATES,
    TEMPERATURES,
    VIEWS,
)
from analytics.questions.prospects.words import CHANGES, KINDS, ORIGINS

# Keys that mean something to the program only, places in an order that the rows already stand in, packed lists.
HIDDEN = {"person_key", "upload_id", "row_offset", "sheet", "people", "p_value"}
HIDDEN |= {
    "link_order",
    "temperature_order",
    "group_order",
    "segment_order",
    "before_order",
    "now_order",
    "repeat_band",
    "order_variance",
}
HIDDEN |= {"quarter_order", "result_order", "view_order"}
HIDDEN |= {"mood_order", "mood_rank", "mood_count", "mood_amount", "score_deviation"}
HIDDEN |= {"referrer_person_key", "referred_person_key", "topic_order"}
# Codes that charts and cards call by a name of their own.
SPOKEN = {
    "link": LINKS,
    "from_link": LINKS,
    "furthest_link": LINKS,
    "next_link": LINKS,
    "state": STATES,
    "diagnosis": DIAGNOSES,
    "temperature": TEMPERATURES,
    "quarter": QUARTERS,
    "result": RESULTS,
    "view": VIEWS,
    "outcome": OUTCOMES,
    "temperature_before": TEMPERATURES,
    "prospect_kind": KINDS,
    "our_kind": KINDS,
    "own_kind": KINDS,
    "kind_before": KINDS,
    "kind_now": KINDS,
    "change": CHANGES,
    "origin": ORIGINS,
}
# A column of a few lower-case words joined by _ holds codes, not text from a file.
CODE = re.compile("[a-z]+(_[a-z]+)*")
MOST_CODES = 20
UNITS = {
    "_amount": ("", st.column_config.NumberColumn, {"format": "%,.2f", "width": 125}),
    "_rate": (" rate", st.column_config.NumberColumn, {"format": "percent"}),
    "_days": (" (days)", st.column_config.NumberColumn, {"format": "%,.0f"}),
    "_count": (" count", st.column_config.NumberColumn, {"format": "%,d"}),
    "_points": (" (points)", st.column_config.NumberColumn, {"format": "%,.0f"}),
    "_per_week": ("", st.column_config.NumberColumn, {"format": "%,.1f"}),
    "_per_person": ("", st.column_config.NumberColumn, {"format": "%,.1f"}),
    "_gaps": (" (usual gaps)", st.column_config.NumberColumn, {"format": "%.1f"}),
    "_p_value": (" p value", st.column_config.NumberColumn, {"format": "%.3f"}),
    "_score": (" (points)", st.column_config.NumberColumn, {"format": "%,.0f"}),
    "_probability": (" chance", st.column_config.NumberColumn, {"format": "percent"}),
    "_orders": (" orders", st.column_config.NumberColumn, {"format": "%.1f"}),
    "_date": ("", st.column_config.DateColumn, {"format": "YYYY-MM-DD"}),
    "_at": ("", st.column_config.DatetimeColumn, {"format": "YYYY-MM-DD HH:mm"}),
}


def words(name: str) -> str:
    """A column or table name as words: order_count becomes Order count."""
    return name.replace("_", " ").strip().capitalize()


def readable(rows: pd.DataFrame) -> pa.Table:
    """The rows as people read them: codes as words, no columns that mean something to the program only."""
    kept = rows[[name for name in rows.columns if name not in HIDDEN and not _is_unused_id(rows[name])]]
    spelled = kept.assign(**{name: _spelled(kept[name]) for name in kept.columns if _is_text(kept[name])})
    # Arrow, not pandas: st.dataframe turns pandas into Arrow again at each rerun, which takes longer than the chart.
    return pa.Table.from_pandas(spelled, preserve_index=False)


@lru_cache(maxsize=256)
def columns(names: tuple[str, ...]) -> dict[str, object]:
    """How st.dataframe shows each column: label, unit and format from the suffix of its name."""
    return {name: _column(name) for name in names}


def _is_unused_id(values: pd.Series) -> bool:
    return values.name.endswith("_id") and len(values) > 0 and bool(values.isna().all())


def _is_text(values: pd.Series) -> bool:
    return pd.api.types.is_string_dtype(values.dtype)


def _spelled(values: pd.Series) -> pd.Series:
    """Codes such as never_asked as words; a number that is not there is empty, which is not unknown."""
    if values.name.endswith("_id"):
        return values.fillna("")
    found = values.dropna().unique()
    if len(found) > MOST_CODES or not all(CODE.fullmatch(value) for value in found):
        return values
    spoken = SPOKEN.get(values.name, {})
    return values.map({value: spoken.get(value) or words(value) for value in found}).astype(values.dtype)


def _column(name: str) -> object:
    for prefix in ("is_", "has_"):
        if name.startswith(prefix):
            return st.column_config.CheckboxColumn(words(name.removeprefix(prefix)))
    for suffix, (unit, kind, looks) in UNITS.items():
        if name.endswith(suffix):
            return kind(words(name.removesuffix(suffix)) + unit, **looks)
    return st.column_config.Column(words(name))
