"""Your files: what was set aside stands on the receipt itself, and a file taken out can be used again."""

import io
import zipfile

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics.report.plain import to_csv
from analytics.workspace import LoadOptions, Workspace
from pages.ui.download import zipped
from pages.ui.set_aside import by_sheet, reasons, to_mend
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


def _asked_about(home, text: str) -> str:
    """What the page asks about a file that cannot be read as it stands."""
    file = home / "list.csv"
    file.write_text(text)
    (receipt,) = Workspace(home / "mine").load([("list.csv", file)], LoadOptions())
    assert receipt.error
    app = _opened(receipt.upload_id)
    (asked,) = [warning.value for warning in app.warning]
    return _plain(asked)


def test_a_sheet_that_is_asked_about_says_what_it_looks_like_and_what_it_lacks(home):
    asked = _asked_about(
        home, "Job no,Client,booked_in,Worth\nJ-1,Ann Abel,2026-04-03,1200\nJ-2,Bo Bell,2026-05-06,80\n"
    )
    assert "looks most like Orders" in asked and "no column for ordered at and revenue amount" in asked
    assert "If 'booked_in' is meant" in asked and asked.endswith("the file need not be uploaded again.")


def test_what_is_asked_on_the_page_has_no_words_of_the_command_line(home):
    rows = "".join(f"a{n}@x.example,Ann {n},{('Subscribed', 'Unsubscribed')[n % 2]}\n" for n in range(9))
    asked = _asked_about(home, "Email,Name,Status\n" + rows)
    assert "Or say that it holds Customers; the other columns" in asked and "--as" not in asked


def test_an_amount_that_could_be_two_things_is_asked_about_in_its_own_words(home):
    rows = "".join(
        f"2026-01-{day:02},Ann {day},{way},{day}0.00\n" for day in range(1, 9) for way in ("Debit", "Credit")
    )
    asked = _asked_about(home, "Date,Customer,Type,Amount\n" + rows)
    assert "'Type' says on which side of the ledger" in asked


def test_a_sheet_of_which_no_column_is_known_is_likened_to_nothing(home):
    asked = _asked_about(home, "Alpha,Beta,Gamma\nred,7,x\nblue,9,y\n")
    known, listed = "'list.csv' has no header that is known here.", "Its columns: 'Alpha', 'Beta', 'Gamma'."
    assert asked == f"{known} {listed} Please say below what it holds."


def test_a_receipt_lists_its_own_rows_that_were_set_aside(loaded):
    app = _opened(loaded)
    assert "Set aside: a needed cell is empty (1), a needed cell cannot be read (1)." in _plain(said(app))
    (rows,) = [frame.value for frame in app.dataframe if "reason" in frame.value]
    assert rows.columns[:2].tolist() == ["row_number", "reason"] and "sheet" not in rows
    assert rows["reason"].tolist() == ["'tomorrow' in 'Order Date' cannot be read as a date.", "'Order Date' is empty."]


def test_rows_set_aside_are_told_with_the_headers_of_the_file_and_no_code(home):
    file = home / "sales.csv"
    file.write_text(
        "Order No,First name,Last name,Order Date,Amount\n1,Ann,Lee,2026-01-05,100.00\n3,,,2026-01-07,3.50\n"
    )
    (receipt,) = Workspace(home / "mine").load([("sales.csv", file)], LoadOptions())
    app = _opened(receipt.upload_id)
    (rows,) = [frame.value for frame in app.dataframe if "reason" in frame.value]
    assert rows["reason"].tolist() == ["'First name' and 'Last name' are empty."]
    assert rows["column"].tolist() == ["First name"]
    assert rows["row_text"].tolist() == ["Order No: 3; Order Date: 2026-01-07; Amount: 3.50"]


def test_the_rows_set_aside_can_be_put_right_in_their_own_download_and_dropped_again(loaded, home):
    place = Workspace(home / "mine")
    rows = to_mend(pd.DataFrame(place.rejects(loaded)))
    assert rows.columns.tolist() == ["Order No", "Customer", "Order Date", "Amount", "Set aside because"]
    rows["Order Date"] = ["2026-01-07", "2026-01-08"]
    mended = home / "mended.csv"
    mended.write_text(to_csv(rows))
    (receipt,) = place.load([("mended.csv", mended)], LoadOptions())
    assert (receipt.sheet_type, receipt.rows_used, receipt.rows_set_aside) == ("orders", 2, 0)
    assert "Set aside because" not in receipt.columns
    assert place.store().row_counts["orders"] == 4


def test_the_rows_set_aside_of_all_files_are_under_their_own_headers_one_file_for_each_sheet():
    rows = pd.DataFrame(
        {
            "file": ["a.csv", "a.xlsx", "a.xlsx", "b/c.csv"],
            "sheet": [None, "Jan", "Feb", None],
            "row_number": [3, 4, 5, 6],
            "reason": "'Day' is empty.",
            "row_text": ['{"No": "1"}', '{"Job": "2"}', '{"Job": "3"}', '{"Day": "4"}'],
        }
    )
    with zipfile.ZipFile(io.BytesIO(zipped(by_sheet(rows)))) as archive:
        found = {name: archive.read(name).decode("utf-8-sig").splitlines() for name in archive.namelist()}
    assert found["a.csv.csv"] == ["No,Set aside because", "1,Row 3: 'Day' is empty."]
    assert found["a.xlsx-Jan.csv"][1] == "2,Row 4: 'Day' is empty." and found["a.xlsx-Feb.csv"][0].startswith("Job")
    assert set(found) == {"a.csv.csv", "a.xlsx-Jan.csv", "a.xlsx-Feb.csv", "c.csv"}


def test_rows_of_two_files_whose_names_become_one_are_both_offered():
    rows = pd.DataFrame(
        {
            "file": ["a:b.csv", "a?b.csv"],
            "sheet": [None, None],
            "row_text": ['{"A": "1"}', '{"A": "2"}'],
            "row_number": [2, 2],
            "reason": ["no day", "no day"],
        }
    )
    assert {name: held["A"].tolist() for name, held in by_sheet(rows).items()} == {"a_b": ["1"], "a_b-2": ["2"]}


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
