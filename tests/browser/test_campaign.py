"""One campaign in a real browser, from the segment to the result, and back."""

import io
import re
import zipfile
from email import message_from_bytes
from email.policy import default

import pytest
from playwright.sync_api import expect

from tests.browser.running import choose, settle

pytestmark = pytest.mark.browser

NAME = "Autumn thanks"
LETTER = "Short thanks"


def _open(page, address: str) -> None:
    page.goto(f"{address}/outreach?data=sample")
    page.get_by_text("In any of these groups").wait_for(timeout=180_000)
    settle(page)


def _step(page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).or_(
        page.get_by_role("button", name=name, exact=True)
    ).first.click()
    settle(page)


def _choose(page, group: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{group}")).or_(
        page.get_by_role("checkbox", name=re.compile(f"^{group}"))
    ).first.click()
    page.get_by_text("may be written to today").wait_for()
    settle(page)


def _add_letter(page) -> None:
    """A letter of one's own: first with a field that does not exist, then right."""
    _step(page, "Letters")
    page.get_by_text("Edit the letters, or add one").click()
    settle(page)
    page.get_by_role("textbox", name="Name", exact=True).fill(LETTER)
    page.get_by_role("textbox", name="Subject").fill("Thank you, {first_name}")
    page.get_by_role("textbox", name="Text", exact=True).fill("Dear {nickname}")
    page.get_by_role("button", name="Save the letter").click()
    page.get_by_text("There is no field {nickname}.").wait_for()
    assert page.get_by_text("{first_name}, {name}, {company}").is_visible()
    page.get_by_role("textbox", name="Text", exact=True).fill("Dear {first_name},\n\nthank you.\n\n{my_name}")
    page.get_by_role("button", name="Save the letter").click()
    page.get_by_text("There is no field {nickname}.").wait_for(state="detached", timeout=120_000)
    settle(page)
    # What was saved is what is looked at.
    expect(page.get_by_role("combobox", name="Letter to edit")).to_have_value(LETTER)
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_have_value(re.compile("thank you"))


def _begin(page) -> None:
    page.get_by_role("textbox", name="Name of the campaign").fill(NAME)
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_text(re.compile("letters are ready")).wait_for()
    settle(page)
    choose(page.get_by_role("combobox", name="Letter", exact=True), LETTER)
    page.get_by_role("button", name="Use this letter").click()
    settle(page)
    page.locator("[data-testid=stMain]").get_by_role("textbox", name="Your name", exact=True).fill("Olga Owner")
    page.get_by_role("button", name="Keep", exact=True).click()
    page.get_by_text("Olga Owner").first.wait_for()
    settle(page)


def test_a_campaign_goes_from_segment_to_result_and_back(page, sample_address):
    _open(page, sample_address)
    _add_letter(page)
    _step(page, "Whom")
    _choose(page, "Vital few")
    assert page.get_by_text(re.compile(r"Left out \(\d+\)")).is_visible()
    _begin(page)
    ready = int(re.match(r"(\d+)", page.locator("[data-testid=stMain] h2").first.inner_text())[1])
    assert page.get_by_text("Olga Owner").first.is_visible()
    first = page.get_by_text("Subject: Thank you,").inner_text()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Subject: Thank you,")).not_to_have_text(first)
    settle(page)
    link = page.get_by_role("link", name="Open in your mail program").get_attribute("href")
    assert link.startswith("mailto:") and "subject=Thank%20you" in link

    _step(page, "Send")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the drafts").click()
    archive = zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes()))
    assert len(archive.namelist()) == ready
    letter = message_from_bytes(archive.read(archive.namelist()[0]), policy=default)
    assert letter["X-Unsent"] == "1" and "Olga Owner" in letter.get_content()
    page.get_by_role("button", name=f"Mark {ready} letters as sent").click()
    page.get_by_text(f"{ready} letters marked as sent").wait_for()
    settle(page)

    _step(page, "Talks")
    page.get_by_role("textbox", name="Why did you choose us").fill("You *called* back within the hour.")
    page.get_by_role("textbox", name="Names they gave").fill("Rosa Diaz, rosa@diaz.example\nHall & Sons\nIvy Inn")
    page.get_by_role("button", name="Write down", exact=True).click()
    page.get_by_text("You *called* back within the hour.").wait_for()
    settle(page)

    _step(page, "Results")
    told = f"'{NAME}': {ready} written to, 1 talked, 1 person needed more or named somebody"
    page.get_by_text(told).first.wait_for()

    # Another session, another day: it is all there, and goes back step by step.
    page.goto(f"{sample_address}/outreach?data=sample&campaign={NAME.replace(' ', '+')}&step=Talks")
    page.get_by_text("You *called* back within the hour.").wait_for()
    settle(page)
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_text("You *called* back within the hour.").wait_for(state="detached")
    settle(page)
    _step(page, "Send")
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_role("button", name=f"Mark {ready} letters as sent").wait_for()
