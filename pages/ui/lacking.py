"""What stands where an answer cannot: too few cases, a table that is missing, an error; and what to do about it."""

import pandas as pd
import streamlit as st

from analytics import labels
from analytics.errors import GleanerError
from analytics.questions.answer import BRINGS
from analytics.questions.catalogue import Question
from pages.ui import session
from pages.ui.computed import show_how_computed
from pages.ui.listing import first_rows, show_table
from pages.ui.shown import Shown
from pages.ui.words import words


def show_not_enough(shown: Shown) -> None:
    """How many cases it takes, how many there are, and which upload brings more (H9)."""
    asked, missing = shown.answer.question, shown.not_enough
    st.header(labels.markdown(asked.header["question"]), anchor=False)
    many = f"{missing.need:,} " if missing.need > 1 else ""
    takes = f"it takes {many}{labels.markdown(missing.what)}, and {_so_far(missing.have)}"
    longer = ", or with a longer period" if session.filters().is_part else ""
    st.info(f"Not enough to say yet: {takes}. More of them come with {brings((missing.upload,))}{longer}.")
    if _is_counted(shown.rows):
        show_table(first_rows(shown.listed, asked.name), shown.looks, asked.title)
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
