"""The first screen: what Gleaner answers, the drop zone, the sample in one click."""

import streamlit as st

from pages.ui.lacking import brings, offer_sample
from pages.ui.uploading import show_drop_zone

PROMISE = "Gleaner finds the sales you have already paid for: in the spreadsheets that you already have."
# Icon, question, what it is answered from.
ANSWERS = (
    ("star", "Who are my best buyers, and who of them has gone quiet?", ("orders",)),
    ("filter_alt", "Where does my funnel leak, and what does it cost?", ("leads",)),
    ("target", "Which prospects may become repeat customers, and which are only leads?", ("deals", "orders")),
)
PRIVACY = "Your files are read and kept on this machine only. Nothing is sent anywhere."


def show_welcome() -> None:
    """For somebody who has not loaded anything yet."""
    st.markdown(PROMISE)
    show_drop_zone()
    with st.container(horizontal=True, vertical_alignment="center"):
        offer_sample("welcome")
        st.caption(PRIVACY)
    for column, (icon, question, tables) in zip(st.columns(len(ANSWERS)), ANSWERS, strict=True):
        with column.container(border=True, height="stretch"):
            st.markdown(f":material/{icon}: **{question}**")
            st.caption(f"From {brings(tables)}.")
