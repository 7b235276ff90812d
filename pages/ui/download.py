"""Rows as a file to take away, made when it is asked for."""

import pandas as pd
import streamlit as st

from analytics.report.plain import to_csv
from pages.ui import session


def offer(rows: pd.DataFrame, name: str, label: str, place: str = "") -> None:
    """A button that builds the CSV on the click; cells that a spreadsheet program would run are made passive.

    name  : what the file is called, without day and ending.
    place : where it stands, when one page offers the same file twice.
    """
    st.download_button(
        label,
        # The mark at the start tells spreadsheet programs that the text is UTF-8.
        data=lambda: b"\xef\xbb\xbf" + to_csv(rows).encode("utf-8", "replace"),
        file_name=f"{name}-{session.today():%Y-%m-%d}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=f"download-{name}-{place}",
    )
