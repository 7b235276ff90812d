"""This session: which workspace and version it looks at, through which filters. The only caches and the only clock.

The owner's own data and the sample live in two workspaces, two folders. Which one is looked at is part of the link.
"""

import getpass
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from datetime import UTC, date, datetime

import streamlit as st

from analytics import settings as configured
from analytics.errors import StoreError
from analytics.filters import Filters
from analytics.questions import Answer, ask, dressing, question
from analytics.store import Store
from analytics.workspace import Workspace
from pages.ui import looked_at as looking
from pages.ui.kept import Kept
from pages.ui.shown import Drawn, Shown, say

MINE, SAMPLE = "mine", "sample"

_OPENED = Kept(16)
_SHOWN = Kept(512)
_FIGURES = Kept(512)


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
    looked_at = looking.looked_at()
    if data is None and looked_at:
        return looked_at.workspace
    return Workspace(settings().home / (data or chosen()))


def begin() -> None:
    """Look up once which version stands, so that a page is never drawn from two.

    Raises
    ------
    WorkspaceError  the workspace cannot be read.
    """
    looking.look_at(workspace(chosen()))


def version() -> int | None:
    """Number of the version that this run looks at; None when nothing has been loaded."""
    looked_at = looking.looked_at()
    return looked_at.version if looked_at else None


def revision() -> int:
    """How much people had written down when this run began; answers that read it are asked anew when it grows."""
    looked_at = looking.looked_at()
    return looked_at.revision if looked_at else 0


def notice() -> str | None:
    """What the owner should know about the version that was opened; None when all is well."""
    return _opened()[1] if version() is not None else None


def is_waiting_for_sample() -> bool:
    """Whether the sample is looked at but has not been loaded on this machine yet."""
    return chosen() == SAMPLE and version() is None


def filters() -> Filters:
    """The part of the data that is looked at."""
    return looking.restricted_to()


def restrict(to: Filters) -> None:
    """Look at this part of the data only, from here to the end of this run."""
    looking.restrict(to)


def today() -> date:
    """The day on this machine's calendar; for the names of downloads, never for numbers."""
    return date.today()


def now() -> datetime:
    """This moment, UTC; for what people write down, never for numbers."""
    return datetime.now(UTC).replace(tzinfo=None)


def who() -> str:
    """Who writes here: the name typed in this session, else that of the account on this machine."""
    try:
        account = getpass.getuser()
    except (OSError, KeyError):  # a machine may have no name for the account that the program runs under
        account = ""
    return st.session_state.get("who") or account or "somebody"


def theme() -> str:
    """'dark' or 'light', as the browser shows it."""
    return "dark" if st.context.theme.type == "dark" else "light"


def store() -> Store:
    """The version that is looked at, opened once per process.

    Raises
    ------
    StoreError  nothing has been loaded, or the version cannot be opened.
    """
    if version() is None:
        raise StoreError("Nothing has been loaded yet.", "Drop a file on the page Your files, or try the sample data.")
    return _opened()[0]


def shown(name: str) -> Shown:
    """The answer to the question of that name, for the workspace, version and filters of this session.

    Raises
    ------
    UnknownQuestion, MissingTable, StoreError  as `ask`.
    """
    opened, restriction = store(), _bound(name)
    key = (workspace().path, opened.version, _revision_for(name), name, restriction)
    return _SHOWN.get(key, lambda: say(ask(opened, name, restriction)))


def figure(answer: Answer) -> Drawn:
    """The chart of an answer, in the theme of this session."""
    look = theme()
    asked = answer.question.name
    key = (workspace().path, answer.version, _revision_for(asked), asked, tuple(answer.parameters.items()), look)
    return _FIGURES.get(key, lambda: Drawn(dressing.dress(answer.figure(), look)))


@st.cache_resource(show_spinner=False)
def pool() -> ThreadPoolExecutor:
    """Where files are loaded: one load at a time, untouched by clicks that rerun or leave the page."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="load")


def _bound(name: str) -> Filters:
    # Only what the question binds: choosing an owner asks nothing anew where nobody filters by owner.
    bound, chosen_filters = question(name).parameters, filters()
    return Filters(**{each.name: getattr(chosen_filters, each.name) for each in fields(Filters) if each.name in bound})


def _revision_for(name: str) -> int:
    """What a question that reads no entries answers does not change when somebody writes one."""
    return revision() if "entries" in question(name).uses else 0


def _opened() -> tuple[Store, str | None]:
    place = workspace()
    return _OPENED.get((place.path, version(), revision()), lambda: (place.store(), place.notice))
