"""What stands around every page: the sidebar, the line that says what is looked at, and the page that is asked for.

Apart from app.py, which only lists the pages, so that a list of other pages gets the very same frame.
"""

import streamlit as st

from analytics.errors import GleanerError
from pages.ui import loading, session, sidebar
from pages.ui.lacking import show_error

# Pages of files, people and rules are about everything that is there.
UNFILTERED = {"upload", "people", "tables", "rules"}


def run(pages: dict[str, list]) -> None:
    """Run the page that is asked for, inside its frame.

    pages : st.Page objects by the section that they stand in, in order.
    """
    page = st.navigation(pages, position="hidden")
    try:
        session.begin()
        with st.sidebar:
            sidebar.show_switch()
            sidebar.show_pages(pages)
            sidebar.show_name()
        if session.is_waiting_for_sample():
            loading.load_sample()
        sidebar.show_what_you_look_at(is_filtered=page.url_path not in UNFILTERED)
    except GleanerError as error:
        show_error(error)
        st.stop()
    page.run()
