"""The main job in a real browser: sample in one click, a file of one's own, a file that is none."""

import re

import pytest

from tests.browser.conftest import ask
from tests.browser.running import as_shown, go, settle

pytestmark = pytest.mark.browser

ORDERS = """Order No;Customer;Order Date;Amount
1;Alder & Sons;2026-01-05;1000,00
2;Birch Roofing;2026-01-19;400,00
3;Cedar Homes;2026-02-03;300,00
4;Alder & Sons;2026-02-20;900,00
5;Dogwood Inn;2026-03-02;150,00
6;Elm Street Dental;2026-03-15;50,00
"""
ASKED = {
    "segments": ["buyers/pareto"],
    "leaks": ["funnel/diagnosis", "funnel/link_conversion"],
    "scores": ["prospects/opportunity_or_lead"],
}


def _drop(page, name: str, content: bytes) -> None:
    page.set_input_files("input[type=file]", [{"name": name, "mimeType": "text/csv", "buffer": content}])


def _heading(page) -> str:
    return page.locator("[data-testid=stMain] h2").first.inner_text()


def test_a_link_to_a_page_opens_it_first_thing_after_a_start(page, address):
    page.goto(f"{address}/segments")
    settle(page)
    assert page.locator("h1").inner_text() == "Best buyers"
    assert page.get_by_text("Funnel leaks").is_visible()


def test_a_fresh_start_and_one_click_show_the_sample(page, address, home):
    page.goto(address)
    settle(page)
    page.get_by_role("button", name="Try it with sample data").click()
    page.get_by_text("things to act on").wait_for(timeout=180_000)
    settle(page)
    assert "data=sample" in page.url
    assert page.get_by_text("Sample data: a made-up company").is_visible()


def test_a_page_shows_the_numbers_of_the_command_line(page, address, home):
    page.goto(f"{address}/?data=sample")
    settle(page)
    for path, questions in ASKED.items():
        go(page, path)
        headings = page.locator("[data-testid=stMain] h2").all_inner_texts()
        for question in questions:
            told = ask(home / "gleaner" / "sample", question)
            assert told["headline"] in headings
            for finding in told["findings"]:
                assert page.get_by_text(finding["sentence"]).first.is_visible(), finding["sentence"]


def test_an_upload_shows_its_own_numbers_and_a_bad_file_changes_nothing(page, address, home):
    page.goto(address)
    settle(page)
    _drop(page, "jobs.csv", ORDERS.encode("cp1252"))
    page.get_by_text("Done: 1 sheet loaded.").or_(page.get_by_text("to act on")).first.wait_for(timeout=120_000)
    page.goto(f"{address}/segments")
    settle(page)
    told = ask(home / "gleaner" / "mine", "buyers/pareto")
    assert told["summary"]["used_amount"] == "2800.00"
    before = _heading(page)
    assert before == told["headline"]
    assert "2,800" in before

    go(page, "upload")
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    _drop(page, "photo.csv", picture)
    page.get_by_text("Nothing was loaded;").wait_for(timeout=120_000)
    settle(page)
    assert page.locator("[data-testid=stAlert]").first.inner_text().strip() != ""
    go(page, "segments")
    assert _heading(page) == before


def test_undo_takes_a_file_out_and_dropping_it_again_brings_it_back(page, address, home):
    page.goto(f"{address}/upload")
    settle(page)
    page.get_by_text("jobs.csv").first.click()
    page.get_by_role("button", name="Take this file out").click()
    page.get_by_text(re.compile(r"jobs\.csv: [^,]*, not in use")).wait_for(timeout=60_000)
    go(page, "segments")
    assert "2,800" not in page.locator("[data-testid=stMain]").inner_text()
    go(page, "upload")
    _drop(page, "jobs.csv", ORDERS.encode("cp1252"))
    page.get_by_text("Done: 1 sheet loaded.").wait_for(timeout=120_000)
    go(page, "segments")
    assert "2,800" in _heading(page)


def test_an_ambiguous_date_is_asked_and_the_answer_is_used(page, address, home):
    # Numbers of their own: those of the other files would be asked about.
    lines = [f"{200 + number};Customer {number};0{number}/0{number + 1}/2025;10" for number in range(1, 8)]
    page.goto(f"{address}/upload")
    settle(page)
    _drop(page, "ambiguous.csv", "\n".join(["Order No;Customer;Order Date;Amount", *lines]).encode())
    page.get_by_role("button", name="04/03/2025, month first").first.click(timeout=120_000)
    page.get_by_text("Done: 1 sheet loaded.").wait_for(timeout=120_000)
    settle(page)
    assert page.get_by_text(as_shown("Dates from 2025-01-02 to 2025-07-08.")).first.is_visible()


def test_names_that_try_to_act_stay_names(page, address, home):
    """A name is shown in headings, findings, charts and tables; none of them may fetch, link or draw anything."""
    names = [
        "![x](http://tracker.invalid/a.png)",
        "<img src=http://tracker.invalid/b.png>",
        "[click](http://tracker.invalid)",
        "http://tracker.invalid/c and www.tracker.invalid",
        ":material/home: :smile: :red[red]",
        "$x^2$ `code`",
    ]
    lines = [f'{number},"{name}",2026-04-10,9000000' for number, name in enumerate(names, start=100)]
    page.goto(f"{address}/upload")
    settle(page)
    _drop(page, "names.csv", "\n".join(["Order No,Customer,Order Date,Amount", *lines]).encode())
    page.get_by_text("Done: 1 sheet loaded.").wait_for(timeout=120_000)
    for path in ("", "segments"):
        go(page, path)
        text = page.locator("[data-testid=stMain]").inner_text().replace("\u2060", "")
        assert any(name in text for name in names)
        assert page.locator("a[href*='tracker'], img[src*='tracker'], image[href*='tracker'], .katex").count() == 0


def test_a_download_neutralises_cells_that_a_spreadsheet_would_run(page, address, home):
    file = 'Order No,Customer,Order Date,Amount\n301,"=HYPERLINK(""http://127.0.0.1:9"")",2026-01-05,10\n' + "".join(
        f"30{number},Customer {number},2026-01-0{number},10\n" for number in range(2, 8)
    )
    page.goto(f"{address}/upload")
    settle(page)
    _drop(page, "active.csv", file.encode())
    page.get_by_text("sheet loaded").first.wait_for(timeout=120_000)
    go(page, "segments")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the table (CSV)").first.click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in text
