"""A page with four charts, for the closed loop of bench/pages.py; drawn by the same show() as the app's pages."""

import streamlit as st

from pages.ui.answer import show

st.title("Four charts")
show("buyers/pareto")
show("funnel/link_conversion")
show("funnel/diagnosis")
show("prospects/opportunity_or_lead")
