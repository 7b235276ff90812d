"""What one cell looks like, coarse enough to tell a header from data and one delimiter from another."""

import re
from functools import lru_cache

EMPTY, NUMBER, DATE, ADDRESS, CODE, WORDS, OTHER = (
    "empty",
    "number",
    "date",
    "address",
    "code",
    "words",
    "other",
)

NUMBER_SHAPE = re.compile(
    r"[(+\-\u2212]?\s?(?:[$\u20ac\u00a3\u00a5\u20b9]|[A-Z]{2,3}\s)?\s?[+\-\u2212]?"
    r"(?:\d{1,3}(?:[., '\u2019\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d*[.,]?\d+|\d+[.,])"
    r"(?:[eE][+\-]?\d+)?\s?(?:%|[$\u20ac\u00a3\u00a5\u20b9]|[A-Z]{3}|[kKmM]|-)?\)?"
)
DATE_SHAPE = re.compile(
    r"(?:\d{1,4}[./\-]\d{1,2}[./\-]\d{1,4}\.?|\d{1,2}[\s\-./]?[A-Za-z]{3,9}\.?,?[\s\-./]?\d{2,4}|[A-Za-z]{3,9}\.?\s\d{1,2},?\s\d{4})"
    r"(?:[T,]?\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[AaPp]\.?[Mm]\.?)?\s?(?:Z|UTC|GMT|[+\-]\d{2}:?\d{2})?)?"
    r"|\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[AaPp]\.?[Mm]\.?)?"
)
ADDRESS_SHAPE = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|(?:https?://|www\.)\S+")
# No blanks, at least one digit: ids, postcodes, file names.
CODE_SHAPE = re.compile(r"(?=\S*\d)[#'\w\-./:+\u00b0*]+")
WORDS_SHAPE = re.compile(r"[^\W\d_][\w\s.'\u2019\-&/()+#%:?!\u00b0]*")
MISSING = frozenset({"", "-", "--", "n/a", "na", "nan", "null", "none", "?", "."})


@lru_cache(maxsize=65_536)
def look(cell: str) -> str:
    """One of EMPTY, NUMBER, DATE, ADDRESS, CODE, WORDS, OTHER."""
    text = cell.strip()
    if text.lower() in MISSING:
        return EMPTY
    if len(text) > 200:
        return OTHER
    if NUMBER_SHAPE.fullmatch(text):
        return NUMBER
    if DATE_SHAPE.fullmatch(text):
        return DATE
    if ADDRESS_SHAPE.fullmatch(text):
        return ADDRESS
    if CODE_SHAPE.fullmatch(text):
        return CODE
    return WORDS if WORDS_SHAPE.fullmatch(text) else OTHER


def is_value(cell: str) -> bool:
    """A number, date, address or code: what a column name seldom is."""
    return look(cell) in (NUMBER, DATE, ADDRESS)


def column_looks(rows: list, width: int) -> list[dict[str, float]]:
    """For each column the share of its filled cells per look; {} for a column without filled cells.

    rows : lists of text, at least some of them `width` long.
    """
    counts: list[dict[str, int]] = [{} for _ in range(width)]
    for row in rows:
        for position, cell in enumerate(row[:width]):
            kind = look(cell) if cell else EMPTY
            if kind != EMPTY:
                counts[position][kind] = counts[position].get(kind, 0) + 1
    return [{kind: count / sum(column.values()) for kind, count in column.items()} for column in counts]
