"""One prospect: kind, chance, what would come after, whom they are like, what to ask, touches so far."""

import streamlit as st

from pages.ui import finder
from pages.ui.answer import show
from pages.ui.prospect_entry import show_entry

st.title("One prospect")
finder.choose(finder.PROSPECT)
show("prospects/prospect")
show_entry()
show("prospects/prospect_parts")
show("prospects/prospect_file", table_first=True)
