"""The versions of the data: when each was made, why and of which files, and a way back to it."""

import streamlit as st

from analytics import labels
from analytics.errors import WorkspaceError
from analytics.workspace.records import Version
from pages.ui import session
from pages.ui.uploading import forget_load

NEWEST, NAMED = 10, 4
WHY = {
    "load": "files were loaded",
    "undo": "a file was taken out or read again",
    "choice": "your rules or letters were changed",
    "match": "somebody said who is one person and who is two",
    "rebuild": "worked out anew by a newer Gleaner",
}


def show_versions() -> None:
    """A fold with the versions, newest first; nothing where there is only one."""
    versions = session.workspace().versions()[::-1]
    if len(versions) < 2:
        return
    title = f"Go back to another version ({len(versions):,} kept)"
    fold = st.expander(title, icon=":material/history:", key="versions", on_change="rerun")
    if not fold.open:
        return
    with fold:
        st.caption(
            "Each load, rule and decision makes a version, and all are kept: you can go back and forth. What was "
            "written down since stays; rules and decisions made since count again from the next load on."
        )
        is_all = len(versions) > NEWEST and st.toggle(f"Show all {len(versions):,}, not only the newest {NEWEST}")
        for version in versions if is_all else versions[:NEWEST]:
            _show_version(version)


def _show_version(version: Version) -> None:
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        told = f"**Version {version.number:,}, {_when(version)}**: {WHY.get(version.reason, version.reason)}. "
        st.markdown(told + labels.markdown(_files(version)), width="stretch")
        if version.is_current:
            st.badge("In use now", icon=":material/check:", color="green")
        else:
            key = f"back-{version.number}"
            st.button("Go back to this one", key=key, on_click=_go_back, args=(version.number,))


def _when(version: Version) -> str:
    try:
        made_at = session.workspace().made_at(version.number)
    except WorkspaceError:
        return "damaged"
    return f"{made_at:%Y-%m-%d %H:%M} UTC" if made_at else "day not kept"


def _files(version: Version) -> str:
    """Its files by name, the first few of many."""
    names = [upload.name for upload in session.workspace().uploads() if upload.sequence in version.uploads]
    if not names:
        return "It holds no file."
    more = len(names) - NAMED
    listed = ", ".join(names[:NAMED]) + (f" and {more:,} more" if more > 0 else "")
    return f"{'Its file' if len(names) == 1 else 'Its files'}: {listed}."


def _go_back(number: int) -> None:
    before = session.workspace().current_version()
    try:
        session.workspace().go_back(number)
    except WorkspaceError as error:
        st.session_state["undo_problem"] = f"{error.what} {error.fix}"
        return
    forget_load()
    st.session_state["undone"] = (
        f"Every page shows version {number} now. Version {before} is kept: go back to it below."
    )
