"""One question on a page, in each of its five cases: answer, nothing found, a table missing, not enough, an error."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analytics import labels
from analytics.errors import GleanerError, MissingTable
from analytics.questions import Answer, charts, question
from analytics.questions.answer import BRINGS
from analytics.questions.catalogue import Question
from analytics.questions.finding import NotEnough
from pages.ui import download, session
from pages.ui.computed import show_how_computed
from pages.ui.finding import show_finding
from pages.ui.words import columns, words


def show(name: str) -> None:
    """Ask the question of that name and show whatever comes of it.

    name : area/name, such as buyers/pareto.
    """
    try:
        asked = question(name)
        if session.version() is None:
            show_missing(asked, asked.needs)
            return
        answer = session.answer(name)
        _case(answer)(answer)
    except MissingTable as missing:
        show_missing(asked, (missing.code,))
    except GleanerError as error:
        show_error(error)


def _case(answer: Answer) -> Callable[[Answer], None]:
    if not len(answer.rows):
        return _show_nothing
    return _show_not_enough if answer.not_enough else _show_answer


def _show_answer(answer: Answer) -> None:
    st.header(labels.markdown(answer.headline), anchor=False)
    st.caption(labels.markdown(answer.question.header["question"]))
    st.plotly_chart(
        session.figure(answer),
        theme=None,
        config=charts.CONFIG,
        key=f"chart-{answer.question.name}",
        alt=f"{answer.question.title}: {labels.plain(answer.headline)}",
    )
    for finding in answer.findings:
        show_finding(finding)
    _show_rows(answer)
    show_how_computed(answer)


def _show_rows(answer: Answer) -> None:
    """The people behind the answer where another question lists them, and the answer's own rows."""
    rows = answer.rows.drop(columns=list(answer.question.summary))
    people = answer.question.header.get("people")
    if not people:
        st.subheader("The table", anchor=False)
        show_table(rows, answer.question.title)
        download.offer(rows, answer.question.name.replace("/", "-"))
        return
    behind, table = st.tabs(["The people behind it", "The table"])
    with behind:
        listed = session.answer(people)
        show_table(listed.rows.drop(columns=list(listed.question.summary)), listed.question.title)
        download.offer(listed.rows, people.replace("/", "-"), "Download the people (CSV)")
    with table:
        show_table(rows, answer.question.title)
        download.offer(rows, answer.question.name.replace("/", "-"))


def show_table(rows: pd.DataFrame, title: str) -> None:
    """Rows in a table that scrolls by itself; unknown values say so."""
    looks = columns(rows)
    st.dataframe(rows[list(looks)], column_config=looks, hide_index=True, placeholder="unknown", alt=title)


def _show_nothing(answer: Answer) -> None:
    st.header(labels.markdown(answer.question.title), anchor=False)
    st.info(f"Nothing found. {labels.markdown(answer.question.header['question'])} In what you are looking at, none.")
    show_how_computed(answer)


def _show_not_enough(answer: Answer) -> None:
    missing: NotEnough = answer.not_enough
    st.header(labels.markdown(answer.question.title), anchor=False)
    st.caption(labels.markdown(answer.question.header["question"]))
    st.info(
        f"Not enough to say yet: {missing.have:,} {labels.markdown(missing.what)}, and it takes {missing.need:,}. "
        f"More of them come with {brings((missing.upload,))}, or with a longer period."
    )
    show_table(answer.rows.drop(columns=list(answer.question.summary)), answer.question.title)
    show_how_computed(answer)


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
