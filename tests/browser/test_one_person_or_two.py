"""Two records of one customer: confirmed by clicks, counted as one, and taken back; a limit moved and followed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import running
from tests.browser.conftest import ask
from tests.browser.running import settle

pytestmark = pytest.mark.browser

ORDERS = (
    "order number,customer name,email,order date,amount\n"
    "o1,Jan Smit,jan@smit.example,2026-01-10,1200.00\n"
    "o2,Zoe Zed,zoe@zed.example,2026-02-10,300.00\n"
    "o3,Jan Smit,smit.jan@mail.example,2026-03-11,950.00\n"
)
PATIENCE = 60_000


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A home of its own: what is decided here must not change the numbers of other tests."""
    return tmp_path_factory.mktemp("people")


@pytest.fixture(scope="module")
def address(home) -> Iterator[str]:
    with running.server(home) as found:
        yield found


def _customers(home: Path) -> int:
    return len(ask(home / "gleaner" / "mine", "buyers/pareto")["rows"])


def _press(page, grid) -> None:
    """Click twice into the first cell of a table, which is drawn and has no elements of its own."""
    box = grid.bounding_box()
    for _ in range(2):
        page.mouse.click(box["x"] + 40, box["y"] + 50)
        page.wait_for_timeout(700)


def _answer(page, text: str) -> None:
    """Type an answer into the first cell of the table."""
    _press(page, page.locator("[data-testid=stMain] canvas").first)
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    page.keyboard.type(text)
    page.wait_for_timeout(500)
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    settle(page)


def test_two_records_that_the_owner_calls_one_person_count_as_one_until_that_is_taken_back(page, address, home):
    page.goto(f"{address}/upload")
    settle(page)
    page.set_input_files(
        "input[type=file]", [{"name": "orders.csv", "mimeType": "text/csv", "buffer": ORDERS.encode()}]
    )
    page.get_by_text("Done: 1 sheet loaded.").first.wait_for(timeout=120_000)
    assert _customers(home) == 3
    page.goto(f"{address}/people")
    page.get_by_text("1 pair may be one person").wait_for(timeout=PATIENCE)
    settle(page)
    page.get_by_role("textbox", name="Your name").fill("Olga")
    page.keyboard.press("Enter")
    settle(page)
    _answer(page, "One person")
    page.get_by_role("button", name="Apply 1 decision").click()
    page.get_by_text("there is nothing to decide").wait_for(timeout=PATIENCE)
    assert _customers(home) == 2
    page.get_by_text("1 decision so far").click()
    settle(page)
    grid = page.locator("[data-testid=stMain] canvas").nth(-2)
    grid.wait_for(timeout=PATIENCE)
    _press(page, grid)
    page.keyboard.press("Space")
    page.get_by_role("button", name="Take 1 decision back").click(timeout=PATIENCE)
    page.get_by_text("1 pair may be one person").wait_for(timeout=PATIENCE)
    assert _customers(home) == 3


def test_a_limit_that_the_owner_moves_is_kept_with_who_moved_it_and_can_be_put_back(page, address):
    page.goto(f"{address}/rules")
    settle(page)
    page.get_by_role("textbox", name="Your name").fill("Olga")
    page.keyboard.press("Enter")
    settle(page)
    assert page.get_by_role("button", name="Use these from now on").is_disabled()
    _answer(page, "3.5")
    page.get_by_role("button", name="Use these from now on").click()
    page.get_by_text("Olga changed these on").wait_for(timeout=PATIENCE)
    page.get_by_role("button", name="Back to how Gleaner ships them").click()
    page.get_by_text("Olga went back to how Gleaner ships these on").wait_for(timeout=PATIENCE)
