"""One question on a page, in each of its five cases: answer, nothing found, a table missing, not enough, an error."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from analytics import labels
from analytics.errors import GleanerError, MissingTable
from analytics.questions import question
from analytics.questions.catalogue import Question
from pages.ui import picked, session
from pages.ui.computed import show_how_computed
from pages.ui.finding import show_findings
from pages.ui.lacking import show_error, show_missing, show_not_enough
from pages.ui.listing import show_one_table, show_rows
from pages.ui.shown import Shown

NOTHING = "There is nothing of this in your files yet."
NOTHING_LEFT = "Nothing found in what you are looking at. A longer period or fewer filters may bring some."


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
        return partial(show_not_enough, shown)
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
    show_rows(shown, table_first)
    show_how_computed(shown.answer)


def _show_clicked(title: str, people: Shown) -> None:
    """The people of the bar that was clicked, right below the chart."""
    count = len(people.rows)
    st.subheader(f"{labels.markdown(title)}: {count:,} {'person' if count == 1 else 'people'}", anchor=False)
    if count:
        show_one_table(people, "Download these people (CSV)", f"{people.answer.question.name}-clicked")


def _show_what_it_leaves_aside(asked: Question) -> None:
    """Say so where the answer does not follow a filter that is set."""
    left_aside = session.filters().not_followed(asked.parameters, session.store().last_day)
    if left_aside:
        st.caption(labels.markdown(left_aside))


def _show_nothing(shown: Shown) -> None:
    asked = shown.answer.question
    st.header(labels.markdown(asked.header["question"]), anchor=False)
    st.info(asked.header.get("nothing", NOTHING_LEFT if session.filters().is_part else NOTHING))
    show_how_computed(shown.answer)
