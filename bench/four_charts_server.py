"""The production server, with the page of four charts in place of the app: what bench/pages.py drives."""

from pathlib import Path

import streamlit as st

from server import AROUND

app = st.App(Path(__file__).parent / "four_charts.py", **AROUND)
