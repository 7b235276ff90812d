"""Your rules: limits, segments, points, stages and links, as this business wants them."""

import streamlit as st

from pages.ui.rules import show_rules

st.title("Your rules")
show_rules()
