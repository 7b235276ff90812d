"""This session: which workspace and version it looks at, through which filters. The only caches and the only clock.

The owner's own data and the sample live in two workspaces, two folders. Which one is looked at is part of the link.
"""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import plotly.graph_objects as go
import streamlit as st

from analytics import settings as configured
from analytics.errors import StoreError
from analytics.filters import Filters
from analytics.questions import Answer, ask, charts, question
from analytics.store import Store
from analytics.workspace import Workspace
from pages.ui.shown import Shown, say

MINE, SAMPLE = "mine", "sample"


def settings() -> configured.Settings:
    """Limits and places, as the environment sets them."""
    return configured.from_environment()


def chosen() -> str:
    """Which data is looked at, MINE or SAMPLE: as the link says at first, then as the switch says."""
    # A link may say anything; only the two names lead anywhere.
    return SAMPLE if st.session_state.get("data", st.query_params.get("data")) == SAMPLE else MINE


def choose(data: str) -> None:
    """Look at MINE or SAMPLE from the next run on; only from a widget's callback."""
    st.session_state["data"] = data


def workspace(data: str | None = None) -> Workspace:
    """The workspace that is looked at, or the one named."""
    return Workspace(settings().home / (data or chosen()))


def begin() -> None:
    """Look up once which version stands, so that a page is never drawn from two.

    Raises
    ------
    WorkspaceError  the workspace cannot be read.
    """
    st.session_state["version"] = workspace().current_version()


def version() -> int | None:
    """Number of the version that this run looks at; None when nothing has been loaded."""
    return st.session_state.get("version")


def notice() -> str | None:
    """What the owner should know about the version that was opened; None when all is well."""
    return _opened(_hex(str(workspace().path)), version(), workspace())[1] if version() is not None else None


def is_waiting_for_sample() -> bool:
    """Whether the sample is looked at but has not been loaded on this machine yet."""
    return chosen() == SAMPLE and version() is None


def filters() -> Filters:
    """What the sidebar restricts to."""
    return st.session_state.get("filters", Filters())


def today() -> date:
    """The day on this machine's calendar; for the names of downloads, never for numbers."""
    return date.today()


def theme() -> str:
    """'dark' or 'light', as the browser shows it."""
    return "dark" if st.context.theme.type == "dark" else "light"


def store() -> Store:
    """The version that is looked at, opened once per process.

    Raises
    ------
    StoreError  nothing has been loaded, or the version cannot be opened.
    """
    place, number = workspace(), version()
    if number is None:
        raise StoreError("Nothing has been loaded yet.", "Drop a file on the page Your files, or try the sample data.")
    return _opened(_hex(str(place.path)), number, place)[0]


def shown(name: str) -> Shown:
    """The answer to the question of that name, for the workspace, version and filters of this session.

    Raises
    ------
    UnknownQuestion, MissingTable, StoreError  as `ask`.
    """
    opened, restriction = store(), filters()
    return _shown(_hex(str(workspace().path)), opened.version, _asked(name, restriction), opened, name, restriction)


def figure(answer: Answer) -> go.Figure:
    """The chart of an answer, in the theme of this session."""
    asked = _hex(json.dumps([answer.question.name, answer.parameters], default=str))
    return _figure(_hex(str(workspace().path)), answer.version, asked, theme(), answer)


@st.cache_resource(show_spinner=False)
def pool() -> ThreadPoolExecutor:
    """Where files are loaded: one load at a time, untouched by clicks that rerun or leave the page."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="load")


def _asked(name: str, restriction: Filters) -> str:
    # Only what the question binds: choosing an owner asks nothing anew where nobody filters by owner.
    bound = restriction.parameters(question(name).parameters)
    return _hex(json.dumps([name, bound], default=str))


def _hex(text: str) -> str:
    # Cache keys made of loose text can collide between workspaces; a digest of fixed length cannot.
    return hashlib.sha256(text.encode()).hexdigest()


@st.cache_resource(max_entries=16, show_spinner=False)
def _opened(place: str, number: int, _workspace: Workspace) -> tuple[Store, str | None]:
    return _workspace.store(), _workspace.notice


# Answers and figures are frozen and nothing on screen writes to them, so every session shares one object: a copy for
# each rerun, which cache_data would make, is what a rerun would otherwise spend most of its time on.
@st.cache_resource(max_entries=512, show_spinner=False)
def _shown(place: str, number: int, asked: str, _store: Store, _name: str, _filters: Filters) -> Shown:
    return say(ask(_store, _name, _filters))


@st.cache_resource(max_entries=512, show_spinner=False)
def _figure(place: str, number: int, asked: str, look: str, _answer: Answer) -> go.Figure:
    # Rebuilt from its own dictionary, in which arrays are packed already; else each rerun packs them anew.
    return go.Figure(charts.dress(_answer.figure(), look).to_dict())
