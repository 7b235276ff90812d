"""Changing the letters: the table letter_templates with one letter put in or taken out."""

from collections.abc import Mapping

from analytics.errors import LetterError
from analytics.outreach.letters import Template, check
from analytics.workspace.choices import Rows

# Purpose to what it is for, in the words of the screen.
PURPOSES = {
    "research": "Ask for help with research",
    "referral": "Ask for names",
    "thanks": "Say thank you",
    "lapsed": "Write to somebody who stopped",
}


def with_letter(known: Mapping[str, Template], letter: Template) -> Rows:
    """The table with this letter in the place of the one of its name, or at the end.

    Raises
    ------
    LetterError  the letter cannot be used.
    """
    check(letter)
    return [_row(each) for each in {**known, letter.name: letter}.values()]


def without_letter(known: Mapping[str, Template], name: str) -> Rows:
    """The table without the letter of that name.

    Raises
    ------
    LetterError  it is the last one.
    """
    rest = [_row(each) for each in known.values() if each.name != name]
    if not rest:
        raise LetterError("It is the last letter.", "Add another one first.")
    return rest


def _row(letter: Template) -> dict[str, str | None]:
    # A file that Windows typed: one kind of line end, so that the letters of all programs look the same.
    body = letter.body.replace("\r\n", "\n").strip()
    return {"name": letter.name.strip(), "purpose": letter.purpose, "subject": letter.subject.strip(), "body": body}
