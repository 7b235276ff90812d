"""How often anybody asks for the business, and how often it takes to reach the goal."""

import streamlit as st

from pages.ui.answer import show

st.title("Direct asks")
show("funnel/ask_plan")
show("funnel/asks", table_first=True)
