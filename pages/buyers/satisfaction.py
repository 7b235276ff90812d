"""How satisfied valuable customers are, whom nobody asked, and which kinds of customers are most satisfied."""

import streamlit as st

from pages.ui.answer import show

st.title("Satisfaction")
show("buyers/satisfaction_people")
show("buyers/satisfaction", table_first=True)
