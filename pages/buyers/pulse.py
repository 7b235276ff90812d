"""Which customers are due, overdue or gone, and how the classes moved since last quarter."""

import streamlit as st

from pages.ui.answer import show

st.title("Customer pulse")
show("buyers/pulse")
show("buyers/pulse_moves", table_first=True)
