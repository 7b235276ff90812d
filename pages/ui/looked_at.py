"""What one run of the script looks at: found out when it begins, then asked for dozens of times while it draws.

Apart from st.session_state, which stops to look for a new request at each question.
"""

import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from analytics.filters import Filters
from analytics.workspace import Workspace
from analytics.workspace.layout import Layout
from pages.ui.kept import Kept

# A disk may give two writes within one tick of its clock the same time: only what is older than this is settled.
SETTLED_SECONDS = 2.0
# Beside the catalogue; what is written lies there first.
_LOG = "-wal"

_STANDING = Kept(64)
# A run has a thread of its own; what runs before or beside it (a callback, a fragment) finds the same in the session.
_RUN = threading.local()


@dataclass(frozen=True)
class LookedAt:
    """What one run of the script looks at, from its start to its end.

    version  : None when nothing is loaded.
    revision : how much people had written down by then.
    """

    workspace: Workspace
    version: int | None
    revision: int


def look_at(place: Workspace) -> None:
    """Find out which version of that workspace stands and keep to it for this run.

    Raises
    ------
    WorkspaceError  the workspace cannot be read.
    """
    _remember("looked_at", LookedAt(place, *_standing(place)))


def looked_at() -> LookedAt | None:
    """What this run looks at; None before it began."""
    return _recall("looked_at")


def restrict(filters: Filters) -> None:
    """Look at this part only."""
    _remember("filters", filters)


def restricted_to() -> Filters:
    """The part that is looked at; everything until somebody restricts it."""
    return _recall("filters") or Filters()


def _remember(name: str, value: object) -> None:
    setattr(_RUN, name, value)
    st.session_state[name] = value


def _recall(name: str) -> object:
    found = getattr(_RUN, name, None)
    return found if found is not None else st.session_state.get(name)


def _standing(place: Workspace) -> tuple[int | None, int]:
    """Version and revision; read anew only when somebody wrote, for opening the catalogue takes as long as a chart."""
    catalogue = Layout(place.path.absolute()).catalogue
    state = _state(catalogue)
    if state is None or not _is_settled(state):
        return _read(place)
    return _STANDING.get((catalogue, state), lambda: _read(place))


def _read(place: Workspace) -> tuple[int | None, int]:
    return place.current_version(), place.diary.revision()


def _state(catalogue: Path) -> tuple | None:
    """Which files the catalogue consists of, how long they are and when they were written to; None without one."""
    try:
        found = catalogue.stat()
    except FileNotFoundError:
        return None
    try:
        log = catalogue.with_name(f"{catalogue.name}{_LOG}").stat()
    except FileNotFoundError:
        return (_told(found),)
    return _told(found), _told(log)


def _told(found: os.stat_result) -> tuple[int, int, int, int]:
    # The time of change beside that of writing: a copy that is put back may bring its old time along.
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _is_settled(state: tuple) -> bool:
    newest = max(max(written, changed) for *_, written, changed in state)
    return time.time_ns() - newest > SETTLED_SECONDS * 1e9
