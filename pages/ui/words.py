"""Column names and table names in the words of the screen; the suffix of a column is its unit."""

import pandas as pd
import streamlit as st

# Keys that mean something to the program only.
HIDDEN = {"person_key", "upload_id", "row_offset", "sheet"}
UNITS = {
    "_amount": ("", st.column_config.NumberColumn, {"format": "%,.2f"}),
    "_rate": (" rate", st.column_config.NumberColumn, {"format": "percent"}),
    "_days": (" (days)", st.column_config.NumberColumn, {"format": "%,.0f"}),
    "_count": (" count", st.column_config.NumberColumn, {"format": "%,d"}),
    "_score": (" (points)", st.column_config.NumberColumn, {"format": "%,.0f"}),
    "_date": ("", st.column_config.DateColumn, {"format": "YYYY-MM-DD"}),
    "_at": ("", st.column_config.DatetimeColumn, {"format": "YYYY-MM-DD HH:mm"}),
}


def words(name: str) -> str:
    """A column or table name as words: order_count becomes Order count."""
    return name.replace("_", " ").strip().capitalize()


def columns(rows: pd.DataFrame) -> dict[str, object]:
    """How st.dataframe shows each column: label, unit and format from the suffix of its name."""
    return {name: _column(name) for name in rows.columns if name not in HIDDEN}


def _column(name: str) -> object:
    for prefix in ("is_", "has_"):
        if name.startswith(prefix):
            return st.column_config.CheckboxColumn(words(name.removeprefix(prefix)))
    for suffix, (unit, kind, looks) in UNITS.items():
        if name.endswith(suffix):
            return kind(words(name.removesuffix(suffix)) + unit, **looks)
    return st.column_config.Column(words(name))
