"""Your files: what was set aside stands on the receipt itself, and a file taken out can be used again."""

import pytest
from streamlit.testing.v1 import AppTest

from analytics.workspace import LoadOptions, Workspace
from pages.ui.set_aside import reasons
from tests.pages.conftest import open_app, said

PAGE = "pages/data/upload.py"
ORDERS = """Order No,Customer,Order Date,Amount
1,Ann,2026-01-05,100.00
2,Bob,2026-01-06,200.00
3,Cy,tomorrow,300.00
4,Di,,400.00
"""


@pytest.fixture
def loaded(home) -> str:
    """One file with two rows used and two set aside; the id of its upload."""
    file = home / "orders.csv"
    file.write_text(ORDERS)
    (receipt,) = Workspace(home / "mine").load([("orders.csv", file)], LoadOptions())
    return receipt.upload_id


def _opened(upload_id: str, clicked: str | None = None, app: AppTest | None = None) -> AppTest:
    """The page with the folds of the file open, after the button of it was clicked."""
    app = app or open_app(PAGE)
    if clicked:
        app.button(key=f"{clicked}-{upload_id}").click().run()
    app.session_state[f"upload-{upload_id}"] = True
    app.session_state[f"aside-kept-{upload_id}-None-1"] = True
    return app.run()


def _plain(text: str) -> str:
    return text.replace("\\", "")


def test_reasons_are_words_with_counts_and_the_commonest_is_first():
    told = reasons({"missing_required": 1, "unread_required": 1204, "some_new_rule": 1})
    assert told == "a needed cell cannot be read (1,204), a needed cell is empty (1), some new rule (1)"


def test_a_receipt_lists_its_own_rows_that_were_set_aside(loaded):
    app = _opened(loaded)
    assert "Set aside: a needed cell is empty (1), a needed cell cannot be read (1)." in _plain(said(app))
    (rows,) = [frame.value for frame in app.dataframe if "reason" in frame.value]
    assert rows.columns[:2].tolist() == ["row_number", "reason"] and "sheet" not in rows
    assert rows["reason"].tolist() == ["'tomorrow' in 'Order Date' cannot be read as a date.", "'Order Date' is empty."]


def test_a_file_that_is_taken_out_is_used_again_in_one_click(loaded, home):
    place = Workspace(home / "mine")
    app = _opened(loaded)
    app.button(key=f"undo-{loaded}").click().run()
    assert [_plain(told.value) for told in app.success] == [
        "orders.csv is taken out: its rows count nowhere now. Below it can be used again."
    ]
    assert not place.uploads()[-1].is_active
    _opened(loaded, app=app)
    _opened(loaded, "redo", app)
    assert place.store().row_counts["orders"] == 2


def test_what_the_last_load_brought_is_no_longer_shown_once_a_file_is_taken_out(loaded):
    app = _opened(loaded)
    _opened(loaded, "undo", app)
    _opened(loaded, "redo", app)
    assert any("Done: 1 sheet loaded." in status.label for status in app.status)
    _opened(loaded, "undo", app)
    assert not app.status
