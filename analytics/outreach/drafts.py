"""Letters as files: drafts that a mail program opens for sending, a table for a mail tool, and links."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

import pandas as pd

from analytics import labels
from analytics.outreach.letters import Letter
from analytics.report.plain import to_csv

# Narrower than what mail servers take: ASCII, one @, a dot in the domain, nothing that a header could read.
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
# The oldest time that a zip can hold: the same letters always make the same file.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
LONGEST_LINK = 1_900


@dataclass(frozen=True)
class Draft:
    """A finished letter and whom it goes to."""

    name: str
    email: str
    letter: Letter


def is_address(email: str | None) -> bool:
    """Whether a letter can be addressed to it."""
    if not email or len(email) > 254 or not _ADDRESS.fullmatch(email):
        return False
    try:
        Address(addr_spec=email)
    except (ValueError, HeaderParseError):
        return False
    return True


def to_eml(draft: Draft) -> bytes:
    """One letter as a mail that is not sent yet: a mail program opens it ready to be looked at and sent."""
    message = EmailMessage(policy=SMTP)
    message["To"] = Address(_header(draft.name), addr_spec=_header(draft.email))
    message["Subject"] = _header(draft.letter.subject)
    # Outlook and others open a mail with this header as a draft.
    message["X-Unsent"] = "1"
    message.set_content(draft.letter.body.replace("\r\n", "\n").replace("\r", "\n") + "\n", charset="utf-8")
    return message.as_bytes()


def to_zip(drafts: Sequence[Draft]) -> bytes:
    """Every letter as a file of its own, numbered in order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, draft in enumerate(drafts, start=1):
            archive.writestr(zipfile.ZipInfo(f"{number:03}-{_file_name(draft.name)}.eml", _ZIP_TIME), to_eml(draft))
    return out.getvalue()


def to_table(drafts: Sequence[Draft]) -> str:
    """The letters as CSV for a mail tool; cells that a spreadsheet program would run are made passive."""
    rows = [(each.email, each.name, each.letter.subject, each.letter.body) for each in drafts]
    return to_csv(pd.DataFrame(rows, columns=["email", "name", "subject", "body"], dtype=object))


def mailto(draft: Draft) -> str | None:
    """A link that opens the letter in the mail program; None where it is longer than some of them can take."""
    body = draft.letter.body.replace("\r\n", "\n").replace("\n", "\r\n")
    link = f"mailto:{quote(draft.email, safe='@')}?subject={quote(_header(draft.letter.subject))}&body={quote(body)}"
    return link if len(link) <= LONGEST_LINK else None


def _header(text: str) -> str:
    """Text on one line: a line break in a header would begin another header."""
    return labels.plain(text, 300)


def _file_name(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "letter"
