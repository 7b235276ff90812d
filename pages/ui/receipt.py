"""What happened to one sheet: what it was taken for, what was kept, what was set aside and why."""

import streamlit as st

from analytics import labels
from analytics.ingest.receipt import Receipt
from pages.ui.words import words


def show_receipt(receipt: Receipt) -> None:
    """The receipt of one sheet as a card."""
    with st.container(border=True):
        name = receipt.file if not receipt.sheet else f"{receipt.file}, sheet {receipt.sheet}"
        st.markdown(f"**{labels.markdown(name)}**")
        if receipt.error:
            st.error(f"{labels.markdown(receipt.error['what'])}\n\n{labels.markdown(receipt.error['fix'])}")
            return
        _show_counts(receipt)
        for warning in receipt.warnings:
            st.markdown(f":material/info: {labels.markdown(warning['message'])}")
        with st.expander("Columns, formats and sums"):
            _show_columns(receipt)


def _show_counts(receipt: Receipt) -> None:
    with st.container(horizontal=True, gap="medium"):
        st.metric("Recognised as", words(receipt.sheet_type), width="content")
        st.metric("Rows in the file", f"{receipt.rows_in:,}", width="content")
        st.metric("Used", f"{receipt.rows_used:,}", width="content")
        st.metric("Set aside", f"{receipt.rows_set_aside:,}", width="content")
    for code, count in receipt.set_aside.items():
        st.markdown(f"- {count:,} set aside: {labels.markdown(words(code).lower())}")


def _show_columns(receipt: Receipt) -> None:
    rows = [
        {
            "Header in the file": header,
            "Used as": words(column),
            "Format": receipt.formats.get(column, ""),
            "Sum in the file": receipt.sums.get(header, {}).get("in"),
            "Sum used": receipt.sums.get(header, {}).get("used"),
        }
        for header, column in receipt.columns.items()
    ]
    st.dataframe(rows, hide_index=True, placeholder="", alt="Columns of the file and what they were used as")
    if receipt.ignored:
        st.caption(labels.markdown(f"Not used: {', '.join(receipt.ignored)}."))
