"""Pages run against workspaces of their own, never the one of whoever runs the tests."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import session
from tests.samples import sample_workspace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """An empty place for workspaces."""
    monkeypatch.setenv("GLEANER_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="session")
def loaded_home(tmp_path_factory) -> Path:
    """A place where the sample has been loaded and the owner's workspace is empty."""
    place = tmp_path_factory.mktemp("loaded")
    shutil.copytree(sample_workspace().path, place / session.SAMPLE)
    return place


@pytest.fixture
def sample_home(loaded_home, monkeypatch) -> Path:
    monkeypatch.setenv("GLEANER_HOME", str(loaded_home))
    return loaded_home


def open_app(page: str | None = None, **query: str) -> AppTest:
    """The app as a link opens it; `page` is the file of a page."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page(page).run() if page else app


def said(app: AppTest) -> str:
    """Every text on the page, one a line."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.error, app.warning)
    return "\n".join(element.value for kind in kinds for element in kind)
