"""A sheet whose headers mean nothing: asked about, answered by clicks, read without a new upload, remembered."""

import re

import pytest

from tests.browser.conftest import ask
from tests.browser.running import choose, go, settle

pytestmark = pytest.mark.browser

PHONE = {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}}
HEADERS = "Blob;![x](http://tracker.invalid/a.png);Zap;Wurst;Remark\n"
JANUARY = "".join(f"A-{n};Customer {n};2026-01-{n + 9};{n * 100},50;some words\n" for n in range(1, 9))
FEBRUARY = "".join(f"B-{n};Customer {n};2026-02-{n + 9};{n * 10},00;some words\n" for n in range(1, 9))


def _drop(page, name: str, text: str) -> None:
    page.set_input_files("input[type=file]", [{"name": name, "mimeType": "text/csv", "buffer": text.encode()}])


def _choose(page, place: int, option: str) -> None:
    """Choose in the box of that place; 0 is the one for the type of the sheet."""
    choose(page.locator("[data-testid=stMain]").get_by_role("combobox").nth(place), option)


def test_a_wrong_reading_is_put_right_by_clicks_and_remembered(page, address, home):
    page.goto(f"{address}/upload")
    settle(page)
    _drop(page, "january.csv", HEADERS + JANUARY)
    page.get_by_text("What does this sheet hold?").wait_for(timeout=120_000)
    settle(page)
    assert page.get_by_role("button", name="Read it again this way").count() == 0
    _choose(page, 0, "Orders: one row per order")
    assert page.get_by_text("As Orders this sheet has no column for").is_visible()
    assert page.get_by_text(re.compile("For revenue amount: [^.]*'Wurst'")).is_visible()
    assert page.get_by_role("button", name="Read it again this way").is_disabled()
    for place, option in enumerate(["Order id", "Customer name", "Ordered at", "Revenue amount"], start=1):
        _choose(page, place, option)
    page.get_by_role("button", name="Read it again this way").click()
    page.get_by_text("Done: 1 sheet loaded.").wait_for(timeout=120_000)
    settle(page)

    go(page, "segments")
    told = ask(home / "gleaner" / "mine", "buyers/pareto")
    assert told["summary"]["used_amount"] == "3604.00"
    assert page.locator("[data-testid=stMain] h2").first.inner_text() == told["headline"]

    go(page, "upload")
    _drop(page, "february.csv", HEADERS + FEBRUARY)
    page.get_by_text("Against the last file of this kind, january.csv").wait_for(timeout=120_000)
    assert page.get_by_text("Revenue amount adds up to 360.00, 3,244.00 less than 3,604.00.").is_visible()
    assert ask(home / "gleaner" / "mine", "buyers/pareto")["summary"]["used_amount"] == "3964.00"


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_on_a_phone_the_columns_fit_the_width_and_nothing_in_them_acts(page, address):
    page.goto(f"{address}/upload")
    settle(page)
    _drop(
        page, "phone.csv", "<img src=http://tracker.invalid/b.png>,:smile:,[c](http://tracker.invalid)\n1,2,3\n4,5,6\n"
    )
    page.get_by_text("What does this sheet hold?").wait_for(timeout=120_000)
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("a[href*='tracker'], img[src*='tracker']").count() == 0
