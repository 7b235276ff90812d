"""The tables as Gleaner keeps them, and the rows that were set aside."""

import pandas as pd
import streamlit as st

from analytics import labels
from analytics.questions.answer import BRINGS
from pages.ui import download, session, set_aside
from pages.ui.columns import looks_of
from pages.ui.lacking import brings, offer_sample
from pages.ui.listing import show_table
from pages.ui.words import readable, words

PREVIEW_ROWS = 200


def show_tables() -> None:
    """One fold per table with rows, the rows set aside, and what other uploads would bring."""
    if session.version() is None:
        _show_empty()
        return
    counts = {table: count for table, count in session.store().row_counts.items() if table in BRINGS}
    rows, filled = sum(counts.values()), sum(1 for count in counts.values() if count)
    told = f"{rows:,} {'row' if rows == 1 else 'rows'} in {filled} {'table' if filled == 1 else 'tables'}"
    st.header(told, anchor=False)
    for table, count in counts.items():
        if count:
            _show_table(table, count)
    _show_set_aside()
    empty = [table for table, count in counts.items() if not count]
    if empty:
        st.subheader("Not loaded yet", anchor=False)
        st.markdown("\n".join(f"- {words(table)}: {brings((table,))}" for table in empty))


def _show_table(table: str, count: int) -> None:
    # Its rows are read only while the fold is open.
    title = f"{words(table)}: {count:,} {'row' if count == 1 else 'rows'}"
    fold = st.expander(title, icon=":material/table:", key=f"table-{table}", on_change="rerun")
    if not fold.open:
        return
    with fold:
        rows = session.store().preview(table, PREVIEW_ROWS)
        if count > PREVIEW_ROWS:
            st.caption(f"The first {PREVIEW_ROWS} of {count:,} rows.")
        listed = readable(rows)
        show_table(listed, looks_of(listed), words(table))


def _show_set_aside() -> None:
    """Every row that was not used, with its reason and the row as it stood."""
    place = session.workspace()
    used = [upload for upload in place.uploads() if upload.is_active]
    rows = [{"file": upload.name, **row} for upload in used for row in place.rejects(upload.upload_id)]
    st.header(f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'} set aside", anchor=False)
    if not rows:
        st.caption("Every row of every file was used.")
        return
    st.caption(
        "These rows count nowhere, and each says why. Totals need nothing done; "
        "the others can be put right in the file: then drop it again."
    )
    listed = pd.DataFrame(rows).drop(columns=["upload_id"], errors="ignore")
    counted = listed["reason_code"].value_counts().to_dict()
    with st.expander(labels.markdown(f"Why: {set_aside.reasons(counted)}"), icon=":material/rule:"):
        set_aside.show_rows(listed)
    _offer_set_aside(set_aside.by_sheet(listed))


def _offer_set_aside(sheets: dict[str, pd.DataFrame]) -> None:
    """The rows under the headers of their file: one CSV, or a zip of one for each file and sheet."""
    if len(sheets) == 1:
        download.offer(next(iter(sheets.values())), "rows-set-aside", "Download the rows set aside (CSV)")
        return
    download.offer_zip(sheets, "rows-set-aside", f"Download the rows set aside ({len(sheets):,} files in a zip)")


def _show_empty() -> None:
    st.header("Nothing has been loaded yet", anchor=False)
    st.markdown("Here you see each table as Gleaner keeps it, and every row that was set aside with its reason.")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link("pages/data/upload.py", label="Drop a file", icon=":material/upload_file:")
        if session.chosen() == session.MINE:
            offer_sample("tables")
