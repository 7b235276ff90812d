"""Every page in every look: nobody is shut out, nothing hangs over the edge of a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.running import PAGES, settle
from tests.browser.screenshots import LOOKS

pytestmark = pytest.mark.browser

GRAVE = {"serious", "critical"}
SCROLLERS = "html, [data-testid=stMain], [data-testid=stMainBlockContainer]"


def _grave(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


def _is_too_wide(page) -> bool:
    return page.evaluate(
        "which => [...document.querySelectorAll(which)].some(each => each.scrollWidth > each.clientWidth)", SCROLLERS
    )


# One browser page for all pages of a look: Streamlit's scripts are then loaded once.
@pytest.mark.parametrize("data", ["mine", "sample"])
@pytest.mark.parametrize("page", [LOOKS["light"], LOOKS["dark"]], ids=["light", "dark"], indirect=True)
def test_axe_finds_nothing_serious_on_any_page(page, address, data):
    found = {}
    for name, path in PAGES.items():
        page.goto(f"{address}/{path}?data={data}")
        settle(page)
        found[name] = _grave(page)
    assert found == {name: [] for name in PAGES}


@pytest.mark.parametrize("data", ["mine", "sample"])
@pytest.mark.parametrize("page", [LOOKS["phone"]], ids=["phone"], indirect=True)
def test_a_phone_shows_every_page_without_sideways_scroll(page, address, data):
    wide = []
    for name, path in PAGES.items():
        page.goto(f"{address}/{path}?data={data}")
        settle(page)
        if _is_too_wide(page):
            wide.append(name)
    assert wide == []
