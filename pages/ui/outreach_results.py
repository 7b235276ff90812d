"""What the campaigns brought, and what buyers say in their own words."""

import streamlit as st

from pages.ui import outreach_state, session
from pages.ui.answer import show as show_question


def show() -> None:
    """The results board of every campaign."""
    if not any(entry.kind in ("sent", "talked") and entry.topic for entry in outreach_state.entries()):
        st.info("No letter has been marked as sent yet, so there is no result. It takes the step Send.")
        return
    show_question("outreach/results", table_first=True)


def show_words() -> None:
    """The most frequent phrases with their quotes."""
    if not len(session.shown("outreach/words").rows):
        st.info(
            "Nobody's words have been written down yet. They come from the step Talks, and from the comments of happy "
            "customers beside their scores."
        )
        return
    show_question("outreach/words")
