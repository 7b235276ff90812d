"""Whether the chances that were said came true, and what more data would bring."""

import streamlit as st

from pages.ui.answer import show

st.title("Report card")
show("prospects/report_card")
show("prospects/report_card_months")
show("prospects/learning_curve")
show("prospects/own_labels")
show("prospects/changes")
