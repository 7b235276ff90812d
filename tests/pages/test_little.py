"""Where there is not enough to say, a table is shown only if it counts something."""

import pandas as pd

from pages.ui.lacking import _is_counted


def test_noughts_and_unknowns_are_no_table():
    assert not _is_counted(pd.DataFrame({"value": ["Hotel", "Gym"], "case_count": [0, 0], "success_count": [None, 0]}))
    assert not _is_counted(pd.DataFrame({"case_count": pd.array([None], dtype="Int64")}))
    assert not _is_counted(pd.DataFrame({"case_count": []}))


def test_one_counted_case_is_shown():
    assert _is_counted(pd.DataFrame({"value": ["Hotel", "Gym"], "case_count": [0, 1]}))
    assert _is_counted(pd.DataFrame({"name": ["Ann"]}))
