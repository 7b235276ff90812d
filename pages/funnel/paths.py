"""What each path brings, how people cross between paths, what each costs, and who stands where."""

import streamlit as st

from pages.ui.answer import show

st.title("Paths")
show("funnel/people", table_first=True)
show("funnel/attribution")
show("funnel/crossings", table_first=True)
show("funnel/path_cost", table_first=True)
