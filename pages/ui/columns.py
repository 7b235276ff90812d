"""How a table on screen shows each column: label, unit and format from the suffix of its name."""

from functools import lru_cache

import pyarrow as pa
import streamlit as st

from pages.ui.column_names import CALLED
from pages.ui.words import words

# Pixels; text is broken into lines from about 60 on.
TALL_ROW = 64
# A count of these says what it counts: Orders, not Order count.
COUNTED = {"customer", "lead", "deal", "order", "ask", "case", "site", "week", "row", "sale", "talk", "view", "name"}
COUNTED |= {"prospect", "quote", "purchase", "product", "upload", "segment", "client", "introduction", "referral"}
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


class Look(dict):
    """How one column looks, without what is left to Streamlit; cheap to copy."""

    def __deepcopy__(self, _: dict) -> dict:
        # Streamlit copies every column of every table at each rerun to be free to add keys, never to change a value.
        return dict(self)


@lru_cache(maxsize=256)
def columns(names: tuple[str, ...], texts: frozenset[str] = frozenset()) -> dict[str, object]:
    """How st.dataframe shows each column: label, unit and format from the suffix of its name.

    texts : those of them that hold text, whatever their name says.
    """
    return {name: Look(_said(_as_written(_column(name)) if name in texts else _column(name))) for name in names}


def looks_of(rows: pa.Table) -> dict[str, object]:
    """How st.dataframe shows each column of these rows."""
    texts = frozenset(field.name for field in rows.schema if _is_text(field.type))
    return columns(tuple(rows.column_names), texts)


def _is_text(kind: pa.DataType) -> bool:
    return pa.types.is_string(kind) or pa.types.is_large_string(kind)


def _said(look: dict) -> dict:
    return {key: _said(value) if isinstance(value, dict) else value for key, value in look.items() if value is not None}


def _as_written(look: dict) -> dict:
    """The same column where it holds text."""
    side = "right" if (look.get("type_config") or {}).get("type") == "number" else None
    return st.column_config.TextColumn(look["label"], alignment=side, width=look["width"])


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
