"""How a table on screen shows each column: label, unit and format from the suffix of its name."""

from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as compute
import streamlit as st

from pages.ui.column_names import CALLED
from pages.ui.words import SENTENCES, words

# Pixels; text is broken into lines from about 60 on.
TALL_ROW = 64
# Pixels of the word that stands for a value that is not there.
ROOM_FOR_UNKNOWN = 90
# The widest column of texts that are no sentences and may be missing.
ROOM_FOR_TEXT = 220
# Letters of a label that is no wider than that.
NARROW_LABEL = 10
# Pixels of a letter in a sentence, and the widest column of sentences: it is read in one line.
LETTER, WIDEST = 6.8, 900
# A count of these says what it counts: Orders, not Order count.
COUNTED = {"customer", "lead", "deal", "order", "ask", "case", "site", "week", "row", "sale", "talk", "view", "name"}
COUNTED |= {
    "path",
    "prospect",
    "quote",
    "purchase",
    "product",
    "upload",
    "segment",
    "client",
    "introduction",
    "referral",
}
UNITS = {
    "amount": ("", st.column_config.NumberColumn, {"format": "%,.2f", "width": 125}),
    "_of_ten": ("", st.column_config.NumberColumn, {"format": "%.1f"}),
    "_per_attribute": ("", st.column_config.NumberColumn, {"format": "%.1f"}),
    "times": ("", st.column_config.NumberColumn, {"format": "%.1f"}),
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
    "month_date": ("", st.column_config.DateColumn, {"format": "MMM YYYY"}),
    "_month": ("", st.column_config.DateColumn, {"format": "MMM YYYY"}),
    "month_start": ("", st.column_config.DateColumn, {"format": "MMM YYYY"}),
    "_date": ("", st.column_config.DateColumn, {"format": "YYYY-MM-DD"}),
    "_at": ("", st.column_config.DatetimeColumn, {"format": "YYYY-MM-DD HH:mm"}),
}


class Look(dict):
    """How one column looks, without what is left to Streamlit; cheap to copy."""

    def __deepcopy__(self, _: dict) -> dict:
        # Streamlit copies every column of every table at each rerun to be free to add keys, never to change a value.
        return dict(self)


@lru_cache(maxsize=256)
def columns(
    names: tuple[str, ...],
    texts: frozenset[str] = frozenset(),
    days: frozenset[str] = frozenset(),
    short: frozenset[str] = frozenset(),
) -> dict[str, object]:
    """How st.dataframe shows each column: label, unit and format from the suffix of its name.

    texts : those of them that hold text, whatever their name says.
    days  : those that hold days without an hour.
    short : those whose values may be shorter than the word unknown, which some of them need.
    """
    looks = {name: _as_written(_column(name)) if name in texts else _column(name) for name in names}
    looks |= {name: _as_day(looks[name]) for name in days}
    looks |= {name: {**looks[name], "width": ROOM_FOR_UNKNOWN} for name in short if _is_narrow(looks[name])}
    return {name: Look(_said(look)) for name, look in looks.items()}


def looks_of(rows: pa.Table) -> dict[str, object]:
    """How st.dataframe shows each column of these rows."""
    texts = frozenset(field.name for field in rows.schema if _is_text(field.type))
    days = frozenset(field.name for field in rows.schema if _is_day(rows, field))
    short = frozenset(field.name for field in rows.schema if _is_number(field.type) and rows[field.name].null_count)
    found = columns(tuple(rows.column_names), texts, days, short)
    # Asked at every rerun of every table: most columns have no gap, and then nothing is measured.
    roomy = {name: _with_room(found[name], rows[name]) for name in texts if rows[name].null_count}
    found = {**found, **roomy}
    return {name: _read_whole(look, rows[name]) if name in SENTENCES else look for name, look in found.items()}


def _read_whole(look: dict, sentences: pa.ChunkedArray) -> Look:
    """The column as wide as its longest sentence."""
    longest = compute.max(compute.utf8_length(sentences)).as_py() or 0
    return Look({**look, "width": round(min(longest * LETTER + 30, WIDEST))})


def _with_room(look: dict, texts: pa.ChunkedArray) -> dict:
    """The column wide enough for the word unknown and for its texts: left alone it goes by the empty cells."""
    if not _is_narrow(look):
        return look
    longest = compute.max(compute.utf8_length(texts)).as_py() or 0
    return Look({**look, "width": round(min(max(longest * LETTER + 30, ROOM_FOR_UNKNOWN), ROOM_FOR_TEXT))})


def _is_narrow(look: dict) -> bool:
    """No width of its own, and a label that does not make room either."""
    return look.get("width") is None and len(look["label"]) <= NARROW_LABEL


def _is_number(kind: pa.DataType) -> bool:
    return pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind)


def _is_text(kind: pa.DataType) -> bool:
    return pa.types.is_string(kind) or pa.types.is_large_string(kind)


def _is_day(rows: pa.Table, field: pa.Field) -> bool:
    """Times that all are midnight: the file told a day."""
    if not pa.types.is_timestamp(field.type):
        return False
    times = rows[field.name]
    return bool(compute.all(compute.equal(times, compute.floor_temporal(times, unit="day"))).as_py())


def _as_day(look: dict) -> dict:
    return st.column_config.DateColumn(look["label"], format="YYYY-MM-DD")


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
