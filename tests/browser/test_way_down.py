"""The main job in a real browser: sample in one click, a file of one's own, a file that is none."""

import pytest

from tests.browser.conftest import ask
from tests.browser.running import settle

pytestmark = pytest.mark.browser

ORDERS = """Order No;Customer;Order Date;Amount
1;Alder & Sons;2026-01-05;1000,00
2;Birch Roofing;2026-01-19;400,00
3;Cedar Homes;2026-02-03;300,00
4;Alder & Sons;2026-02-20;900,00
5;Dogwood Inn;2026-03-02;150,00
6;Elm Street Dental;2026-03-15;50,00
"""


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


@pytest.mark.parametrize(
    ("path", "questions"),
    [
        ("segments", ["buyers/pareto"]),
        ("leaks", ["funnel/diagnosis", "funnel/link_conversion"]),
        ("scores", ["prospects/opportunity_or_lead"]),
    ],
)
def test_a_page_shows_the_numbers_of_the_command_line(page, address, home, path, questions):
    page.goto(f"{address}/{path}?data=sample")
    settle(page)
    headings = page.locator("[data-testid=stMain] h2").all_inner_texts()
    for question in questions:
        told = ask(home / "gleaner" / "sample", question)
        assert told["headline"] in headings
        for finding in told["findings"]:
            assert page.get_by_text(finding["sentence"]).first.is_visible()


def test_an_upload_shows_its_own_numbers_and_a_bad_file_changes_nothing(page, address, home):
    page.goto(address)
    settle(page)
    page.set_input_files(
        "input[type=file]", [{"name": "jobs.csv", "mimeType": "text/csv", "buffer": ORDERS.encode("cp1252")}]
    )
    page.get_by_text("Done: 1 sheet loaded.").or_(page.get_by_text("to act on")).first.wait_for(timeout=120_000)
    page.goto(f"{address}/segments")
    settle(page)
    told = ask(home / "gleaner" / "mine", "buyers/pareto")
    assert told["summary"]["used_amount"] == "2800.00"
    before = _heading(page)
    assert before == told["headline"]
    assert "2,800" in before

    page.goto(f"{address}/upload")
    settle(page)
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    page.set_input_files("input[type=file]", [{"name": "photo.csv", "mimeType": "text/csv", "buffer": picture}])
    page.get_by_text("what to do about the rest stands below").wait_for(timeout=120_000)
    settle(page)
    assert page.locator("[data-testid=stAlert]").first.inner_text().strip() != ""
    page.goto(f"{address}/segments")
    settle(page)
    assert _heading(page) == before


def test_undo_takes_a_file_out_and_dropping_it_again_brings_it_back(page, address, home):
    page.goto(f"{address}/upload")
    settle(page)
    page.get_by_text("jobs.csv").first.click()
    page.get_by_role("button", name="Take this file out").click()
    page.get_by_text("not in use").first.wait_for(timeout=60_000)
    page.goto(f"{address}/segments")
    settle(page)
    assert "2,800" not in page.locator("[data-testid=stMain]").inner_text()


def test_a_download_neutralises_cells_that_a_spreadsheet_would_run(page, address, home):
    file = 'Order No,Customer,Order Date,Amount\n1,"=HYPERLINK(""http://127.0.0.1:9"")",2026-01-05,10\n' + "".join(
        f"{number},Customer {number},2026-01-0{number},10\n" for number in range(2, 8)
    )
    page.goto(f"{address}/upload")
    settle(page)
    page.set_input_files("input[type=file]", [{"name": "active.csv", "mimeType": "text/csv", "buffer": file.encode()}])
    page.get_by_text("sheet loaded").first.wait_for(timeout=120_000)
    page.goto(f"{address}/segments")
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the table (CSV)").first.click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in text
