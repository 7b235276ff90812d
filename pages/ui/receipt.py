"""What happened to one sheet: what it was taken for, what was kept, what was set aside and why, what it still needs."""

from collections.abc import Callable

import streamlit as st

from analytics import labels
from analytics.ingest.receipt import Receipt
from analytics.ingest.recognise import sheet_types
from analytics.workspace import LoadOptions
from pages.ui.words import words

# What the owner chose, for the upload that the receipt belongs to.
Again = Callable[[str, LoadOptions], None]


def show_receipt(receipt: Receipt, again: Again) -> None:
    """The receipt of one sheet as a card; `again` reads the upload once more, the way the owner says."""
    with st.container(border=True):
        name = f"{receipt.file}, sheet {receipt.sheet}" if receipt.sheet else receipt.file
        st.markdown(f"**{labels.markdown(name)}**")
        if receipt.error:
            st.error(f"{labels.markdown(receipt.error['what'])}\n\n{labels.markdown(receipt.error['fix'])}")
            for choice in receipt.choices_needed:
                CHOICES[choice](receipt, again)
            return
        _show_counts(receipt)
        for warning in receipt.warnings:
            st.markdown(f":material/info: {labels.markdown(warning.message)}")
        with st.expander("Columns, formats and sums"):
            _show_columns(receipt)


def _show_counts(receipt: Receipt) -> None:
    with st.container(horizontal=True, gap="large"):
        st.metric("Recognised as", words(receipt.sheet_type), width="content")
        st.metric("Rows in the file", f"{receipt.rows_in:,}", width="content")
        st.metric("Used", f"{receipt.rows_used:,}", width="content")
        st.metric("Set aside", f"{receipt.rows_set_aside:,}", width="content")
    reasons = [f"{count:,} {words(code).lower()}" for code, count in receipt.set_aside.items()]
    if reasons:
        st.markdown(f"Set aside: {labels.markdown(', '.join(reasons))}. They are listed on the page What was kept.")
    if receipt.period:
        st.caption(labels.markdown(f"Dates from {receipt.period['first']} to {receipt.period['last']}."))


def _show_columns(receipt: Receipt) -> None:
    rows = [
        {
            "Header in the file": header,
            "Used as": words(column),
            "Read as": receipt.formats.get(column),
            "Sum in the file": receipt.sums.get(header, {}).get("in"),
            "Sum used": receipt.sums.get(header, {}).get("used"),
        }
        for header, column in receipt.columns.items()
    ]
    st.dataframe(rows, hide_index=True, placeholder="", alt="Columns of the file and what they were used as")
    if receipt.ignored:
        st.caption(labels.markdown(f"Not used: {', '.join(receipt.ignored)}."))


def _choose_day_first(receipt: Receipt, again: Again) -> None:
    """Two buttons, because nobody but the owner knows."""
    st.markdown("How does this file write **3 April 2025**?")
    with st.container(horizontal=True):
        for label, day_first in {"03/04/2025, day first": True, "04/03/2025, month first": False}.items():
            options = LoadOptions(day_first=day_first)
            st.button(label, key=_key(receipt, label), on_click=again, args=(receipt.upload_id, options))


def _choose_sheet_type(receipt: Receipt, again: Again) -> None:
    """The sheet types by name, and a button to read the file as the one chosen."""
    types = sheet_types()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "What does it hold?",
            list(types),
            format_func=lambda name: f"{types[name].title}: {types[name].says}",
            key=_key(receipt, "type"),
            width=360,
        )
        options = LoadOptions(as_type=chosen)
        # What is chosen holds for the whole file, so a workbook says so.
        label = "Read every sheet as this" if receipt.sheet else "Read it as this"
        st.button(label, key=_key(receipt, "as"), on_click=again, args=(receipt.upload_id, options))


def _key(receipt: Receipt, what: str) -> str:
    return f"{what}-{receipt.upload_id}-{receipt.sheet}-{receipt.part}"


CHOICES = {"day_first": _choose_day_first, "sheet_type": _choose_sheet_type}
