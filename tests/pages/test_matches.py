"""One person or two, on screen: what was decided is listed with the names of those it was about."""

from datetime import datetime

import pytest

from analytics.questions import ask
from analytics.workspace import LoadOptions, Workspace
from analytics.workspace.deciding import decide
from pages.ui.match_table import decision
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
    decide(place, [decision(row, is_same)], WHO)
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


# Two pairs of one phone and two names, and one name of two buyers.
SEVERAL = ORDERS.replace("email,", "email,phone,").replace(".example,2026", ".example,,2026") + (
    "o4,Frank Carver,f@x.example,555 010 1234,2026-01-05,100\n"
    "o5,Xena Zimmer,x@x.example,555 010 1234,2026-01-06,100\n"
    "o6,Gus Gray,g@x.example,555 010 9876,2026-01-07,100\n"
    "o7,Hal Hill,h@x.example,555 010 9876,2026-01-08,100\n"
)
PHONE, NAME = "same phone, another name", "same name, more than once"


@pytest.fixture
def several(home) -> Workspace:
    found = Workspace(home / "mine")
    (home / "orders.csv").write_text(SEVERAL)
    found.load([("orders.csv", home / "orders.csv")], LoadOptions())
    return found


def _possible(place: Workspace) -> list[str]:
    return sorted(ask(place.store(), "people/possible_matches").rows["reason"])


def _button(app, text: str):
    return next(button for button in app.button if button.label == text)


def test_pairs_that_share_the_same_thing_are_answered_together_and_taken_back_together(several):
    assert _possible(several) == [NAME, PHONE, PHONE]
    app = open_app("pages/data/people.py")
    reasons = app.selectbox(key=f"match-reason-{several.current_version()}")
    assert reasons.options == ["Anything", f"{PHONE} (2 pairs)", f"{NAME} (1 pair)"]
    reasons.select(PHONE).run()
    assert _button(app, "One person each").disabled
    next(box for box in app.checkbox if box.label == "Tick all 2").check().run()
    assert not app.exception
    _button(app, "2 pairs are two people each").click().run()
    assert _possible(several) == [NAME]
    app.session_state["decided"] = True
    app.run()
    _button(app, "Take the last 2 back, answered together").click().run()
    assert _possible(several) == [NAME, PHONE, PHONE]


def test_pairs_answered_as_one_person_each_are_so_many_fewer_customers(several):
    before = len(ask(several.store(), "buyers/pareto").rows)
    app = open_app("pages/data/people.py")
    next(box for box in app.checkbox if box.label == "Tick all 3").check().run()
    _button(app, "3 pairs are one person each").click().run()
    assert len(ask(several.store(), "buyers/pareto").rows) == before - 3
    assert _possible(several) == []
