"""A click on a bar lists the people that the bar counts; a filter goes along to the next page and into its link."""

import re

import pytest

from tests.browser.running import as_shown, choose, go, settle

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "bar", "said"),
    [
        ("paths", (0, 2, 1), "Nurturing, never asked"),
        # The third bar of Ads: who was nurtured and never asked.
        ("leaks", (1, 3, 2), "Ads, direct ask: never tried"),
    ],
)
def test_a_click_on_a_bar_lists_as_many_people_as_it_is_long(page, sample_address, path, bar, said):
    chart, curve, place = bar
    page.set_viewport_size({"width": 1280, "height": 4500})
    page.goto(f"{sample_address}/{path}?data=sample")
    settle(page)
    bars = page.locator("[data-testid=stPlotlyChart]").nth(chart).locator(".barlayer .trace").nth(curve)
    box = bars.locator(".point path").nth(place).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    heading = page.locator("[data-testid=stMain] h3").filter(has_text=said)
    heading.wait_for(timeout=60_000)
    settle(page)
    assert re.search(r": [1-9]\d* people$", heading.inner_text())
    assert page.get_by_role("button", name="Download these people (CSV)").is_visible()


def test_a_filter_goes_along_to_the_next_page_and_stays_in_the_link(page, sample_address):
    page.goto(f"{sample_address}/segments?data=sample")
    settle(page)
    page.get_by_text("Filters", exact=True).click()
    page.get_by_role("combobox", name="Period").wait_for()
    settle(page)
    choose(page.get_by_role("combobox", name="Period"), "Last 12 months")
    told = page.get_by_text(as_shown("From 2025-10-31 to 2026-10-30"))
    told.wait_for()
    go(page, "repeat")
    assert told.is_visible()
    page.reload()
    settle(page)
    assert told.is_visible()
