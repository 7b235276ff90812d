"""What the cells of a column look like: used to support a header or to doubt it, never to replace it."""

import re
from collections.abc import Sequence

from analytics.ingest.clean.weekdays import without_weekday
from analytics.ingest.recognise.header_text import CURRENCIES

EMAIL = re.compile(r"^[^@\s,;]+@[^@\s,;]+\.[^@\s,;]{2,}$")
NUMBER = re.compile(
    r"^[\s(+-]*(?:[^\W\d_]{1,4}\.?\s?|[^\W\d_]{0,2}[^\w\s]\s?)?[-(]?\d[\d\s.,'\u2019\u00a0\u202f]*(?:[eE][+-]?\d+)?[\s)%-]*(?:[^\W\d_]{1,4}\.?|[^\w\s])?[\s)-]*$"
)
DATE = re.compile(
    r"\d{1,4}[-/.\s]+(?:de\s+)?(?:\d{1,2}|[^\W\d_]{3,9}\.?)[-/.,\s]+(?:del?\s+)?\d{1,4}|[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|(?:(?:19|20)\d\d[01]\d[0-3]\d|[0-3]\d[01]\d(?:19|20)\d\d)(?:\D|$)|\d{4}-\d{2}$|\d{4}-?(?:Q\d|W\d\d?)|(?:KW|W|Woche|Week|Semaine|Semana)\s?\d\d?[/\s-]\d{4}|\d\d?\.?\s?(?:KW|Woche|Week)[/\s-]\d{4}|Q\d\s?-?\d{4}|[^\W\d_]{3,9}\.?[\s-]+\d{2,4}$"
)
SERIAL = re.compile(r"^[2-6]\d{4}(?:\.\d+)?$")  # a day as Excel counts it, 1954 to 2091
# A number with cents, or with a sign or code of money: years, hours, ids and counts have neither.
CODES = "|".join(sorted({code.upper() for code in CURRENCIES if len(code) == 3} | {"AED", "ILS", "THB", "TRY"}))
AMOUNT = re.compile(rf"[-+(\s]*(?:[$€£]|(?:{CODES})\b)|.*\d[.,]\d\d(?:\D*)$|.*[€£$]\s*$")
PHONE = re.compile(r"^[\d\s()+./x-]{6,}$")
EMPTY = frozenset({"", "-", "--", "n/a", "na", "null", "none", "-none-", "select", "?"})
BOOLEANS = """
yes no y n true false 1 0 x ja nein j oui non si sí nee wahr falsch vrai faux verdadero falso waar onwaar
"""
# What customers give: a number of stars, in figures or drawn, or points out of so many.
STAR = r"\s*(?:stars?|sterne?|[ée]toiles?|estrellas?|sterren|\u2605|\u2b50\ufe0f?)?"
OUT_OF = r"\s*(?:(?:/|out of|of|von|sur|de|van)\s*(?:5|10|20|100))?"
SCORE = re.compile(rf"(?:[\u2605\u2b50]\ufe0f?)+\u2606*|\d{{1,3}}(?:[.,]\d+)?{STAR}{OUT_OF}{STAR}", re.IGNORECASE)
SHEET_ERROR = re.compile(r"#[\w¡¿/]*[!?]|#N/?[ABDV]|#{3,}|Err:5\d\d")
WORDS_OF_BOOLEAN = frozenset(BOOLEANS.split())

# So many of the cells of a column make it what they look like.
MOST = 0.8

LOOKS = {
    "email": lambda cell: bool(EMAIL.match(cell)),
    "money": lambda cell: bool(NUMBER.match(cell)) and not is_date(cell),
    "number": lambda cell: bool(NUMBER.match(cell)) and not is_date(cell),
    "count": lambda cell: bool(NUMBER.match(cell)) and not is_date(cell),
    "score": lambda cell: bool(SCORE.fullmatch(cell)) or (bool(NUMBER.match(cell)) and not is_date(cell)),
    "time": lambda cell: is_date(cell) or bool(SERIAL.match(cell)),
    "date": lambda cell: is_date(cell) or bool(SERIAL.match(cell)) or bool(re.match(r"^(?:19|20)\d\d$", cell)),
    "boolean": lambda cell: cell.casefold() in WORDS_OF_BOOLEAN,
    "phone": lambda cell: bool(PHONE.match(cell)),
    "name": lambda cell: not EMAIL.match(cell) and bool(re.search(r"[^\W\d_]", cell)),
}


def is_date(cell: str) -> bool:
    return len(cell) <= 40 and bool(DATE.match(cell) or DATE.match(without_weekday(cell)))


def has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))


def says_how_many(cell: str) -> bool:
    """Digits, or stars that can be counted."""
    return has_digit(cell) or bool(SCORE.fullmatch(cell))


def cells_of(sample: Sequence[Sequence[str | None]], index: int) -> list[str]:
    """Filled cells of one column of the sample, placeholders and errors of a spreadsheet program left out."""
    cells = [(row[index] or "").strip() for row in sample if index < len(row)]
    return [cell for cell in cells if cell.casefold() not in EMPTY and not SHEET_ERROR.fullmatch(cell)]


def share(kind: str, cells: Sequence[str]) -> float | None:
    """Share of the cells that look like the kind; None without cells or a look."""
    look = LOOKS.get(kind)
    return sum(map(look, cells)) / len(cells) if look and cells else None


def are_amounts(cells: Sequence[str]) -> bool:
    """True when four of five cells are numbers and half of them say that they are money."""
    amounts = share("money", cells)
    return amounts is not None and amounts >= MOST and 2 * sum(bool(AMOUNT.match(cell)) for cell in cells) >= len(cells)


def are_percents(cells: Sequence[str]) -> bool:
    """True when four of five cells say per cent: a share is no amount."""
    return bool(cells) and sum(cell.endswith("%") for cell in cells) >= MOST * len(cells)


def are_booleans(cells: Sequence[str]) -> bool:
    """True when all cells, of three or more, are words of yes and no."""
    return len(cells) >= 3 and share("boolean", cells) == 1


def are_small_counts(cells: Sequence[str]) -> bool:
    """Whole numbers below a hundred, three or more of them: how many there were, and nobody's name."""
    return len(cells) >= 3 and all(cell.isdecimal() and len(cell) <= 2 for cell in cells)


def are_emails(cells: Sequence[str]) -> bool:
    """True when four of five cells, of three or more, are e-mail addresses."""
    return len(cells) >= 3 and "@" in "".join(cells[:5]) and share("email", cells) >= MOST


def are_names(cells: Sequence[str]) -> bool:
    """True when most cells have letters and no digit: ids are numbered."""
    named = [cell for cell in cells if LOOKS["name"](cell) and not has_digit(cell)]
    return len(named) > len(cells) / 2
