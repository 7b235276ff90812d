"""The first screen: what Gleaner answers, the drop zone, the sample in one click."""

import streamlit as st

from pages.ui.answer import offer_sample
from pages.ui.uploading import show_drop_zone

PROMISE = (
    "Drop a spreadsheet of orders, leads or deals. Gleaner tells you who your best buyers are, where your funnel "
    "loses people, and which prospects are likely to come back."
)
PRIVACY = "Your files are read and kept on this machine only. Nothing is sent anywhere."


def show_welcome() -> None:
    """For somebody who has not loaded anything yet."""
    st.markdown(PROMISE)
    show_drop_zone()
    with st.container(horizontal=True, vertical_alignment="center"):
        offer_sample("welcome")
        st.caption(PRIVACY)
