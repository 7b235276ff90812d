"""The drop zone, and what happened to the files that were dropped."""

import streamlit as st

from analytics.ingest.receipt import Receipt
from analytics.ingest.recognise.choice import Choice
from analytics.workspace import LoadOptions
from pages.ui import loading, session
from pages.ui.receipt import show_receipt

UPLOADER = "dropped"
JOB = "job"


def show_drop_zone() -> None:
    """Take files, load them at once, show the steps and then one receipt per sheet."""
    st.file_uploader(
        "Drop spreadsheets here: CSV, TSV, Excel or OpenDocument, several at once if you like",
        accept_multiple_files=True,
        max_upload_size=session.settings().upload_mebibytes,
        # A new key after each load: only so does the server let go of the files that it holds in memory.
        key=_uploader_key(),
        on_change=_take,
    )
    if session.chosen() == session.SAMPLE:
        st.caption("You are looking at the sample. A file that you drop here goes into your own data, apart from it.")
    show_load()


def read_again(receipt: Receipt, choice: Choice | None) -> None:
    """Read a kept upload once more, the way the owner says; None: forget what was said."""
    st.session_state[JOB] = loading.read_again(session.workspace(), receipt, choice)


def load_again(upload_id: str) -> None:
    """Load a kept file that was taken out, as if it were dropped again."""
    place = session.workspace()
    st.session_state[JOB] = loading.start(place, [place.kept(upload_id)], LoadOptions())


def forget_load() -> None:
    """Show what the last load brought no longer: it is not so any more."""
    st.session_state.pop(JOB, None)


def show_load() -> None:
    """The load that this session began last: its steps while it runs, its receipts from then on."""
    job = st.session_state.get(JOB)
    if job is None or job.place != session.workspace().path:
        return
    ended_before = job.future.done()
    receipts = loading.watch(job)
    if not ended_before:
        # The sidebar and the line above the page were drawn while the old version stood.
        st.rerun()
    for receipt in receipts:
        show_receipt(receipt, read_again, "now")


def _uploader_key() -> str:
    return f"{UPLOADER}-{st.session_state.setdefault('uploads_taken', 0)}"


def _take() -> None:
    uploads = st.session_state[_uploader_key()]
    if not uploads:
        return
    files, scratch = loading.copied(uploads)
    st.session_state["uploads_taken"] += 1
    # Whatever was looked at: an owner's file never lands among the sample.
    session.choose(session.MINE)
    st.session_state[JOB] = loading.start(session.workspace(session.MINE), files, LoadOptions(), scratch)
