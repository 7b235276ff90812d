"""Talks as a calendar file (.ics) that every calendar program reads.

By hand: it is one kind of event, and the libraries for it bring time-zone data and parsers that nothing here needs.
Source: RFC 5545, 3.1 (folding), 3.3.11 (text), 3.6.1 (event).
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

FOLDED_AT = 75


@dataclass(frozen=True)
class Talk:
    """An agreed talk.

    starts_at : by the clock on the wall of whoever opens the file; no time zone.
    key       : of what was written down, so that opening the file again changes the event and does not add one.
    """

    key: str
    starts_at: datetime
    minutes: int
    title: str
    note: str = ""


def to_ics(talks: Sequence[Talk], made_at: datetime) -> str:
    """All talks as one calendar.

    made_at : when the file is made, UTC.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Gleaner//Outreach//EN", "CALSCALE:GREGORIAN"]
    for talk in talks:
        lines += _event(talk, made_at)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def _event(talk: Talk, made_at: datetime) -> list[str]:
    ends_at = talk.starts_at + timedelta(minutes=talk.minutes)
    return [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(talk.key.encode()).hexdigest()[:32]}@gleaner.invalid",
        f"DTSTAMP:{made_at:%Y%m%dT%H%M%S}Z",
        f"DTSTART:{talk.starts_at:%Y%m%dT%H%M%S}",
        f"DTEND:{ends_at:%Y%m%dT%H%M%S}",
        f"SUMMARY:{_escaped(talk.title)}",
        *([f"DESCRIPTION:{_escaped(talk.note)}"] if talk.note else []),
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """Text as a value: what separates values is escaped, control characters are taken out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(sign for sign in text if sign in "\n\t" or sign >= " ")
    for sign, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, escaped)
    return text


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 bytes, each but the first begun by a space; no character is cut in two."""
    part, size = "", 0
    for sign in line:
        width = len(sign.encode("utf-8", "replace"))
        if size + width > FOLDED_AT:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + width
    yield part
