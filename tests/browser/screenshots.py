"""Every page in light, in dark and on a phone, as pictures to look at.

python -m tests.browser.screenshots FOLDER [ADDRESS]: with an address, of the server that runs there; else of its own.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.running import PAGES, browser, context, server, settle

LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}},
}


def take(address: str, folder: Path) -> None:
    """All pictures of a server, empty and with the sample data."""
    folder.mkdir(parents=True, exist_ok=True)
    with browser() as opened:
        for look in LOOKS:
            for data in ("mine", "sample"):
                for name, path in PAGES.items():
                    _picture(opened, f"{address}/{path}?data={data}", look, folder / f"{name}-{data}-{look}.png")


def _picture(opened: Browser, link: str, look: str, file: Path) -> None:
    profile = context(opened, **LOOKS[look])
    page = profile.new_page()
    page.goto(link)
    settle(page)
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    # Streamlit scrolls inside the page, so the window has to be as tall as what it shows.
    page.set_viewport_size({"width": LOOKS[look]["viewport"]["width"], "height": max(height, 800)})
    settle(page)
    page.screenshot(path=file)
    profile.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if len(sys.argv) > 2:
        take(sys.argv[2], target)
    else:
        with tempfile.TemporaryDirectory() as home, server(Path(home)) as running:
            take(running, target)
