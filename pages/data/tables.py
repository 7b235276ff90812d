"""What was kept: each table as Gleaner sees it, and the rows that were set aside."""

import streamlit as st

from pages.ui.tables import show_tables

st.title("What was kept")
show_tables()
