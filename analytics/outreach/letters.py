"""Letters from templates: plain fields such as {first_name}, filled by a parser of our own.

No str.format and no template engine: what an owner types is text with a few names in braces, and nothing else in it
can mean anything.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from analytics import labels
from analytics.errors import LetterError

# Field to what it stands for, in the words of the screen.
FIELDS = {
    "first_name": "their first name",
    "name": "the name they stand under in your files",
    "company": "their company",
    "city": "their town",
    "industry": "the kind of business they are in",
    "first_product": "what they bought first",
    "first_year": "the year of their first order",
    "last_order": "month and year of their last order",
    "order_count": "how many orders they gave",
    "my_name": "your name, as you typed it for this campaign",
    "my_phone": "your phone, as you typed it for this campaign",
}
# What the owner types for a campaign; all others come from files.
TYPED = ("my_name", "my_phone")
LONGEST = {"subject": 200, "body": 10_000}
LONGEST_VALUE = 200

_BRACES = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True)
class Template:
    """A letter with fields: one row of the table letter_templates.

    purpose : research, referral, thanks or lapsed; a letter of purpose referral counts as asking for names.
    """

    name: str
    purpose: str
    subject: str
    body: str


@dataclass(frozen=True)
class Letter:
    """A template filled for one person.

    missing : fields that this person has no value for, in order of appearance; while there is one, the letter waits.
    """

    subject: str
    body: str
    missing: tuple[str, ...]

    @property
    def is_blocked(self) -> bool:
        return bool(self.missing)


def fields_of(text: str) -> tuple[str, ...]:
    """Names of the fields in a text, each once, in order of appearance; {first_name or name} holds two.

    Raises
    ------
    LetterError  a brace stands alone, or there is no field of that name; says which there are.
    """
    rest = _BRACES.sub("", text)
    if "{" in rest or "}" in rest:
        raise LetterError(
            f"A brace stands alone near '{_around(rest)}'.",
            "Write a field as {first_name}, with both braces on one line, or take the brace out.",
            code="LoneBrace",
        )
    found = tuple(dict.fromkeys(name for braced in _BRACES.findall(text) for name in _alternatives(braced)))
    for name in found:
        if name not in FIELDS:
            raise LetterError(f"There is no field {{{name}}}.", _fix(name), code="UnknownField")
    return found


def spoken(names: Sequence[str]) -> str:
    """Fields as a sentence names them: their company, your phone."""
    return ", ".join(FIELDS[name].partition(",")[0] for name in names)


def waiting(letter: Letter, name: str) -> str:
    """Why a letter to somebody waits, and what to do about each field that is missing."""
    theirs = [field for field in letter.missing if field not in TYPED]
    typed = [field for field in letter.missing if field in TYPED]
    told = ["This letter waits."]
    if theirs:
        told.append(
            f"Not known of {name}: {spoken(theirs)}. Add it to your file and load it again, or write the letter"
            " without it."
        )
    if typed:
        told.append(f"Not typed yet: {spoken(typed)}. Type it above.")
    return " ".join(told)


def check(template: Template) -> None:
    """See that a template can be used.

    Raises
    ------
    LetterError  its name, subject or body is empty, too long or on several lines, or fields_of refuses it.
    """
    for part in ("name", "subject", "body"):
        text = getattr(template, part)
        if not text.strip():
            raise LetterError(f"The {part} of the letter is empty.", "Type it.", code="EmptyPart")
        if part != "body" and "\n" in text.strip():
            raise LetterError(f"The {part} has several lines.", "Keep it on one line.", code="SeveralLines")
        if len(text) > LONGEST.get(part, LONGEST_VALUE):
            raise LetterError(
                f"The {part} has {len(text):,} characters.",
                f"Keep it to {LONGEST.get(part, LONGEST_VALUE):,}.",
                code="TooLong",
            )
    fields_of(template.subject)
    fields_of(template.body)


def fill(template: Template, values: Mapping[str, str | None]) -> Letter:
    """The letter to one person; a field without a value stays as it is and is listed as missing.

    Of fields joined by "or" the first with a value counts: a company that has no first name is greeted by its name.

    values : field to its value; what a value holds is never looked at for fields again.

    Raises
    ------
    LetterError  as check.
    """
    check(template)
    wanted = dict.fromkeys(_BRACES.findall(f"{template.subject}\n{template.body}"))
    known = {braced: value for braced in wanted if (value := _first_known(braced, values))}
    # One pass over the template: a customer called {my_phone} stays a customer called {my_phone}.
    subject, body = (
        _BRACES.sub(lambda found: known.get(found[1], found[0]), text) for text in (template.subject, template.body)
    )
    missing = dict.fromkeys(_alternatives(braced)[0] for braced in wanted if braced not in known)
    return Letter(subject.strip(), body.strip(), tuple(missing))


def _alternatives(braced: str) -> list[str]:
    """Names of the fields between one pair of braces, the best first."""
    return braced.split(" or ")


def _first_known(braced: str, values: Mapping[str, str | None]) -> str:
    return next(filter(None, (_one_line(values.get(name)) for name in _alternatives(braced))), "")


def _one_line(value: str | None) -> str:
    return "" if value is None else labels.plain(value, LONGEST_VALUE)


def _fix(name: str) -> str:
    near = get_close_matches(name.strip().lower().replace(" ", "_"), FIELDS, n=1)
    hint = f"Did you mean {{{near[0]}}}? " if near else ""
    return f"{hint}The fields are {', '.join(f'{{{each}}}' for each in FIELDS)}."


def _around(text: str) -> str:
    place = min(found for found in (text.find("{"), text.find("}")) if found >= 0)
    return " ".join(text[max(place - 15, 0) : place + 15].split())
