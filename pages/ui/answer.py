"""One question on a page, in each of its five cases: answer, nothing found, a table missing, not enough, an error."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import pyarrow as pa
import streamlit as st

from analytics import labels
from analytics.errors import GleanerError, MissingTable
from analytics.questions import question
from analytics.questions.answer import BRINGS
from analytics.questions.catalogue import Question
from pages.ui import customer, download, picked, prospect, session
from pages.ui.columns import TALL_ROW, looks_of
from pages.ui.computed import show_how_computed
from pages.ui.finding import show_findings
from pages.ui.shown import Shown
from pages.ui.words import words

FIRST_ROWS = 50
NOTHING = "There is nothing of this in your files yet."
NOTHING_LEFT = "Nothing found in what you are looking at. A longer period or fewer filters may bring some."
# A column of sentences, to be read whole.
SENTENCES = "why"
FEW_ROWS = 15
# What is told of one customer or prospect.
READ_WHOLE = ["topic", "answer", "why"]
TABS = ("The people behind it", "The table")


def show(name: str, table_first: bool = False) -> None:
    """Ask the question of that name and show whatever comes of it.

    name        : area/name, such as buyers/pareto.
    table_first : open its own rows first, where the page already lists the people behind it.
    """
    try:
        asked = question(name)
        if session.version() is None:
            show_missing(asked, tuple(best for best, *_ in asked.needs))
            return
        shown = session.shown(name)
        _case(shown, table_first)()
    except MissingTable as missing:
        show_missing(asked, (missing.code,))
    except GleanerError as error:
        show_error(error)


def _case(shown: Shown, table_first: bool) -> Callable[[], None]:
    if shown.not_enough:
        return partial(_show_not_enough, shown)
    return partial(_show_answer, shown, table_first) if len(shown.rows) else partial(_show_nothing, shown)


def _show_answer(shown: Shown, table_first: bool) -> None:
    asked = shown.answer.question
    st.header(labels.markdown(shown.headline), anchor=False)
    st.caption(labels.markdown(asked.header["question"]))
    _show_what_it_leaves_aside(asked)
    clicked = picked.draw(shown)
    if clicked:
        _show_clicked(*clicked)
    show_findings(shown.findings)
    _show_rows(shown, table_first)
    show_how_computed(shown.answer)


def _show_clicked(title: str, people: Shown) -> None:
    """The people of the bar that was clicked, right below the chart."""
    count = len(people.rows)
    st.subheader(f"{labels.markdown(title)}: {count:,} {'person' if count == 1 else 'people'}", anchor=False)
    if count:
        _show_one_table(people, "Download these people (CSV)", f"{people.answer.question.name}-clicked")


def _show_what_it_leaves_aside(asked: Question) -> None:
    """Say so where the answer does not follow a filter that is set."""
    left_aside = session.filters().not_followed(asked.parameters, session.store().last_day)
    if left_aside:
        st.caption(labels.markdown(left_aside))


def _show_rows(shown: Shown, table_first: bool) -> None:
    """The people behind the answer where another question lists them, and the answer's own rows."""
    asked = shown.answer.question
    people = asked.header.get("people")
    if not people:
        _show_one_table(shown, "Download the table (CSV)", asked.name)
        return
    # Only the open tab is drawn: a table is what a rerun spends most of its time on.
    behind, table = st.tabs(TABS, default=TABS[table_first], key=f"tabs-{asked.name}", on_change="rerun")
    if table.open:
        with table:
            _show_one_table(shown, "Download the table (CSV)", asked.name)
        return
    with behind:
        _show_one_table(session.shown(people), "Download the people (CSV)", asked.name)


def _show_one_table(shown: Shown, label: str, place: str) -> None:
    asked = shown.answer.question
    if not len(shown.rows):
        st.caption("Nobody so far.")
        return
    listed = _first_rows(shown.listed, f"{asked.name}-{place}")
    leading = next((each for each in (customer, prospect) if each.leads_there(shown.columns)), None)
    if leading:
        leading.open_chosen(shown.rows, _choose_row(listed, asked.title, f"rows-{asked.name}-{place}"))
    else:
        show_table(listed, asked.title)
    download.offer(shown.rows, asked.name.replace("/", "-"), label, place)


def _first_rows(rows: pa.Table, key: str) -> pa.Table:
    """All rows of a short table; the best of a long one, and a switch for the rest."""
    # Every rerun sends every table anew: hundreds of rows take longer than everything else on the page.
    if len(rows) <= FIRST_ROWS:
        return rows
    everything = st.toggle(f"Show all {len(rows):,}, not only the first {FIRST_ROWS}", key=f"all-{key}")
    return rows if everything else rows.slice(0, FIRST_ROWS)


def show_table(rows: pa.Table, title: str) -> None:
    """Rows in a table that scrolls by itself; unknown values say so."""
    configured = looks_of(rows)
    if rows.column_names == READ_WHOLE:
        # Sentences are read whole, also on a phone: this kind of table breaks them into lines.
        told = {words(name): [_begun(labels.markdown(text)) for text in rows[name].to_pylist()] for name in READ_WHOLE}
        st.table(told, border="horizontal", hide_index=True, alt=title)
        return
    looks = {"column_config": configured, "hide_index": True, "placeholder": "unknown", "alt": title}
    if SENTENCES in rows.column_names and len(rows) <= FEW_ROWS:
        # A taller row breaks its text into lines.
        st.dataframe(rows, height="content", row_height=TALL_ROW, **looks)
        return
    st.dataframe(rows, **looks)


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _choose_row(rows: pa.Table, title: str, key: str) -> list[int]:
    """The table, each row of which opens the page of whom it is about; places of the rows chosen, at most one."""
    st.caption("Tick a row to see everything about them.")
    state = st.dataframe(
        rows,
        column_config=looks_of(rows),
        hide_index=True,
        placeholder="unknown",
        alt=title,
        key=key,
        on_select="rerun",
        selection_mode="single-row",
    )
    return state.selection.rows


def _show_nothing(shown: Shown) -> None:
    asked = shown.answer.question
    st.header(labels.markdown(asked.header["question"]), anchor=False)
    st.info(asked.header.get("nothing", NOTHING_LEFT if session.filters().is_part else NOTHING))
    show_how_computed(shown.answer)


def _show_not_enough(shown: Shown) -> None:
    asked, missing = shown.answer.question, shown.not_enough
    st.header(labels.markdown(asked.header["question"]), anchor=False)
    many = f"{missing.need:,} " if missing.need > 1 else ""
    takes = f"it takes {many}{labels.markdown(missing.what)}, and {_so_far(missing.have)}"
    longer = ", or with a longer period" if session.filters().is_part else ""
    st.info(f"Not enough to say yet: {takes}. More of them come with {brings((missing.upload,))}{longer}.")
    if _is_counted(shown.rows):
        show_table(_first_rows(shown.listed, asked.name), asked.title)
    show_how_computed(shown.answer)


def _is_counted(rows: pd.DataFrame) -> bool:
    """Whether the rows count anything at all: a table of noughts and unknowns would only stand in the way."""
    counts = [name for name in rows.columns if name.endswith("_count")]
    return bool(len(rows)) and (not counts or bool(rows[counts].sum(axis=1).gt(0).any()))


def _so_far(have: int) -> str:
    if have < 2:
        return "there is one so far" if have else "there are none so far"
    return f"there are {have:,} so far"


def show_missing(asked: Question, tables: tuple[str, ...]) -> None:
    """What the question would answer, which upload brings it, and the sample in one click."""
    st.header(labels.markdown(asked.header["question"]), anchor=False)
    with st.container(border=True):
        st.markdown(f"To answer this, Gleaner needs {brings(tables)}.")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link("pages/data/upload.py", label="Drop a file", icon=":material/upload_file:")
            if session.chosen() == session.MINE:
                offer_sample(asked.name)


def brings(tables: tuple[str, ...]) -> str:
    """Which uploads bring these tables, in the words of somebody who looks for a file."""
    return " and ".join(BRINGS.get(table, words(table).lower()) for table in tables)


def offer_sample(place: str) -> None:
    """The button that shows every page at work, on made-up data kept apart from the owner's.

    place : where on the page it stands; two buttons need two names.
    """
    st.button(
        "Try it with sample data",
        on_click=session.choose,
        args=(session.SAMPLE,),
        icon=":material/science:",
        key=f"sample-{place}",
    )


def show_error(error: GleanerError) -> None:
    """What was found and what to do."""
    st.error(f"{labels.markdown(error.what)}\n\n{labels.markdown(error.fix)}", icon=":material/error:")
