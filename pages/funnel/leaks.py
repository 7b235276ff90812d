"""Where the funnel leaks, and what the leak costs."""

import streamlit as st

from pages.ui.answer import show

st.title("Funnel leaks")
show("funnel/diagnosis")
show("funnel/link_conversion", table_first=True)
