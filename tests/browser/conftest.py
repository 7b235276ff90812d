"""A server and a browser for the whole run; a page of its own for each test, watched for what must not happen."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser import running

LIGHT = {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}}
# Opened by a link to a page, Streamlit first looks for its server below that page, then above it.
PROBES = ("/_stcore/health", "/_stcore/host-config")


@dataclass(frozen=True)
class Watched:
    """What a page did that it must not do."""

    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def address(home) -> Iterator[str]:
    if running.chromium() is None:
        pytest.fail("Browser tests need Chromium: install the package chromium.")
    with running.server(home) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with running.browser() as found:
        yield found


@pytest.fixture
def page(chromium, request) -> Iterator[Page]:
    """A page with a fresh profile; afterwards nothing may have left this machine, failed or complained."""
    look = getattr(request, "param", LIGHT)
    context = chromium.new_context(**look, accept_downloads=True)
    opened = context.new_page()
    watched = Watched()
    opened.on("request", lambda asked: _note_outside(watched, asked.url))
    opened.on("websocket", lambda asked: _note_outside(watched, asked.url))
    opened.on("console", lambda message: _note_complaint(watched, message))
    opened.on("pageerror", lambda error: watched.complaints.append(str(error)))
    yield opened
    boxes = opened.locator("[data-testid=stException]").count()
    context.close()
    assert watched.outside == []
    assert watched.complaints == []
    assert boxes == 0


def ask(workspace: Path, question: str) -> dict:
    """The answer of the command line, to compare the screen with."""
    command = [sys.executable, "-m", "analytics", "ask", question, "--workspace", str(workspace)]
    done = subprocess.run(command, cwd=running.ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _note_outside(watched: Watched, url: str) -> None:
    found = urlsplit(url)
    if found.hostname not in (None, "127.0.0.1"):
        watched.outside.append(url)


def _note_complaint(watched: Watched, message: ConsoleMessage) -> None:
    source = (message.location or {}).get("url", "")
    if message.type == "error" and not source.endswith(PROBES):
        watched.complaints.append(f"{message.text} ({source})")
