"""Who the best clients are now, and which prospects are like them."""

import streamlit as st

from pages.ui.answer import show

st.title("Ideal client")
show("prospects/ideal_client", table_first=True)
