"""One person or two: who your files name twice."""

import streamlit as st

from pages.ui.matches import show_matches

st.title("One person or two")
show_matches()
