"""Rows that were set aside: why, in an owner's words, the rows themselves, and all of them to take away."""

import json
import re
from collections import Counter
from pathlib import PurePath

import pandas as pd
import streamlit as st

from analytics.ingest.receipt import Receipt
from pages.ui import download, session
from pages.ui.words import words

SHOWN_ROWS = 200
# What a name of a file inside a zip may not hold.
UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
# Where the row stands and why it was set aside, before what stood in it: a phone shows three columns.
TOLD = ("file", "row_number", "reason", "column", "value", "row_text", "table_name", "sheet")
CALLED = {
    "row_number": "Row",
    "reason": "Set aside because",
    "column": "Column",
    "value": "What stands there",
    "row_text": "The whole row",
    "table_name": "Read as",
}
WHY = CALLED["reason"]
REASONS = {
    "missing_required": "a needed cell is empty",
    "unread_required": "a needed cell cannot be read",
    "total_row": "totals of other rows",
    "note": "lines of text",
    "repeated_header": "the column names once more",
    "group_heading": "headings between the rows",
    "not_a_sale": "no sale",
    "not_paid": "not paid",
    "no_show": "did not come",
}


def reasons(counts: dict[str, int]) -> str:
    """Why rows were set aside, the commonest reason first: a needed cell is empty (2), totals of other rows (1)."""
    told = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{REASONS.get(code) or words(code).lower()} ({count:,})" for code, count in told)


def show_rows_of(receipt: Receipt, place: str) -> None:
    """A fold with the rows of one sheet; they are read only while it is open.

    place : where on the page the receipt stands; it may stand there twice.
    """
    key = f"aside-{place}-{receipt.upload_id}-{receipt.sheet}-{receipt.part}"
    count = receipt.rows_set_aside
    title = "The row set aside" if count == 1 else f"The {count:,} rows set aside"
    fold = st.expander(title, icon=":material/rule:", key=key, on_change="rerun")
    if not fold.open:
        return
    with fold:
        rows = pd.DataFrame(session.workspace().rejects(receipt.upload_id, (receipt.sheet, receipt.part)))
        st.caption(
            "These rows count nowhere. Totals need nothing done; the others can be put right in the file: "
            "then drop it again."
        )
        show_rows(rows)
        download.offer(to_mend(rows), "rows-set-aside", "Download the rows set aside (CSV)", key)


def row_in_words(row_text: str) -> str:
    """What stood in the row, cell by cell: 'Order No: 3; Amount: 300.00'; empty cells are left out."""
    return "; ".join(f"{header}: {cell}" for header, cell in json.loads(row_text).items() if cell not in (None, ""))


def to_mend(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows under the headers of their file, and why each was set aside: put right there, they can be dropped."""
    held = pd.DataFrame([json.loads(text) for text in rows["row_text"]], dtype=object)
    why = [f"Row {number}: {reason}" for number, reason in zip(rows["row_number"], rows["reason"], strict=True)]
    return held.assign(**{WHY: why})


def by_sheet(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Each sheet's rows to mend, by the name of its file, and of the sheet where the file has several.

    rows : as `to_mend`, with the columns file and sheet.
    """
    sheets = list(rows.fillna({"sheet": ""}).groupby(["file", "sheet"], sort=False))
    files = Counter(file for (file, _), _ in sheets)
    stems = Counter(PurePath(file).stem for file in files)
    found = {}
    for (file, sheet), held in sheets:
        stem = PurePath(file).stem
        name = stem if stems[stem] == 1 else file
        safe = UNSAFE.sub("_", f"{name}-{sheet}" if files[file] > 1 else name)
        # Two names may be the same once what no file name holds is gone.
        found[f"{safe}-{len(found) + 1}" if safe in found else safe] = to_mend(held)
    return found


def show_rows(rows: pd.DataFrame) -> None:
    """The first rows as a table: where each stands, why it was set aside and what stood in it."""
    if len(rows) > SHOWN_ROWS:
        st.caption(f"The first {SHOWN_ROWS} of {len(rows):,} rows; the download holds all.")
    # The reason is there as a sentence; its code is for the download.
    shown = rows[[name for name in TOLD if name in rows and rows[name].notna().any()]].head(SHOWN_ROWS)
    st.dataframe(
        shown.assign(
            table_name=shown["table_name"].map(words, na_action="ignore"),
            row_text=shown["row_text"].map(row_in_words, na_action="ignore"),
        ),
        column_config={name: CALLED.get(name) or words(name) for name in shown.columns},
        hide_index=True,
        placeholder="",
        alt="Rows that were set aside, with reasons",
    )
