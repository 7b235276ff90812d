"""Rows as a file to take away, made when it is asked for."""

import io
import zipfile
from collections.abc import Callable

import pandas as pd
import streamlit as st

from analytics.report.plain import to_csv
from pages.ui import session


def offer(rows: pd.DataFrame, name: str, label: str, place: str = "") -> None:
    """A button that builds the CSV on the click; cells that a spreadsheet program would run are made passive.

    name  : what the file is called, without day and ending.
    place : where it stands, when one page offers the same file twice.
    """
    _button(label, lambda: csv(rows), (name, "csv", "text/csv"), place)


def offer_zip(tables: dict[str, pd.DataFrame], name: str, label: str) -> None:
    """A button that builds a zip with one CSV for each table on the click.

    tables : name of the file in the zip, without ending, to its rows.
    """
    _button(label, lambda: zipped(tables), (name, "zip", "application/zip"), "zip")


def _button(label: str, made: Callable[[], bytes], file: tuple[str, str, str], place: str) -> None:
    """A button that downloads what is made on the click; file : name without day, ending, kind of file."""
    name, ending, kind = file
    st.download_button(
        label,
        data=made,
        file_name=f"{name}-{session.today():%Y-%m-%d}.{ending}",
        mime=kind,
        on_click="ignore",
        icon=":material/download:",
        key=f"download-{name}-{place}",
    )


def csv(rows: pd.DataFrame) -> bytes:
    """Rows as the bytes of a CSV file."""
    # The mark at the start tells spreadsheet programs that the text is UTF-8.
    return b"\xef\xbb\xbf" + to_csv(rows).encode("utf-8", "replace")


def zipped(tables: dict[str, pd.DataFrame]) -> bytes:
    """One CSV for each table, in a zip."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in tables.items():
            archive.writestr(f"{name}.csv", csv(rows))
    return held.getvalue()
