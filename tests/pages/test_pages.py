"""Every page is listed, runs, has a title, shows its empty state and opens from a link."""

import re

import pytest
from streamlit.web.server.app_discovery import discover_asgi_app

from tests.pages.conftest import ROOT, open_app, said

FILES = sorted(
    str(file.relative_to(ROOT).as_posix())
    for file in (ROOT / "pages").glob("*/*.py")
    if file.parent.name != "ui" and file.name != "__init__.py"
)
NAMED = dict(re.findall(r'st\.Page\("(pages/[^"]+)", title="([^"]+)"', (ROOT / "app.py").read_text(encoding="utf-8")))
LISTED = list(NAMED)


def test_every_page_file_is_listed_in_the_app():
    assert sorted(LISTED) == FILES


def test_no_page_lies_directly_in_pages():
    # Such a file wakes Streamlit's old page finder: a link then opens the page without app.py.
    assert [file.name for file in (ROOT / "pages").glob("*.py") if file.name != "__init__.py"] == []


def test_streamlit_run_finds_the_server_and_not_a_page():
    assert discover_asgi_app(ROOT / "server.py").app_name == "app"


def test_the_table_of_contents_stays_short():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 60


@pytest.mark.parametrize("page", FILES)
def test_a_page_is_words_and_questions(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    assert text.startswith('"""')
    assert len(text.splitlines()) <= 50
    assert "<" not in text


@pytest.mark.parametrize("page", FILES)
def test_an_empty_page_has_a_title_and_says_what_to_do(page, home):
    app = open_app(page)
    assert not app.exception
    assert len(app.title) == 1
    wanted = {"Try it with sample data", "Drop"}
    labels = " ".join([*(button.label for button in app.button), said(app)])
    uploaders = app.get("file_uploader")
    assert any(word in labels for word in wanted) or uploaders


@pytest.mark.parametrize("page", FILES)
def test_a_page_with_the_sample_shows_no_error(page, sample_home):
    app = open_app(page, data="sample")
    assert not app.exception
    assert [error.value for error in app.error] == []
    assert len(app.title) == 1


@pytest.mark.parametrize("page", FILES)
def test_a_page_is_called_as_in_the_menu(page):
    assert f'st.title("{NAMED[page]}")' in (ROOT / page).read_text(encoding="utf-8")


def test_a_link_opens_the_sample(sample_home):
    app = open_app("pages/buyers/segments.py", data="sample")
    assert app.segmented_control(key="data").value == "sample"
    assert "customers give" in said(app)


def test_a_link_carries_the_filters(sample_home):
    app = open_app("pages/buyers/segments.py", data="sample", period="Last 12 months")
    assert app.selectbox(key="period").value == "year"
    assert "Since" in said(app) or "From" in said(app)


def test_a_link_with_nonsense_opens_the_owners_data(home):
    app = open_app(data="../../etc", period="never", as_of="soon")
    assert not app.exception
    assert app.segmented_control(key="data").value == "mine"


def test_the_sample_never_mixes_with_the_owners_data(sample_home):
    app = open_app(data="sample")
    app.segmented_control(key="data").set_value("mine").run()
    assert not app.exception
    assert "things to act on" not in said(app)
    assert not (sample_home / "mine").exists()


def test_filters_are_sent_once_their_fold_is_open(sample_home):
    app = open_app("pages/buyers/segments.py", data="sample")
    assert [each.key for each in app.selectbox] == []
    app.session_state["filter-fold"] = True
    app.run()
    assert [each.key for each in app.selectbox] == ["period", "owner", "path"]


def test_filters_survive_a_change_of_page(sample_home):
    app = open_app("pages/buyers/segments.py", data="sample")
    app.session_state["filter-fold"] = True
    app.run()
    app.selectbox(key="period").set_value("year").run()
    app.switch_page("pages/today/today.py").run()
    assert app.selectbox(key="period").value == "year"
    assert app.segmented_control(key="data").value == "sample"
