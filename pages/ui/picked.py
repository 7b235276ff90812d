"""A chart whose bars can be clicked, and the people of the bar that was.

A question says by `picked(rows, curve, place)` whom a bar is about: curve counts the traces of its figure, place the
marks of one trace; None where a mark is about nobody.
"""

from dataclasses import replace

import streamlit as st

from analytics import labels
from analytics.questions import charts
from pages.ui import session
from pages.ui.shown import Shown, on_screen


def draw(shown: Shown) -> tuple[str, Shown] | None:
    """The chart of an answer; after a click the bar in words and its people, else None."""
    asked = shown.answer.question
    drawn = session.figure(shown.answer)
    if drawn.is_blank:
        return None
    pick = getattr(asked.module, "picked", None)
    state = st.plotly_chart(
        drawn,
        theme=None,
        config=charts.CONFIG,
        key=f"chart-{asked.name}",
        alt=f"{asked.title}: {labels.plain(shown.headline)}",
        on_select="rerun" if pick else "ignore",
        selection_mode="points",
    )
    if not pick:
        return None
    st.caption("Click a bar to list its people; click twice to let go.")
    points = state.selection.points
    found = pick(shown.answer.rows, points[0]["curve_number"], points[0]["point_index"]) if points else None
    return (found.title, _people(shown, found)) if found else None


def _people(shown: Shown, found) -> Shown:
    """The people behind the answer, those of the bar only."""
    name = shown.answer.question.header.get("people", shown.answer.question.name)
    everybody = session.shown(name)
    rows = found.of(everybody.rows)
    return replace(everybody, rows=rows, listed=on_screen(everybody.answer.question, rows))
