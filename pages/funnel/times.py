"""How long each link takes, what became of each month's people, and whether this quarter is better or worse."""

import streamlit as st

from pages.ui.answer import show

st.title("Funnel over time")
show("funnel/quarters", table_first=True)
show("funnel/link_days", table_first=True)
show("funnel/cohorts", table_first=True)
