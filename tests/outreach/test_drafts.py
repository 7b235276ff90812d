"""Letters as files: a mail program reads them as meant, and no value can become a header or a formula."""

import csv
import io
import zipfile
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest

from analytics.outreach.drafts import Draft, is_address, mailto, to_eml, to_table, to_zip
from analytics.outreach.letters import Letter

BODY = "Dear Zo\u00eb,\n\nhow was it? " + "A long line. " * 20 + "\n\nMax M\u00fcller"


def _draft(name: str = "Zo\u00eb O'Neil", subject: str = "Gr\u00fc\u00dfe", body: str = BODY) -> Draft:
    return Draft(name, "zoe@x.example", Letter(subject, body, ()))


def test_a_draft_is_read_back_as_it_was_written():
    read = message_from_bytes(to_eml(_draft()), policy=default)
    to = read["To"].addresses[0]
    assert (to.display_name, to.addr_spec) == ("Zo\u00eb O'Neil", "zoe@x.example")
    assert read["Subject"] == "Gr\u00fc\u00dfe" and read["X-Unsent"] == "1"
    assert read.get_content().replace("\r\n", "\n").strip() == BODY
    assert "From" not in read and "Bcc" not in read


@pytest.mark.parametrize("name", ["Ann\r\nBcc: spy@x.example", 'Ann" <spy@x.example>, "B', "a,b;c@d <e>"])
def test_a_name_cannot_add_a_header_or_another_recipient(name):
    read = message_from_bytes(to_eml(_draft(name=name, subject="Hi\r\nBcc: spy@x.example")), policy=default)
    assert [each.addr_spec for each in read["To"].addresses] == ["zoe@x.example"]
    assert "Bcc" not in read and read["Subject"] == "Hi Bcc: spy@x.example"


@pytest.mark.parametrize("email", ["ann@x.example", "a.b+c@sub.x.example", "o'neil@x.example"])
def test_a_plain_address_can_be_written_to(email):
    assert is_address(email)


@pytest.mark.parametrize(
    "email",
    [None, "", "ann", "ann@x", "a b@x.example", "ann@x.example, b@x.example", "ann@x.example\nBcc: b@x.example",
     "<ann@x.example>", "z\u00f6e@x.example", "ann@x..example", ".ann@x.example", f"{'a' * 65}@x.example"],
)  # fmt: skip
def test_what_is_no_single_address_cannot(email):
    assert not is_address(email)


def test_the_zip_holds_each_letter_once_even_for_the_same_name():
    read = zipfile.ZipFile(io.BytesIO(to_zip([_draft("Ann"), _draft("Ann"), _draft("../../etc")])))
    assert read.namelist() == ["001-ann.eml", "002-ann.eml", "003-etc.eml"]
    assert message_from_bytes(read.read("001-ann.eml"), policy=default)["To"].addresses[0].display_name == "Ann"
    assert to_zip([_draft()]) == to_zip([_draft()])


@pytest.mark.parametrize("start", ["=1+1", "+49 30", "-2", "@SUM(A1)"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(start):
    rows = list(csv.DictReader(io.StringIO(to_table([_draft(name=f"{start} x", body=f"{start} y")]))))
    assert (rows[0]["name"], rows[0]["body"]) == (f"'{start} x", f"'{start} y")
    assert rows[0]["email"] == "zoe@x.example"


def test_a_link_carries_subject_and_body_and_nothing_else():
    link = mailto(_draft(subject="A & B? #1", body="One\nTwo&bcc=spy@x.example"))
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "zoe@x.example")
    assert parse_qs(parts.query) == {"subject": ["A & B? #1"], "body": ["One\r\nTwo&bcc=spy@x.example"]}


def test_a_letter_too_long_for_a_link_has_none():
    assert mailto(_draft(body="word " * 600)) is None
