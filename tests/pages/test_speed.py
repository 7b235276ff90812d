"""What keeps a rerun short: values made once, long tables cut, folds unsent; and what the benchmark drives."""

import copy
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.testing.v1 import AppTest

import server  # noqa: F401  what it does to Streamlit is tested here
from analytics.questions import ask
from pages.ui.columns import columns
from pages.ui.kept import Kept
from pages.ui.listing import FIRST_ROWS
from tests.pages.conftest import ROOT, open_app
from tests.samples import sample_store

SESSIONS = 8


def test_a_value_that_eight_sessions_ask_for_at_once_is_made_once():
    kept, made, together = Kept(4), [], Barrier(SESSIONS)

    def make() -> str:
        made.append(1)
        time.sleep(0.05)
        return "answer"

    def ask(_: int) -> str:
        together.wait()
        return kept.get("question", make)

    with ThreadPoolExecutor(SESSIONS) as sessions:
        assert set(sessions.map(ask, range(SESSIONS))) == {"answer"}
    assert len(made) == 1


def test_what_could_not_be_made_is_tried_again():
    kept = Kept(4)
    with pytest.raises(ZeroDivisionError):
        kept.get("question", lambda: 1 // 0)
    assert kept.get("question", lambda: "answer") == "answer"


def test_the_value_that_nobody_asked_for_longest_goes_first():
    kept = Kept(2)
    kept.get("old", lambda: "first")
    kept.get("new", lambda: "first")
    kept.get("old", lambda: "made again")
    kept.get("newest", lambda: "first")
    assert kept.get("old", lambda: "made again") == "first"
    assert kept.get("new", lambda: "made again") == "made again"


def test_a_long_table_starts_with_its_first_rows_and_shows_all_when_asked(sample_home):
    app = open_app("pages/buyers/segments.py", data="sample")
    assert len(app.dataframe[0].value) == FIRST_ROWS
    switch = next(toggle for toggle in app.toggle if toggle.key.startswith("all-buyers/pareto"))
    assert "Show all 400" in switch.label
    switch.set_value(True).run()
    assert len(app.dataframe[0].value) == 400


def test_a_list_of_the_first_alone_says_of_how_many(sample_home):
    app = open_app("pages/prospects/scores.py", data="sample")
    count = ask(sample_store(), "prospects/opportunity_or_lead").summary["prospect_count"]
    switch = next(toggle for toggle in app.toggle if toggle.key.startswith("all-prospects/opportunity_or_lead"))
    listed = int(switch.label.split()[1].replace(",", ""))
    assert listed < count and f"of all {count:,}" in switch.label


def test_the_sql_is_sent_once_its_fold_is_open(sample_home):
    app = open_app("pages/buyers/segments.py", data="sample")
    assert not app.code
    app.session_state["computed-buyers/pareto"] = True
    app.run()
    assert [code.language for code in app.code] == ["sql"]


def test_the_benchmark_drives_a_page_with_four_charts(sample_home):
    app = AppTest.from_file(str(ROOT / "bench" / "four_charts" / "page.py"), default_timeout=60)
    app.query_params["data"] = "sample"
    app.run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 4
    assert len(app.get("dataframe")) == 4


def test_a_table_shows_what_is_read_and_the_download_holds_the_rest(sample_home):
    app = open_app("pages/prospects/scores.py", data="sample")
    shown = app.dataframe[0].value
    assert {"name", "next_question", "reasons"} <= set(shown.columns)
    assert "score_sale_warmth" not in shown.columns


def test_the_look_of_a_column_is_copied_so_that_its_table_may_add_to_it():
    look = columns(("order_count",))["order_count"]
    copied = copy.deepcopy(look)
    copied["hidden"] = True
    assert copied["label"] == "Orders"
    assert "hidden" not in look
    assert None not in look.values()


@pytest.mark.parametrize("section", ["theme", "theme.dark", "theme.light", "theme.dark.sidebar"])
def test_the_theme_is_sent_as_it_would_be_if_it_were_read_anew(section):
    fill, (anew, first, again) = app_session._populate_theme_msg, [CustomThemeConfig() for _ in range(3)]
    fill.__wrapped__(anew, section)
    fill(first, section)
    fill(again, section)
    assert anew == first == again != CustomThemeConfig()
