"""What happened to one sheet: what it was taken for, what was kept, what was set aside and why, what it still needs."""

import re

import streamlit as st

from analytics import labels
from analytics.ingest.receipt import Receipt
from analytics.ingest.recognise.choice import Choice
from analytics.workspace.mappings import knows_a_column
from pages.ui.mapping import Again, show_mapping
from pages.ui.receipt_changes import show_changes
from pages.ui.set_aside import reasons, show_rows_of
from pages.ui.words import columns_as_words, words

# What a sentence says to whoever loads the file without a screen.
FOR_THE_COMMAND_LINE = re.compile(r" \([^()']*--as [^()']*\)")


def show_receipt(receipt: Receipt, again: Again, place: str) -> None:
    """The receipt of one sheet as a card; `again` reads the upload once more, the way the owner says.

    place : where on the page the card stands; the same receipt may stand there twice.
    """
    with st.container(border=True):
        name = f"{receipt.file}, sheet {receipt.sheet}" if receipt.sheet else receipt.file
        st.markdown(f"**{labels.markdown(name)}**")
        if receipt.error:
            _show_error(receipt, again, place)
        else:
            _show_counts(receipt)
            show_changes(receipt)
            for warning in receipt.warnings:
                st.markdown(f":material/info: {labels.markdown(warning.message)}")
        if receipt.rows_set_aside:
            show_rows_of(receipt, place)
        _show_columns(receipt, again, place)
        if receipt.formats or receipt.sums:
            with st.expander("Formats and sums"):
                _show_formats(receipt)


def _show_error(receipt: Receipt, again: Again, place: str) -> None:
    if "sheet_type" in receipt.choices_needed and receipt.columns_seen:
        st.warning(_asked(receipt), icon=":material/help:")
    elif "day_first" in receipt.choices_needed:
        st.warning(labels.markdown(receipt.error["what"]), icon=":material/help:")
        _choose_day_first(receipt, again, place)
    elif "numbering" in receipt.choices_needed:
        st.warning(labels.markdown(receipt.error["what"]), icon=":material/help:")
        _choose_numbering(receipt, again, place)
    else:
        st.error(f"{labels.markdown(receipt.error['what'])}\n\n{labels.markdown(receipt.error['fix'])}")


def _asked(receipt: Receipt) -> str:
    """Why the owner is asked what a sheet holds, and what would tell it, as Markdown."""
    said = (FOR_THE_COMMAND_LINE.sub("", receipt.error[part]) for part in ("what", "fix"))
    what, fix = (labels.markdown(columns_as_words(sentence)) for sentence in said)
    if not knows_a_column(receipt):
        return f"{what} Please say below what it holds."
    return f"{what}\n\n{fix} You can say it below: the file need not be uploaded again."


def _show_counts(receipt: Receipt) -> None:
    with st.container(horizontal=True, gap="large"):
        st.metric("Recognised as", words(receipt.sheet_type), width="content")
        st.metric("Rows in the file", f"{receipt.rows_in:,}", width="content")
        st.metric("Used", f"{receipt.rows_used:,}", width="content")
        st.metric("Set aside", f"{receipt.rows_set_aside:,}", width="content")
    if receipt.set_aside:
        st.markdown(f"Set aside: {labels.markdown(reasons(receipt.set_aside))}.")
    if receipt.period:
        st.caption(labels.markdown(f"Dates from {receipt.period['first']} to {receipt.period['last']}."))


def _show_columns(receipt: Receipt, again: Again, place: str) -> None:
    """The columns and their choices; open at once where the sheet waits for an answer about them."""
    if not receipt.columns_seen:
        return
    used = sum(1 for column in receipt.columns_seen if column["column"] not in (None, "ignore"))
    title = f"Columns: {used} of {len(receipt.columns_seen)} used"
    key = f"columns-{place}-{receipt.upload_id}-{receipt.sheet}-{receipt.part}-{bool(receipt.error)}"
    # Drawn only while it is open: it holds a box for each column.
    fold = st.expander(title, expanded="sheet_type" in receipt.choices_needed, key=key, on_change="rerun")
    if fold.open:
        with fold:
            show_mapping(receipt, again, place)


def _show_formats(receipt: Receipt) -> None:
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
    st.dataframe(rows, hide_index=True, placeholder="", alt="How each column was read and what it sums to")


def _choose_day_first(receipt: Receipt, again: Again, place: str) -> None:
    """Two buttons, because nobody but the owner knows."""
    st.markdown("How does this file write **3 April 2025**? You are asked once; files like it are read so too.")
    with st.container(horizontal=True):
        for label, day_first in {"03/04/2025, day first": True, "04/03/2025, month first": False}.items():
            key = f"{place}-{label}-{receipt.upload_id}-{receipt.sheet}-{receipt.part}"
            st.button(label, key=key, on_click=again, args=(receipt, Choice(day_first=day_first)))


def _choose_numbering(receipt: Receipt, again: Again, place: str) -> None:
    """Whose numbers these are; nothing is replaced before somebody said so."""
    key = f"{place}-numbers-{receipt.upload_id}-{receipt.sheet}-{receipt.part}"
    tool = st.text_input(
        "Which tool numbered these rows?",
        key=f"{key}-tool",
        placeholder="Square, the old shop, the Berlin branch ...",
        help="Give every file of that tool the same name: its numbers then belong together.",
    ).strip()
    with st.container(horizontal=True):
        apart = Choice(numbering=tool)
        st.button("Keep them apart", key=f"{key}-apart", on_click=again, args=(receipt, apart), disabled=not tool)
        same = Choice(numbering="")
        st.button("They are the same rows, changed", key=f"{key}-same", on_click=again, args=(receipt, same))
