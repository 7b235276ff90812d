"""Which prospects are opportunities and which are only leads."""

import streamlit as st

from pages.ui.answer import show

st.title("Opportunity or lead")
show("prospects/opportunity_or_lead")
show("prospects/history_by_attribute")
show("prospects/justified", table_first=True)
show("prospects/unjustified_deals")
