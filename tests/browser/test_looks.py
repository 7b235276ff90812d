"""Every page in every look: nobody is shut out, nothing hangs over the edge of a phone."""

import contextlib
from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import TimeoutError

from tests.browser.running import PAGES, go, settle
from tests.browser.screenshots import LOOKS

pytestmark = pytest.mark.browser

# Pixels of a line of names above a chart, with what is around them.
LEGEND_LINE = 24
SCROLLERS = "html, [data-testid=stMain], [data-testid=stMainBlockContainer]"
# Rules that say themselves that a breach is minor or moderate are not run; `only` runs one rule and no other.
GRAVE_BREACHES = """async only => {
    const slight = axe._audit.rules.filter(rule => ['minor', 'moderate'].includes(rule.impact));
    const rules = Object.fromEntries(slight.map(rule => [rule.id, {enabled: false}]));
    const chosen = only ? {runOnly: {type: 'rule', values: [only]}} : {rules};
    const {violations} = await axe.run({resultTypes: ['violations'], ...chosen});
    return violations.filter(each => ['serious', 'critical'].includes(each.impact)).flatMap(
        each => each.nodes.map(node => `${each.id}: ${node.target} ${node.failureSummary}`)
    );
}"""


def _is_too_wide(page) -> bool:
    """Whether anything still hangs over when the charts had time to take their new width."""
    fits = "which => [...document.querySelectorAll(which)].every(each => each.scrollWidth <= each.clientWidth)"
    with contextlib.suppress(TimeoutError):
        page.wait_for_function(fits, arg=SCROLLERS, timeout=10_000)
        return False
    return True


def _around(page, address: str, data: str) -> Iterator[str]:
    """Every page of the app in turn, as its name, by the links of the sidebar: scripts and axe are loaded once."""
    page.goto(f"{address}/?data={data}")
    settle(page)
    page.evaluate(AXE_SCRIPT)
    for name, path in PAGES.items():
        go(page, path)
        yield name


@pytest.mark.parametrize("data", ["mine", "sample"])
def test_axe_finds_nothing_serious_on_any_page_and_a_phone_shows_it_without_sideways_scroll(page, sample_address, data):
    found = {}
    for name in _around(page, sample_address, data):
        found[name] = page.evaluate(GRAVE_BREACHES)
        page.set_viewport_size(LOOKS["phone"]["viewport"])
        settle(page)
        found[name] += ["a phone scrolls sideways"] * _is_too_wide(page)
        page.set_viewport_size(LOOKS["light"]["viewport"])
    assert found == {name: [] for name in PAGES}


# Of what axe looks at, only the colours differ. A page gets its charts in dark when it is opened in dark.
@pytest.mark.parametrize("data", ["mine", "sample"])
@pytest.mark.parametrize("page", [LOOKS["dark"]], ids=["dark"], indirect=True)
def test_every_page_can_be_read_in_dark(page, sample_address, data):
    found = {name: page.evaluate(GRAVE_BREACHES, "color-contrast") for name in _around(page, sample_address, data)}
    assert found == {name: [] for name in PAGES}


@pytest.mark.parametrize("page", [LOOKS["phone"]], ids=["phone"], indirect=True)
@pytest.mark.parametrize("path", ["leaks", "paths", "audience"])
def test_names_of_colours_take_at_most_three_lines_on_a_phone(page, sample_address, path):
    page.goto(f"{sample_address}/{path}?data=sample")
    settle(page)
    heights = page.evaluate("[...document.querySelectorAll('g.legend')].map(each => each.getBBox().height)")
    assert heights and max(heights) <= 3 * LEGEND_LINE
