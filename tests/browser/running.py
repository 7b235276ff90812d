"""The real server and a real browser, for tests and for pictures."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, TimeoutError, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_SECONDS = 90
# How long a list may take to open, and how often it is opened anew when something drawn just then closed it.
LIST_MILLISECONDS = 5000
LIST_TRIES = 6
# A click is on its way before Streamlit's own state says that anything runs: what is sent and what is answered is
# noted, and calm is when everything has been answered, drawn, and stayed so for a moment.
NOTE_MESSAGES = """
    window.gleaner = {waiting: false, last: performance.now(), calm: 0};
    const note = waiting => Object.assign(window.gleaner, {waiting, last: performance.now()});
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (...data) {
        if (!this.isNoted) {
            this.isNoted = true;
            this.addEventListener('message', () => note(false));
        }
        note(true);
        return send.apply(this, data);
    };
"""
IS_CALM = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    const all = (which, holds) => [...document.querySelectorAll(which)].every(holds);
    const isCalm = app && app.getAttribute('data-test-script-state') === 'notRunning'
        && !window.gleaner.waiting && performance.now() - window.gleaner.last > 100
        && document.querySelector('h1') && document.fonts.status === 'loaded'
        && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')
        // Charts are drawn by a bundle that arrives later than the page.
        && all('[data-testid=stPlotlyChart]', chart => chart.querySelector('.main-svg'));
    window.gleaner.calm = isCalm ? window.gleaner.calm + 1 : 0;
    return window.gleaner.calm >= 2;
}"""
PAGES = {
    "today": "",
    "upload": "upload",
    "people": "people",
    "tables": "tables",
    "rules": "rules",
    "segments": "segments",
    "customer": "customer",
    "pulse": "pulse",
    "repeat": "repeat",
    "satisfaction": "satisfaction",
    "referrals": "referrals",
    "worth": "worth",
    "outreach": "outreach",
    "leaks": "leaks",
    "paths": "paths",
    "reasons": "reasons",
    "times": "times",
    "audience": "audience",
    "asks": "asks",
    "scores": "scores",
    "prospect": "prospect",
    "profile": "profile",
    "report_card": "report_card",
}


def chromium() -> str | None:
    """Where this machine keeps Chromium; None when it has none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextlib.contextmanager
def server(home: Path) -> Iterator[str]:
    """The address of a server of its own, with its workspaces in `home`."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "server.py", "--server.port", str(port)]
    log = (home / "server.log").open("w")
    process = subprocess.Popen(
        [*command, "--server.headless", "true"],
        cwd=ROOT,
        env={**os.environ, "GLEANER_HOME": str(home / "gleaner")},
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait_until_healthy(port, process, home / "server.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """Chromium with a fresh profile."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield found
        found.close()


def context(opened: Browser, **look) -> BrowserContext:
    """A fresh profile whose pages can be settled."""
    found = opened.new_context(**look)
    found.add_init_script(NOTE_MESSAGES)
    return found


def as_shown(text: str) -> str:
    """A sentence with days, as it stands on screen: no line breaks within a day."""
    return text.replace("-", "-\u2060")


def settle(page: Page) -> None:
    """Wait until the page has been drawn and nothing runs or is on its way any more."""
    page.wait_for_function(IS_CALM, polling=50, timeout=PATIENCE_SECONDS * 1000)


def go(page: Page, path: str) -> None:
    """Follow the link to a page in the sidebar, as people do: nothing is loaded anew."""
    page.locator(f"[data-testid=stSidebar] a[href='{path}']").click()
    page.wait_for_url(re.compile(f"/{path}(\\?|$)"))
    settle(page)


def choose(box: Locator, option: str) -> None:
    """Choose in a box by typing; what is drawn meanwhile may close the list, so it is opened until the box holds it."""
    page = box.page
    for _ in range(LIST_TRIES):
        with contextlib.suppress(TimeoutError, AssertionError):
            box.fill(option)
            page.get_by_role("option", name=option).first.click(timeout=LIST_MILLISECONDS)
            expect(box).to_have_value(re.compile(re.escape(option)), timeout=LIST_MILLISECONDS)
            return settle(page)
        # What was typed and not chosen goes; what was chosen after all stays, and typed again it would open no list.
        box.blur()
        settle(page)
        if option in box.input_value():
            return None
    raise AssertionError(f"{option} was not taken")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait_until_healthy(port: int, process: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise AssertionError(f"no answer within {PATIENCE_SECONDS} s: {log.read_text()}")
