"""An app of one page with four charts, for the closed loop of bench/pages.py; frame and show() are those of the app."""

import streamlit as st

from pages.ui import frame
from pages.ui.answer import show


def four_charts() -> None:
    st.title("Four charts")
    show("buyers/pareto")
    show("funnel/link_conversion")
    show("funnel/diagnosis")
    show("prospects/opportunity_or_lead")


frame.run({"": [st.Page(four_charts, title="Four charts", default=True)]})
