"""One prospect: kind, chance, what would come after, whom they are like, what to ask, touches so far."""

import streamlit as st

from pages.ui import prospect
from pages.ui.answer import show

st.title("Prospect")
prospect.choose()
show("prospects/prospect")
show("prospects/prospect_parts")
show("prospects/prospect_file", table_first=True)
