"""What repeat business is worth."""

import streamlit as st

from pages.ui.answer import show

st.title("Repeat business")
show("buyers/repeat_worth")
