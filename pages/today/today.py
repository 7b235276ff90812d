"""What to do today: every finding, the largest likely money first."""

import streamlit as st

from pages.ui.findings import show_findings

st.title("Today")
show_findings()
