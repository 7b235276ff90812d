"""What each past customer will order in the next 12 months, and how far that estimate can be believed."""

import streamlit as st

from pages.ui.answer import show

st.title("Customer value")
show("buyers/lifetime_value")
show("buyers/lifetime_check")
