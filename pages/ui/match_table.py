"""Tables of pairs in which rows are ticked, and the button that does what the ticks say."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analytics.errors import GleanerError
from analytics.workspace.deciding import decide
from analytics.workspace.decisions import Decision
from pages.ui import session
from pages.ui.columns import columns
from pages.ui.words import words

NOTHING = "Nothing chosen yet"


def edit(rows: pd.DataFrame, answer: str, column: object, place: str) -> pd.DataFrame:
    """The rows with one column that can be answered; a new version asks anew."""
    others = [name for name in rows.columns if name != answer]
    return st.data_editor(
        rows,
        column_config=columns(tuple(others)) | _sides(others) | {answer: column},
        disabled=others,
        hide_index=True,
        key=f"{place}-{session.version()}",
        placeholder="",
    )


def _sides(names: list[str]) -> dict[str, object]:
    """Labels that tell the two records of a row apart."""
    sides = {"one": "First", "other": "Second"}
    parts = {name: name.partition("_") for name in names if name.startswith(("one_", "other_"))}
    texts = {name: f"{sides[side]}: {words(what).lower()}" for name, (side, _, what) in parts.items()}
    return {name: _labelled(name, text) for name, text in texts.items()}


def _labelled(name: str, text: str) -> object:
    return columns((name,))[name] | {"label": text.replace(" amount", "").replace("order count", "orders")}


def offer(label: str, count: int, act: Callable[[], None], place: str) -> None:
    """The button that does it; what it changes is worked out before the page is drawn again."""
    if not st.button(label, disabled=not count, type="primary", key=f"{place}-apply"):
        return
    with st.spinner("Matching people again and adding up ..."):
        try:
            act()
        except GleanerError as error:
            st.session_state["match_problem"] = error
    st.rerun()


def deciding(rows: pd.DataFrame, is_same: bool) -> Callable[[], None]:
    """Decide of each of these pairs alike, all at once."""
    return lambda: decide(
        session.workspace(), [decision(row, is_same) for _, row in rows.iterrows()], (session.who(), session.now())
    )


def decision(row: pd.Series, is_same: bool) -> Decision:
    """What is decided of the two records of a row of possible_matches or joined_records."""
    return Decision(int(row.one_kind), str(row.one_ref), int(row.other_kind), str(row.other_ref), is_same, _names(row))


def _names(row: pd.Series) -> str | None:
    """What the two are called: one name where both are called the same, or were one person so far."""
    told = [row.get(column) for column in ("one_name", "other_name", "name")]
    return " and ".join(dict.fromkeys(str(name) for name in told if not pd.isna(name))) or None


def counted(count: int, what: str = "decision") -> str:
    """So many, with its unit."""
    return f"{count:,} {what if count == 1 else what + 's'}"
