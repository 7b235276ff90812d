"""One person or two: pairs to decide on, those that share the same at once."""

import pandas as pd
import streamlit as st

from analytics import labels
from analytics.errors import GleanerError
from pages.ui import session
from pages.ui.answer import show
from pages.ui.computed import show_how_computed
from pages.ui.lacking import show_error
from pages.ui.match_table import counted, deciding, edit, offer
from pages.ui.matches_past import ONE, TWO, show_decided, show_joined

POSSIBLE = "people/possible_matches"
ALL = "Anything"
COMPARED = ("name", "email", "phone", "city", "order_count", "revenue_amount")


def show_matches() -> None:
    """Everything that can be said about who is whom; each part folded away while there is nothing in it."""
    if session.version() is None:
        show(POSSIBLE)
        return
    if problem := st.session_state.pop("match_problem", None):
        show_error(problem)
    try:
        _show_possible()
        show_joined()
        show_decided()
    except GleanerError as error:
        show_error(error)


def _show_possible() -> None:
    shown = session.shown(POSSIBLE)
    if not len(shown.rows):
        show(POSSIBLE)
        return
    st.header(labels.markdown(shown.headline), anchor=False)
    st.caption("Until you answer they count as two. Tick those with the same answer; it can be taken back below.")
    rows = _of_one_reason(shown.rows)
    names = [f"{side}_{each}" for each in COMPARED for side in ("one", "other")]
    listed = rows[["one_name", "other_name", "reason", *names[2:]]].copy()
    is_all = len(rows) > 1 and st.checkbox(f"Tick all {len(rows):,}", key=f"all-{session.version()}-{rows.index[0]}")
    listed.insert(0, "tick", is_all)
    # Whoever ticks all, or looks at another reason, begins anew.
    said = edit(
        listed,
        "tick",
        st.column_config.CheckboxColumn("Tick", width=60, pinned=True),
        f"possible-{is_all}-{len(rows)}-{rows.index[0]}",
    )
    chosen = rows[said["tick"].to_numpy(dtype=bool)]
    with st.container(horizontal=True):
        offer(_said(len(chosen), ONE), len(chosen), deciding(chosen, True), "possible-one")
        offer(_said(len(chosen), TWO), len(chosen), deciding(chosen, False), "possible-two")
    show_how_computed(shown.answer)


def _of_one_reason(rows: pd.DataFrame) -> pd.DataFrame:
    """All pairs, or those that share the same thing as surely, as the reader chooses."""
    found = rows.sort_values(["reason_order", "reason"], kind="stable").drop_duplicates("reason")
    if len(found) < 2:
        return rows
    counts = dict(zip(found["reason"], found["reason_count"], strict=True))
    texts = {reason: f"{reason} ({counted(int(count), 'pair')})" for reason, count in counts.items()}
    chosen = st.selectbox(
        "What they share",
        [ALL, *texts],
        format_func=lambda reason: texts.get(reason, ALL),
        key=f"match-reason-{session.version()}",
    )
    return rows if chosen == ALL else rows[rows["reason"] == chosen]


def _said(count: int, answer: str) -> str:
    """What a button says of the pairs that are ticked."""
    if count == 1:
        return f"1 pair is {answer.lower()}"
    return f"{count:,} pairs are {answer.lower()} each" if count else f"{answer} each"
