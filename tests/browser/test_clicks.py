"""A click on a bar lists the people that the bar counts."""

import re

import pytest

from tests.browser.running import settle

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
