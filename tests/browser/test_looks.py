"""Every page in every look: nobody is shut out, nothing hangs over the edge of a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.running import PAGES, settle
from tests.browser.screenshots import LOOKS

pytestmark = pytest.mark.browser

GRAVE = {"serious", "critical"}


def _grave(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("data", ["mine", "sample"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("page", [LOOKS["light"], LOOKS["dark"]], ids=["light", "dark"], indirect=True)
def test_axe_finds_nothing_serious(page, address, path, data):
    page.goto(f"{address}/{path}?data={data}")
    settle(page)
    assert _grave(page) == []


@pytest.mark.parametrize("data", ["mine", "sample"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("page", [LOOKS["phone"]], ids=["phone"], indirect=True)
def test_a_phone_shows_a_page_without_sideways_scroll(page, address, path, data):
    page.goto(f"{address}/{path}?data={data}")
    settle(page)
    wide = page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid=stMain]'),
                  document.querySelector('[data-testid=stMainBlockContainer]')]
            .map(element => element.scrollWidth - element.clientWidth)"""
    )
    assert max(wide) <= 0
