"""How warm the audience is, what warms it up, and what became of those met at events."""

import streamlit as st

from pages.ui.answer import show

st.title("Audience")
show("funnel/audience")
show("funnel/audience_moves", table_first=True)
show("funnel/actions", table_first=True)
show("funnel/events")
