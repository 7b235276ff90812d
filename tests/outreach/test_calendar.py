"""The calendar file against what RFC 5545 asks of it."""

from datetime import datetime

from analytics.outreach.calendar import Talk, to_ics

MADE_AT = datetime(2026, 3, 1, 9, 30)


def _ics(**changed: object) -> str:
    known = {"key": "k", "starts_at": datetime(2026, 3, 5, 14, 0), "minutes": 20, "title": "Talk with Ann", "note": ""}
    return to_ics([Talk(**known | changed)], MADE_AT)


def _unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_an_event_says_when_it_begins_and_ends():
    lines = _unfolded(_ics())
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    for line in (
        "DTSTART:20260305T140000",
        "DTEND:20260305T142000",
        "DTSTAMP:20260301T093000Z",
        "SUMMARY:Talk with Ann",
    ):
        assert line in lines


def test_no_line_is_longer_than_75_bytes_and_no_character_is_cut():
    text = _ics(title="\u00fc\u20ac\U0001f600" * 40, note="word " * 100)
    lines = text.encode("utf-8").split(b"\r\n")
    assert max(len(line) for line in lines) == 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert "SUMMARY:" + "\u00fc\u20ac\U0001f600" * 40 in _unfolded(text)


def test_what_separates_values_is_escaped_and_nothing_can_add_a_line():
    lines = _unfolded(_ics(title="Ann; Bob, \\ Co\r\nATTENDEE:x\x07", note="One\nTwo"))
    assert "SUMMARY:Ann\\; Bob\\, \\\\ Co\\nATTENDEE:x" in lines
    assert "DESCRIPTION:One\\nTwo" in lines
    assert not [line for line in lines if line.startswith("ATTENDEE")]


def test_the_same_talk_keeps_its_uid_and_another_has_another():
    def uid(text: str) -> str:
        return next(line for line in _unfolded(text) if line.startswith("UID:"))

    assert uid(_ics()) == uid(_ics(title="Later"))
    assert uid(_ics()) != uid(_ics(key="other"))


def test_no_talks_are_an_empty_calendar():
    assert _unfolded(to_ics([], MADE_AT))[4] == "END:VCALENDAR"
