"""What repeat business is worth, and which first product leads to it."""

import streamlit as st

from pages.ui.answer import show

st.title("Repeat business")
show("buyers/repeat_worth")
show("buyers/lead_product")
