"""The production entry: app.py behind security headers, warmed up before the first visitor.

Start it with `streamlit run server.py`. `streamlit run app.py` shows the same pages without what stands here.
"""

import base64
import gc
import hashlib
import importlib
import logging
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import wraps
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.pages_manager import PagesManager

from analytics import labels
from analytics.errors import GleanerError

LOG = logging.getLogger("gleaner")
HEAVY = ("pandas", "pyarrow", "duckdb", "plotly.graph_objects", "plotly.io", "scipy.stats", "analytics.workspace")


def inline_scripts() -> list[str]:
    """Digest of each script that stands inside Streamlit's own page, as a Content-Security-Policy names it."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def policy() -> str:
    """What a page of the app may load and where it may send: this server, and nothing else."""
    allowed = {
        "default-src": "'self'",
        "script-src": f"'self' {' '.join(inline_scripts())}",
        # Streamlit and Plotly write styles while they run; under this policy a style can send nothing anywhere.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{kind} {sources}" for kind, sources in allowed.items())


class SecurityHeaders:
    """Adds the headers to every answer; not Starlette's base class, which would copy the body of each upload."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": policy(),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


@asynccontextmanager
async def warm(_: st.App) -> AsyncIterator[None]:
    """Import what the first page would wait for, then keep it out of the garbage collector's sight."""
    for name in HEAVY:
        importlib.import_module(name)
    from analytics.questions import questions

    for each in questions().values():
        importlib.import_module(each.module.__name__)
    # Without this every full collection walks through all imported modules.
    gc.collect()
    gc.freeze()
    # A rerun makes some ten thousand objects that are gone when it ends: look for those left over once a rerun, not
    # fifteen times. Streamlit's own full collection after each rerun is off (postScriptGC in .streamlit/config.toml).
    gc.set_threshold(10_000, 10, 10)
    yield


def say_what_happened(error: Exception) -> bool:
    """One calm sentence instead of a traceback, which goes to the log; True: it has been shown."""
    LOG.error("A page failed", exc_info=error)
    if isinstance(error, GleanerError):
        st.error(f"{labels.markdown(error.what)}\n\n{labels.markdown(error.fix)}")
    else:
        st.error(
            "This page could not be shown. Your data is as it was. Reload the page; if it happens again, the log of "
            "the program says why."
        )
    return True


# The folder pages/ is ours, with a list of its own in app.py. Streamlit's old page finder would look into it for the
# first visitor after a start and tell one who comes by a link that the page does not exist.
PagesManager.uses_pages_directory = False


def once(fill: Callable[..., None]) -> Callable[..., None]:
    """The same, worked out once a section: at each rerun Streamlit reads the whole theme from its settings anew."""
    made: dict[str, CustomThemeConfig] = {}

    @wraps(fill)
    def filled(theme: CustomThemeConfig, section: str = "theme") -> None:
        if section not in made:
            told = CustomThemeConfig()
            fill(told, section)
            made[section] = told
        if made[section].ListFields():
            theme.MergeFrom(made[section])

    return filled


# A tenth of what a rerun costs beside the page itself; a test compares what is sent.
app_session._populate_theme_msg = once(app_session._populate_theme_msg)


# What stands around a script; bench/ puts its own script there.
AROUND = {
    "lifespan": warm,
    "middleware": [Middleware(SecurityHeaders)],
    "on_script_error": say_what_happened,
}

# Written out: `streamlit run` reads this line without running it, and takes a file without it for a page.
app = st.App(Path(__file__).parent / "app.py", **AROUND)
