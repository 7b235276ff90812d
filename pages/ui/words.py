"""Column names, table names and rows in the words of the screen."""

import re

import pandas as pd
import pyarrow as pa

from analytics.questions.funnel.words import (
    DIAGNOSES,
    LINKS,
    OUTCOMES,
    QUARTERS,
    RESULTS,
    STATES,
    STEPS,
    TEMPERATURES,
    VIEWS,
)
from analytics.questions.prospects.words import CHANGES, KINDS, ORIGINS
from pages.ui.blank import blank

# Keys that mean something to the program only, places in an order that the rows already stand in, packed lists.
HIDDEN = {"person_key", "referrer_person_key", "referred_person_key", "upload_id", "row_offset", "sheet", "people"}
HIDDEN |= {"p_value", "order_variance", "score_deviation", "repeat_band", "mood_count", "mood_amount"}
# Who or what a row is about is read first.
LEADING = ("name", "company")
# To be read whole, after the short columns.
SENTENCES = {"meaning", "to_do", "not_to_do", "why"}
SHARES = ("_rate", "_probability")
# Codes that charts and cards call by a name of their own.
# A link from itself is the way from coming in to the sale, which charts name so.
WHOLE_WAY = "whole_way"
SPOKEN = {
    "link": {**LINKS, WHOLE_WAY: STEPS["lead_generation"]},
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


def words(name: str) -> str:
    """A column or table name as words: order_count becomes Order count."""
    return name.replace("_", " ").strip().capitalize()


def columns_as_words(sentence: str) -> str:
    """The sentence with the names of our own columns as words; what stands in quotes is the file's and stays."""
    quoted_or_ours = r"'[^']*'|\b[a-z]+(?:_[a-z]+)+\b"
    return re.sub(quoted_or_ours, lambda found: _unjoined(found[0]), sentence)


def _unjoined(part: str) -> str:
    return part if part.startswith("'") else part.replace("_", " ")


def readable(rows: pd.DataFrame, absent: tuple[str, ...] = ()) -> pa.Table:
    """The rows as people read them: codes as words, no columns that mean something to the program only.

    absent : columns in which a missing value says that there is none; they are empty there, not unknown.
    """
    named = [name for name in rows.columns if not _is_for_the_program(rows[name])]
    # A column of which nothing is known would only push the others off the screen; the download has it.
    named = [name for name in named if not len(rows) or rows[name].notna().any()] or named
    kept = _whole_ways_named(rows[sorted(named, key=_place)])
    spelled = kept.assign(
        **{name: _spelled(kept[name]) for name in kept.columns if _is_text(kept[name])},
        **{name: _as_percent(kept[name]) for name in kept.columns if name.endswith(SHARES)},
    )
    # Arrow, not pandas: st.dataframe turns pandas into Arrow again at each rerun, which takes longer than the chart.
    return pa.Table.from_pandas(blank(spelled, absent), preserve_index=False)


def _whole_ways_named(rows: pd.DataFrame) -> pd.DataFrame:
    if not {"link", "from_link"} <= set(rows.columns):
        return rows
    is_whole = (rows["link"] == rows["from_link"]).fillna(False).astype(bool)
    return rows.assign(link=rows["link"].mask(is_whole, WHOLE_WAY))


def _place(name: str) -> int:
    """Names first; sentences and numbers of the files last: on a phone three columns are seen at once."""
    if name in LEADING:
        return LEADING.index(name)
    return len(LEADING) + (name in SENTENCES) + 2 * name.endswith("_id")


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
