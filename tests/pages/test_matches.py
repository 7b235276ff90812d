"""One person or two, on screen: what was decided is listed with the names of those it was about."""

from datetime import datetime

import pytest

from analytics.questions import ask
from analytics.workspace import LoadOptions, Workspace
from analytics.workspace.deciding import decide
from pages.ui.matches import _decision
from tests.pages.conftest import open_app

ORDERS = (
    "order number,customer name,email,order date,amount\n"
    "o1,Jan Smit,jan@smit.example,2026-01-10,1200.00\n"
    "o2,Zoe Zed,zoe@zed.example,2026-02-10,300.00\n"
    "o3,Jan Smit,smit.jan@mail.example,2026-03-11,950.00\n"
)
WHO = ("Olga", datetime(2026, 3, 12))


@pytest.fixture
def place(home) -> Workspace:
    found = Workspace(home / "mine")
    (home / "orders.csv").write_text(ORDERS)
    found.load([("orders.csv", home / "orders.csv")], LoadOptions())
    return found


def _decided(place: Workspace, question: str, is_same: bool) -> list[dict]:
    """The table of decisions after one about the first row of the question."""
    row = ask(place.store(), question).rows.iloc[0]
    decide(place, [_decision(row, is_same)], WHO)
    app = open_app("pages/data/people.py")
    app.session_state["decided"] = True
    app.run()
    return next(frame.value for frame in app.dataframe if "decided_at" in frame.value).to_dict("records")


def test_a_pair_that_was_rejected_is_listed_by_name(place):
    (told,) = _decided(place, "people/possible_matches", is_same=False)
    assert (told["answer"], told["names"], told["by"]) == ("Two people", "Jan Smit", "Olga")
    assert {told["one_record"], told["other_record"]} == {"e-mail jan@smit.example", "e-mail smit.jan@mail.example"}
    assert len(ask(place.store(), "people/possible_matches").rows) == 0


def test_a_pair_that_was_joined_and_is_split_again_is_listed_by_name_each_time(place):
    _decided(place, "people/possible_matches", is_same=True)
    newest, before = _decided(place, "people/joined_records", is_same=False)
    assert [newest["answer"], before["answer"]] == ["Two people", "One person"]
    assert newest["names"] == before["names"] == "Jan Smit"
    assert len(ask(place.store(), "buyers/pareto").rows) == 3
