"""The uploads that are kept, newest first, each with its receipts and a way to take it back."""

import streamlit as st

from analytics import labels
from analytics.errors import WorkspaceError
from analytics.questions.answer import BRINGS
from analytics.workspace.records import Upload
from pages.ui import session
from pages.ui.lacking import brings, offer_sample
from pages.ui.receipt import show_receipt
from pages.ui.uploading import forget_load, load_again, read_again
from pages.ui.versions import show_versions
from pages.ui.words import words


def show_uploads() -> None:
    """One fold per upload; what is part of the data first."""
    uploads = _last_of_each(session.workspace().uploads())
    if not uploads:
        _show_what_can_be_read()
        return
    st.header("Files loaded so far", anchor=False)
    if problem := st.session_state.pop("undo_problem", None):
        st.error(labels.markdown(problem))
    if told := st.session_state.pop("undone", None):
        st.success(labels.markdown(told), icon=":material/undo:")
    for upload in uploads:
        title = labels.markdown(f"{upload.name}: {_size(upload.byte_count)}, {_state(upload)}")
        # Its receipts are read only while the fold is open.
        fold = st.expander(title, key=f"upload-{upload.upload_id}", on_change="rerun")
        if fold.open:
            with fold:
                _show_upload(upload)
    if session.chosen() == session.MINE:
        show_versions()


def _show_upload(upload: Upload) -> None:
    for receipt in session.workspace().receipts(upload.upload_id):
        show_receipt(receipt, read_again, "kept")
    if session.chosen() == session.MINE:
        _show_undo(upload)


def _show_undo(upload: Upload) -> None:
    if not upload.is_active:
        if not upload.landed:
            st.caption("Its rows do not count now. Answer above what it holds to use it.")
            return
        st.caption("Its rows do not count now. The file itself is kept.")
        st.button(
            "Use this file again",
            icon=":material/redo:",
            key=f"redo-{upload.upload_id}",
            on_click=load_again,
            args=(upload.upload_id,),
        )
        return
    st.button(
        "Take this file out",
        icon=":material/undo:",
        key=f"undo-{upload.upload_id}",
        on_click=_undo,
        args=(upload,),
        help="Its rows no longer count. The file itself is kept and can be used again.",
    )


def _undo(upload: Upload) -> None:
    try:
        session.workspace().undo(upload.upload_id)
    except WorkspaceError as error:
        st.session_state["undo_problem"] = f"{error.what} {error.fix}"
        return
    forget_load()
    st.session_state["undone"] = f"{upload.name} is taken out: its rows count nowhere now. Below it can be used again."


def _state(upload: Upload) -> str:
    if upload.is_active:
        return "in use"
    return "not in use" if upload.landed else "not in use, see what it needs"


def _show_what_can_be_read() -> None:
    """Which files are of use, for somebody who has not loaded any."""
    st.header("What you can drop", anchor=False)
    st.markdown("\n".join(f"- **{words(table)}**: {brings((table,))}" for table in BRINGS))
    st.caption("Column names need not match: names in five languages are known, and you see what each is taken for.")
    offer_sample("uploads")


def _last_of_each(uploads: list[Upload]) -> list[Upload]:
    """Each file once, as loaded last; those in use first, then the newest."""
    last = {upload.upload_id: upload for upload in sorted(uploads, key=lambda each: (each.is_active, each.sequence))}
    return sorted(last.values(), key=lambda upload: (not upload.is_active, -upload.sequence))


def _size(byte_count: int) -> str:
    if not byte_count:
        return "empty"
    return f"{max(byte_count / 1024, 1):,.0f} kB" if byte_count < 1024 * 1024 else f"{byte_count / 1024 / 1024:,.1f} MB"
