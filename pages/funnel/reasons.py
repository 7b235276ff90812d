"""Why people drop: what those who do not go on have in common."""

import streamlit as st

from pages.ui.answer import show

st.title("Why people drop")
show("funnel/drop_reasons", table_first=True)
