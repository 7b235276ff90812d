"""Who the best buyers are, and which of them have gone quiet."""

import streamlit as st

from pages.ui.answer import show

st.title("Best buyers")
show("buyers/pareto")
show("buyers/rfm")
