"""Whom to ask for names, how often we do, what came of it, and who brought whom."""

import streamlit as st

from pages.ui.answer import show

st.title("Referrals")
show("buyers/never_asked")
show("buyers/ask_weeks")
show("buyers/referral_asks", table_first=True)
show("buyers/referral_tree")
