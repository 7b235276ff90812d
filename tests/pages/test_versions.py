"""Going back to another version on screen, and forth again."""

import pytest

from analytics.workspace import LoadOptions, Workspace
from tests.pages.conftest import open_app, said

PAGE = "pages/data/upload.py"
MARCH = "Order No,Customer,Order Date,Amount\n1,Ann,2026-03-05,100.00\n2,Bob,2026-03-06,200.00\n"
APRIL = "Order No,Customer,Order Date,Amount\n3,Cy,2026-04-05,300.00\n"


@pytest.fixture
def place(home) -> Workspace:
    """Two loads, each with a file of its own."""
    found = Workspace(home / "mine")
    for name, text in (("march.csv", MARCH), ("april.csv", APRIL)):
        (home / name).write_text(text)
        found.load([(name, home / name)], LoadOptions())
    return found


def _opened(app=None):
    app = app or open_app(PAGE)
    app.session_state["versions"] = True
    return app.run()


def _plain(text: str) -> str:
    return text.replace("\\", "")


def test_versions_are_listed_newest_first_with_when_why_and_their_files(place):
    listed = [line for line in _plain(said(_opened())).splitlines() if line.startswith("**Version")]
    when = [f"{place.made_at(number):%Y-%m-%d %H:%M} UTC" for number in (2, 1)]
    assert listed == [
        f"**Version 2, {when[0]}**: files were loaded. Its files: march.csv, april.csv.",
        f"**Version 1, {when[1]}**: files were loaded. Its file: march.csv.",
    ]


def test_going_back_shows_the_earlier_version_and_forth_again_the_later_one(place):
    app = _opened()
    assert not [button for button in app.button if button.key == "back-2"]
    app.button(key="back-1").click().run()
    assert place.current_version() == 1 and place.store().row_counts["orders"] == 2
    assert [_plain(told.value) for told in app.success] == [
        "Every page shows version 1 now. Version 2 is kept: go back to it below."
    ]
    assert any(_plain(fold.label).startswith("april.csv") and "not in use" in fold.label for fold in app.expander)
    _opened(app).button(key="back-2").click().run()
    assert place.current_version() == 2 and place.store().row_counts["orders"] == 3


def test_a_damaged_version_is_not_gone_back_to_and_says_so(place):
    (place.path / "versions" / "1" / "pages.duckdb").write_bytes(b"")
    app = _opened()
    app.button(key="back-1").click().run()
    assert place.current_version() == 2 and app.error


def test_one_version_alone_offers_no_way_back(home):
    (home / "march.csv").write_text(MARCH)
    Workspace(home / "mine").load([("march.csv", home / "march.csv")], LoadOptions())
    assert not [fold for fold in open_app(PAGE).expander if "another version" in fold.label]
