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
from pages.ui.column_names import CALLED

# Keys that mean something to the program only, places in an order that the rows already stand in, packed lists.
HIDDEN = {"person_key", "referrer_person_key", "referred_person_key", "upload_id", "row_offset", "sheet", "people"}
HIDDEN |= {"p_value", "order_variance", "score_deviation", "repeat_band", "mood_count", "mood_amount"}
# Who or what a row is about is read first.
LEADING = ("name", "company")
# A count of these says what it counts: Orders, not Order count.
COUNTED = {"customer", "lead", "deal", "order", "ask", "case", "site", "week", "row", "sale", "talk", "view", "name"}
COUNTED |= {"prospect", "quote", "purchase", "product", "upload", "segment", "client", "introduction", "referral"}
SHARES = ("_rate", "_probability")
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
    "_rate": (" rate", st.column_config.NumberColumn, {"format": "%s%%"}),
    "_days": (" (days)", st.column_config.NumberColumn, {"format": "%,.0f"}),
    "_count": ("", st.column_config.NumberColumn, {"format": "%,d"}),
    "_points": (" (points)", st.column_config.NumberColumn, {"format": "%,.0f"}),
    "_per_week": ("", st.column_config.NumberColumn, {"format": "%,.1f"}),
    "_per_person": ("", st.column_config.NumberColumn, {"format": "%,.1f"}),
    "_gaps": (" (usual gaps)", st.column_config.NumberColumn, {"format": "%.1f"}),
    "_p_value": (" p value", st.column_config.NumberColumn, {"format": "%.3f"}),
    "_score": (" (points)", st.column_config.NumberColumn, {"format": "%,.0f"}),
    "_probability": (" chance", st.column_config.NumberColumn, {"format": "%s%%"}),
    "_orders": (" orders", st.column_config.NumberColumn, {"format": "%.1f"}),
    "_date": ("", st.column_config.DateColumn, {"format": "YYYY-MM-DD"}),
    "_at": ("", st.column_config.DatetimeColumn, {"format": "YYYY-MM-DD HH:mm"}),
}


def words(name: str) -> str:
    """A column or table name as words: order_count becomes Order count."""
    return name.replace("_", " ").strip().capitalize()


def readable(rows: pd.DataFrame) -> pa.Table:
    """The rows as people read them: codes as words, no columns that mean something to the program only."""
    named = [name for name in rows.columns if not _is_for_the_program(rows[name])]
    # A column of which nothing is known would only push the others off the screen; the download has it.
    named = [name for name in named if not len(rows) or rows[name].notna().any()] or named
    kept = rows[sorted(named, key=lambda name: LEADING.index(name) if name in LEADING else len(LEADING))]
    spelled = kept.assign(
        **{name: _spelled(kept[name]) for name in kept.columns if _is_text(kept[name])},
        **{name: _as_percent(kept[name]) for name in kept.columns if name.endswith(SHARES)},
    )
    # Arrow, not pandas: st.dataframe turns pandas into Arrow again at each rerun, which takes longer than the chart.
    return pa.Table.from_pandas(spelled, preserve_index=False)


class Look(dict):
    """How one column looks, without what is left to Streamlit; cheap to copy."""

    def __deepcopy__(self, _: dict) -> dict:
        # Streamlit copies every column of every table at each rerun to be free to add keys, never to change a value.
        return dict(self)


@lru_cache(maxsize=256)
def columns(names: tuple[str, ...]) -> dict[str, object]:
    """How st.dataframe shows each column: label, unit and format from the suffix of its name."""
    return {name: Look(_said(_column(name))) for name in names}


def _said(look: dict) -> dict:
    return {key: _said(value) if isinstance(value, dict) else value for key, value in look.items() if value is not None}


def _is_for_the_program(values: pd.Series) -> bool:
    """Keys, places in an order that the rows stand in already, and numbers of the files where nobody has one."""
    is_place = values.name.endswith(("_rank", "_order")) and not values.name.startswith("days_")
    if values.name in HIDDEN or is_place:
        return True
    return values.name.endswith("_id") and len(values) > 0 and bool(values.isna().all())


def _as_percent(shares: pd.Series) -> pd.Series:
    """A share as charts and sentences write it: 43, or 0.4 where it is less than one percent."""
    percent = pd.to_numeric(shares, errors="coerce").astype("Float64") * 100
    return percent.round(0).where(percent.abs().fillna(0) >= 1, percent.round(1))


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
    called = CALLED.get(name)
    for prefix in ("is_", "has_"):
        if name.startswith(prefix):
            return st.column_config.CheckboxColumn(called or words(name.removeprefix(prefix)))
    if name.endswith("_count") and not called:
        name = f"{_counted(name.removesuffix('_count'))}_count"
    for suffix, (unit, kind, looks) in UNITS.items():
        if name.endswith(suffix):
            return kind(called or words(name.removesuffix(suffix)) + unit, **looks)
    return st.column_config.Column(called or words(name))


def _counted(what: str) -> str:
    """order becomes orders, new_person new_people; sold stays as it is."""
    before, _, last = what.rpartition("_")
    many = "people" if last == "person" else f"{last}s" if last in COUNTED else last
    return f"{before}_{many}" if before else many
