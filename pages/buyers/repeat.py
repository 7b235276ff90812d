"""What repeat business is worth, which first product leads to it, and whether referrals beat other leads."""

import streamlit as st

from pages.ui.answer import show

st.title("Repeat business")
show("buyers/repeat_worth")
show("buyers/lead_product")
show("buyers/sources")
