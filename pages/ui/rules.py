"""Business choices on screen: what counts now, who changed it, and a change that everything follows."""

import pandas as pd
import streamlit as st

from analytics import labels
from analytics.errors import GleanerError
from analytics.questions.funnel.words import LINKS
from analytics.workspace import Chosen
from analytics.workspace.choices import Rows, kinds, meanings, shipped
from analytics.workspace.deciding import choose, in_use
from pages.ui import session
from pages.ui.answer import show
from pages.ui.columns import TALL_ROW
from pages.ui.lacking import show_error
from pages.ui.words import words

# In the order in which an owner would look for them; templates of letters are edited where letters are written.
TABS = {
    "cut_offs": (
        "Limits",
        "How long is quiet, how few is too few, what counts as usual. Change a value to suit your business.",
    ),
    "segment_rules": ("Segments", "What puts a customer into which segment, and what to do and not to do with it."),
    "score_points": ("Points", "What earns a prospect points, and the question to ask while it is not known."),
    "path_links": (
        "Links",
        "Which action means which link of a path. A row for one path goes before a row for every path (*).",
    ),
    "stages": ("Stages", "The stages of your sales process, in order, and which of them mean won or lost."),
}
# What the files say that belongs into the table.
BELOW = {"stages": "funnel/stage_words"}
# Rows of this table are named by the questions: they can be changed, not added or taken out.
FIXED = {"cut_offs": ("meaning", "unit", "name")}
# Codes that the questions ask for: an owner chooses between them by their words.
CODED = ("attribute", "axis", "link", "forecast_category")
WIDE = ("meaning", "why", "to_do", "not_to_do")


def show_rules() -> None:
    """One tab per table; only the open one is drawn."""
    if session.version() is None:
        st.info("Drop a file on the page Your files: these rules count from then on.")
    tabs = st.tabs([title for title, _ in TABS.values()], key="rules", on_change="rerun")
    for (table, (_, told)), tab in zip(TABS.items(), tabs, strict=True):
        if tab.open:
            with tab:
                st.caption(told)
                _show_table(table)


def _show_table(table: str) -> None:
    rows = in_use(session.workspace(), table)
    frame = _typed(table, rows)
    edited = st.data_editor(
        frame,
        column_config=_columns(table, frame),
        disabled=list(FIXED.get(table, ())),
        num_rows="fixed" if table in FIXED else "dynamic",
        hide_index=True,
        key=f"rule-{table}-{len(session.workspace().chosen())}",
        height=480,
        row_height=TALL_ROW,
        placeholder="",
    )
    changed = _as_text(table, edited)
    with st.container(horizontal=True):
        is_changed = changed != _as_text(table, frame)
        if st.button("Use these from now on", type="primary", disabled=not is_changed, key=f"use-{table}"):
            _choose(table, changed)
        is_own = rows != shipped(table)
        if st.button("Back to how Gleaner ships them", disabled=not is_own, key=f"ship-{table}"):
            _choose(table, None)
    _show_history(table)
    if table in BELOW and session.version() is not None:
        show(BELOW[table], table_first=True)


def _choose(table: str, rows: Rows | None) -> None:
    with st.spinner("Working everything out again ..."):
        try:
            choose(session.workspace(), Chosen(table, rows, session.who(), session.now()))
        except GleanerError as error:
            # The page keeps what was typed; only what could not be used is told.
            show_error(error)
            return
    st.rerun()


def _show_history(table: str) -> None:
    changes = [each for each in session.workspace().chosen() if each.table_name == table]
    if not changes:
        st.caption("As Gleaner ships them; nobody has changed anything.")
    for change in changes[:-6:-1]:
        what = "changed" if change.rows is not None else "went back to how Gleaner ships"
        st.caption(f"{labels.markdown(change.written_by)} {what} these on {change.written_at:%Y-%m-%d at %H:%M} UTC.")


def _columns(table: str, frame: pd.DataFrame) -> dict[str, object]:
    told = meanings(table)
    # The name is what the questions call it; an owner reads the meaning.
    shown: dict[str, object] = {"name": None} if table in FIXED else {}
    for name in [each for each in frame.columns if each not in shown]:
        label, help_text = words(name), told.get(name) or None
        kind = kinds(table)[name]
        if kind == "BOOLEAN":
            shown[name] = st.column_config.CheckboxColumn(label.removeprefix("Is ").capitalize(), help=help_text)
        elif name in CODED:
            codes = list(dict.fromkeys([row[name] for row in shipped(table)] + frame[name].dropna().tolist()))
            shown[name] = st.column_config.SelectboxColumn(
                label, options=codes, help=help_text, format_func=lambda code: LINKS.get(code) or words(code)
            )
        elif kind == "VARCHAR":
            shown[name] = st.column_config.TextColumn(label, help=help_text, width="large" if name in WIDE else None)
        else:
            shown[name] = st.column_config.NumberColumn(label, help=help_text, step=1 if kind == "INTEGER" else None)
    return shown


def _typed(table: str, rows: Rows) -> pd.DataFrame:
    """The rows with numbers as numbers and yes or no as boxes; what an owner reads first comes first."""
    frame = pd.DataFrame(rows, dtype="object")
    for name, kind in kinds(table).items():
        if kind == "BOOLEAN":
            frame[name] = frame[name].map(lambda value: str(value).lower() == "true").astype(bool)
        elif kind != "VARCHAR":
            frame[name] = pd.to_numeric(frame[name])
    first = [name for name in ("value", "unit", "meaning") if table in FIXED]
    return frame[[*first, *(name for name in frame.columns if name not in first)]]


def _as_text(table: str, frame: pd.DataFrame) -> Rows:
    """The rows as they are kept; numbers as short as they can be written."""
    return [
        {name: _text(row[name], kind) for name, kind in kinds(table).items()} for row in frame.to_dict(orient="records")
    ]


def _text(value: object, kind: str) -> str | None:
    if kind == "BOOLEAN":
        return "true" if value is True else "false"
    if value is None or pd.isna(value):
        return None
    return str(value).strip() or None if kind == "VARCHAR" else f"{float(value):.12g}"
