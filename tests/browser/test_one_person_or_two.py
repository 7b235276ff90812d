"""Two records of one customer: confirmed by clicks, counted as one, and taken back; a limit moved and followed."""

import contextlib
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError, expect

from tests.browser.conftest import ask
from tests.browser.running import go, settle

pytestmark = pytest.mark.browser

ORDERS = (
    "order number,customer name,email,order date,amount\n"
    "o1,Jan Smit,jan@smit.example,2026-01-10,1200.00\n"
    "o2,Zoe Zed,zoe@zed.example,2026-02-10,300.00\n"
    "o3,Jan Smit,smit.jan@mail.example,2026-03-11,950.00\n"
)
PATIENCE = 60_000
KEY_MILLISECONDS = 120


def customers(home: Path) -> int:
    return len(ask(home / "gleaner" / "mine", "buyers/pareto")["rows"])


def _first_cell(page, grid) -> None:
    """Click into the first cell of a table, which is drawn; what it tells a screen reader says when it is chosen."""
    chosen = grid.locator("[role=gridcell][aria-selected=true]").first
    # A fold that is still opening moves the table away under the click.
    for _ in range(5):
        box = grid.bounding_box()
        page.mouse.click(box["x"] + 40, box["y"] + 50)
        with contextlib.suppress(TimeoutError):
            return chosen.wait_for(state="attached", timeout=5000)
    raise AssertionError("no cell was chosen")


def _answer(page, text: str) -> None:
    """Write an answer into the first cell of the first table."""
    grid = page.locator("[data-testid=stMain] canvas").first
    answered = grid.locator("[role=gridcell]", has_text=text).first
    # A table that is drawn anew just then forgets what was being written, so it is looked at and written again.
    for _ in range(5):
        _first_cell(page, grid)
        page.keyboard.press("Enter")
        # As fast as fingers: what comes before the field has taken the focus and the text is lost.
        page.locator("#portal input:focus").wait_for()
        page.keyboard.press("Control+A", delay=KEY_MILLISECONDS)
        page.keyboard.type(text, delay=KEY_MILLISECONDS)
        expect(page.locator("#portal input").first).to_have_value(text)
        page.keyboard.press("Enter", delay=KEY_MILLISECONDS)
        with contextlib.suppress(TimeoutError):
            return answered.wait_for(state="attached", timeout=5000)
    raise AssertionError(f"{text} was not taken")


def load_orders(page, address: str, orders: str) -> None:
    page.goto(f"{address}/upload")
    settle(page)
    page.set_input_files(
        "input[type=file]", [{"name": "orders.csv", "mimeType": "text/csv", "buffer": orders.encode()}]
    )
    page.get_by_text("Done: 1 sheet loaded.").first.wait_for(timeout=120_000)


def test_two_records_that_the_owner_calls_one_person_count_as_one_until_that_is_taken_back(page, address, home):
    load_orders(page, address, ORDERS)
    assert customers(home) == 3
    go(page, "people")
    page.get_by_text("1 pair may be one person").wait_for(timeout=PATIENCE)
    settle(page)
    page.get_by_role("textbox", name="Your name").fill("Olga")
    page.keyboard.press("Enter")
    settle(page)
    _first_cell(page, page.locator("[data-testid=stMain] canvas").first)
    page.keyboard.press("Space")
    page.get_by_role("button", name="1 pair is one person").click(timeout=PATIENCE)
    page.get_by_text("there is nothing to decide").wait_for(timeout=PATIENCE)
    assert customers(home) == 2
    page.get_by_text("1 decision so far").click()
    settle(page)
    grid = page.locator("[data-testid=stMain] canvas").nth(-2)
    grid.wait_for(timeout=PATIENCE)
    _first_cell(page, grid)
    page.keyboard.press("Space")
    page.get_by_role("button", name="Take 1 decision back").click(timeout=PATIENCE)
    page.get_by_text("1 pair may be one person").wait_for(timeout=PATIENCE)
    assert customers(home) == 3


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
