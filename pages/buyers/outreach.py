"""Whom to write to, what the letter says, what they answered, and what it brought."""

import streamlit as st

from analytics.questions import question
from pages.ui import outreach, session
from pages.ui.lacking import show_missing

st.title("Outreach")
if session.version() is None:
    show_missing(question("outreach/results"), ("customers", "orders"))
else:
    outreach.show()
