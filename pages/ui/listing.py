"""The tables of an answer: people behind it or its own rows, each row leading to the page of whom it is about."""

import pyarrow as pa
import streamlit as st

from analytics import labels
from analytics.errors import MissingTable
from pages.ui import download, finder, session
from pages.ui.shown import Shown
from pages.ui.words import words

FIRST_ROWS = 50
FEW_ROWS = 15
# What is told of one customer or prospect, and why somebody gets no letter.
READ_WHOLE = (["topic", "answer", "why"], ["name", "why"])
TABS = ("The people behind it", "The table")


def show_rows(shown: Shown, table_first: bool) -> None:
    """The people behind the answer where another question lists them, and the answer's own rows."""
    asked = shown.answer.question
    people = _people_behind(shown)
    if people is None:
        show_one_table(shown, "Download the table (CSV)", asked.name)
        return
    # Only the open tab is drawn: a table is what a rerun spends most of its time on.
    behind, table = st.tabs(TABS, default=TABS[table_first], key=f"tabs-{asked.name}", on_change="rerun")
    if table.open:
        with table:
            show_one_table(shown, "Download the table (CSV)", asked.name)
        return
    with behind:
        show_one_table(people, "Download the people (CSV)", asked.name)


def _people_behind(shown: Shown) -> Shown | None:
    """The answer that lists the people behind this one; None where there is none, or no table to list them from."""
    people = shown.answer.question.header.get("people")
    try:
        return session.shown(people) if people else None
    except MissingTable:
        # The answer itself is there: what else its people would need is no reason to put it in doubt.
        return None


def show_one_table(shown: Shown, label: str, place: str) -> None:
    """The rows of an answer with their download.

    place : where on the page it stands; two widgets need two names.
    """
    asked = shown.answer.question
    if not len(shown.rows):
        st.caption("Nobody so far.")
        return
    listed = first_rows(shown.listed, f"{asked.name}-{place}", shown.all_count)
    about = finder.leading(shown.columns)
    if about:
        chosen = _choose_row(listed, shown.looks, asked.title, f"rows-{asked.name}-{place}")
        finder.open_chosen(about, shown.rows, chosen)
    else:
        show_table(listed, shown.looks, asked.title)
    download.offer(shown.rows, asked.name.replace("/", "-"), label, place)


def first_rows(rows: pa.Table, key: str, all_count: int | None = None) -> pa.Table:
    """All rows of a short table; the best of a long one, and a switch for the rest.

    all_count : how many there are, where the rows are the first of them alone.
    """
    # Every rerun sends every table anew: hundreds of rows take longer than everything else on the page.
    if len(rows) <= FIRST_ROWS:
        return rows
    how_many = f"{len(rows):,} of all {all_count:,}" if all_count else f"all {len(rows):,}"
    everything = st.toggle(f"Show {how_many}, not only the first {FIRST_ROWS}", key=f"all-{key}")
    return rows if everything else rows.slice(0, FIRST_ROWS)


def show_table(rows: pa.Table, columns: dict[str, object], title: str) -> None:
    """Rows in a table that scrolls by itself; unknown values say so. columns : their looks (columns.looks_of)."""
    if rows.column_names in READ_WHOLE:
        # Sentences are read whole, also on a phone: this kind of table breaks them into lines.
        told = {words(name): _read(rows[name].to_pylist(), name) for name in rows.column_names}
        st.table(told, border="horizontal", hide_index=True, alt=title)
        return
    # Few rows are seen at once; by itself a table shows ten of them.
    height = "content" if len(rows) <= FEW_ROWS else "auto"
    st.dataframe(rows, column_config=columns, hide_index=True, placeholder="unknown", alt=title, height=height)


def _read(texts: list[str | None], name: str) -> list[str]:
    """Sentences begin with a capital letter; names stay as they are."""
    told = [labels.markdown(text or "") for text in texts]
    return told if name == "name" else [text[:1].upper() + text[1:] for text in told]


def _choose_row(rows: pa.Table, columns: dict[str, object], title: str, key: str) -> list[int]:
    """The table, each row of which opens the page of whom it is about; places of the rows chosen, at most one."""
    st.caption("Tick a row to see everything about them.")
    state = st.dataframe(
        rows,
        column_config=columns,
        hide_index=True,
        placeholder="unknown",
        alt=title,
        key=key,
        on_select="rerun",
        selection_mode="single-row",
    )
    return state.selection.rows
