"""A server and a browser for the whole run; a page of its own for each test, watched for what must not happen."""

import contextlib
import io
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from analytics.__main__ import DONE, main
from pages.ui.session import SAMPLE
from tests.browser import running
from tests.samples import sample_workspace

LIGHT = {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}}
# Opened by a link to a page, Streamlit first looks for its server below that page, then above it.
PROBES = ("/_stcore/health", "/_stcore/host-config")


@dataclass(frozen=True)
class Watched:
    """What a page did that it must not do."""

    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory) -> Path:
    """Where the sample has been loaded and the owner's workspace is empty; whoever uses it leaves the latter so."""
    place = tmp_path_factory.mktemp("sample")
    shutil.copytree(sample_workspace().path, place / "gleaner" / SAMPLE)
    return place


@pytest.fixture(scope="session")
def sample_address(sample_home) -> Iterator[str]:
    with running.server(sample_home) as found:
        yield found


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """Where nothing has been loaded yet, one for each file of tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def address(home) -> Iterator[str]:
    with running.server(home) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if running.chromium() is None:
        pytest.fail("Browser tests need Chromium: install the package chromium.")
    with running.browser() as found:
        yield found


@pytest.fixture(scope="session")
def profiles(chromium) -> dict[str, BrowserContext]:
    """One profile for each look: opened in a fresh one, a page first compiles Streamlit's scripts for five seconds."""
    return {}


@pytest.fixture
def page(chromium, profiles, request) -> Iterator[Page]:
    """A page of its own; afterwards nothing may have left this machine, failed or complained."""
    look = getattr(request, "param", LIGHT)
    if str(look) not in profiles:
        profiles[str(look)] = running.context(chromium, **look, accept_downloads=True)
    opened = profiles[str(look)].new_page()
    watched = Watched()
    opened.on("request", lambda asked: _note_outside(watched, asked.url))
    opened.on("websocket", lambda asked: _note_outside(watched, asked.url))
    opened.on("console", lambda message: _note_complaint(watched, message))
    opened.on("pageerror", lambda error: watched.complaints.append(str(error)))
    yield opened
    boxes = opened.locator("[data-testid=stException]").count()
    opened.close()
    assert watched.outside == []
    assert watched.complaints == []
    assert boxes == 0


def ask(workspace: Path, question: str) -> dict:
    """The answer of the command line, to compare the screen with."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert main(["ask", question, "--workspace", str(workspace)]) == DONE, said.getvalue()
    return json.loads(said.getvalue())


def _note_outside(watched: Watched, url: str) -> None:
    found = urlsplit(url)
    if found.hostname not in (None, "127.0.0.1"):
        watched.outside.append(url)


def _note_complaint(watched: Watched, message: ConsoleMessage) -> None:
    source = (message.location or {}).get("url", "")
    if message.type == "error" and not source.endswith(PROBES):
        watched.complaints.append(f"{message.text} ({source})")
