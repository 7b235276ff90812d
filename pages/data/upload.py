"""Your files: drop them, see what was kept and what was set aside, take one back."""

import streamlit as st

from pages.ui.uploading import show_drop_zone
from pages.ui.uploads import show_uploads

st.title("Your files")
show_drop_zone()
show_uploads()
