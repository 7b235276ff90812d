"""Pairs that share the same thing, answered together on a phone in the dark, and taken back together."""

import pytest

from tests.browser.running import settle
from tests.browser.test_one_person_or_two import PATIENCE, customers, load_orders

pytestmark = pytest.mark.browser

# Two pairs of one phone and two names.
SHARED = (
    "order number,customer name,email,phone,order date,amount\n"
    "o1,Frank Carver,f@x.example,555 010 1234,2026-01-05,100\n"
    "o2,Xena Zimmer,x@x.example,555 010 1234,2026-01-06,200\n"
    "o3,Gus Gray,g@x.example,555 010 9876,2026-01-07,300\n"
    "o4,Hal Hill,h@x.example,555 010 9876,2026-01-08,400\n"
)


def test_pairs_that_share_the_same_are_answered_at_once_on_a_phone_and_taken_back_at_once(page, address, home):
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark")
    load_orders(page, address, SHARED)
    page.goto(f"{address}/people")
    page.get_by_text("2 pairs may be one person each").wait_for(timeout=PATIENCE)
    settle(page)
    page.get_by_text("Tick all 2").click()
    page.get_by_role("button", name="2 pairs are one person each").click(timeout=PATIENCE)
    page.get_by_text("there is nothing to decide").wait_for(timeout=PATIENCE)
    assert customers(home) == 2
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_text("2 decisions so far").click()
    page.get_by_role("button", name="Take the last 2 back, answered together").click(timeout=PATIENCE)
    page.get_by_text("2 pairs may be one person each").wait_for(timeout=PATIENCE)
    assert customers(home) == 4
