"""The production server, with the page of four charts in place of the app: what bench/pages.py drives.

In a folder of its own: Streamlit looks for modules beside the script first, and bench/pages.py is not pages/.
"""

from pathlib import Path

import streamlit as st

from server import AROUND

app = st.App(Path(__file__).parent / "page.py", **AROUND)
