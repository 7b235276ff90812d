"""The dialect of a text file: the delimiter, quote and escape under which its rows agree and its cells make sense."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from analytics.ingest.read import cells
from analytics.ingest.read.dialect import Dialect
from analytics.ingest.read.records import Record, lines_of, records_of

SAMPLE_RECORDS = 250
SAMPLE_CHARACTERS = 128 * 1024
# How readily a delimiter is believed when all else is equal: our choice, docs/reading.md.
BELIEF = {
    **dict.fromkeys([",", ";", "\t", "|", ", ", "; ", " | ", " ; ", " , ", "\x01", "\x1f"], 1.0),
    **dict.fromkeys(["||", "\t\t"], 0.98),
    **dict.fromkeys(["\x1e", "\u00a6", "\u00a7", "\u00b6"], 0.95),
    **dict.fromkeys(["::", "^", "~"], 0.9),
    **dict.fromkeys(["#", "*", "&"], 0.75),
    **dict.fromkeys([":", "!", "%"], 0.7),
    **{" ": 0.62, "=": 0.6, "/": 0.45},
}
GRAVE = "`"
DOUBLED = ("||", "\t\t", "::")
WORTH = {
    cells.NUMBER: 1.0,
    cells.DATE: 1.0,
    cells.ADDRESS: 1.0,
    cells.CODE: 0.92,
    cells.WORDS: 0.9,
    cells.EMPTY: 0.7,
    cells.OTHER: 0.55,
}
LEFT_OVER = re.compile(r"[;|]\S|\t")
SEPARATOR_LINE = re.compile(r"\ufeff?\"?sep=(.|\\t)\"?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Sniffed:
    """The dialect, the usual number of fields, and the score it won with (0 to 1)."""

    dialect: Dialect
    width: int
    score: float


def sniff(text: str) -> Sniffed:
    """The best dialect for the first rows of a text; a single column when nothing divides its lines."""
    sample = text[:SAMPLE_CHARACTERS]
    if len(text) > len(sample) and "\n" in sample:
        sample = sample[: sample.rfind("\n") + 1]
    tried = [scored(sample, dialect) for dialect in dialects_for(sample)]
    return max(tried, key=lambda found: found.score)


def separator_line(text: str) -> str | None:
    """The delimiter that a first line `sep=;` names for Excel; None when there is no such line."""
    first = text.split("\n", 1)[0].rstrip("\r")
    match = SEPARATOR_LINE.fullmatch(first)
    return match.group(1).replace("\\t", "\t") if match else None


def dialects_for(sample: str) -> list[Dialect]:
    """Every dialect worth a try: its delimiter stands in many lines, its quote beside delimiters."""
    lines = below_comments([line for line in itertools.islice(lines_of(sample), SAMPLE_RECORDS) if line.strip()])
    enough = max(1, 0.4 * len(lines))
    found = [mark for mark in BELIEF if sum(mark in line for line in lines) >= enough]
    found = [mark for mark in found if beside_quotes(sample, mark)] or found
    doubled = {mark[0] for mark in found if mark in DOUBLED and sample.count(mark[0]) == 2 * sample.count(mark)}
    found = [mark for mark in found if mark not in doubled]
    return [
        Dialect(mark, quote, escape)
        for mark in (found or [","])
        for quote in quotes_for(sample, mark)
        for escape in escapes_for(sample, quote)
    ]


def below_comments(lines: list[str]) -> list[str]:
    """The lines under those at the top that begin with #, as reports put before their tables."""
    top = sum(1 for _ in itertools.takewhile(lambda line: line.startswith("#"), lines))
    return lines[top:] if 1 < top < len(lines) else lines


def beside_quotes(sample: str, delimiter: str) -> bool:
    """In a file full of quotes the delimiter stands beside many of them."""
    count = sample.count('"')
    beside = sample.count('"' + delimiter) + sample.count(delimiter + '"')
    return count < 0.2 * SAMPLE_RECORDS or beside >= 0.15 * count


def quotes_for(sample: str, delimiter: str) -> list[str]:
    """The double quote, and other quotes where they stand at both edges of cells."""
    mark = re.escape(delimiter)
    quoted = re.findall(rf"(?:^|{mark}) ?'[^'\n]*'(?= ?{mark}|\r?$)", sample, re.MULTILINE)
    others = (["'"] if len(quoted) >= 2 else []) + ([GRAVE] if are_graves_quotes(sample, mark) else [])
    return ['"', *others] if '"' in sample else [*others, '"']


def are_graves_quotes(sample: str, mark: str) -> bool:
    """Each cell that begins with a grave accent ends with one, and they are at least half of the cells with words."""
    if GRAVE not in sample:
        return False
    found = re.findall(rf"(?:^|{mark}) ?(`[^`\n]*`(?= ?(?:{mark}|\r?$))|(?:(?!{mark})[^\n])*)", sample, re.MULTILINE)
    cells = [cell.strip() for cell in found]
    begun = [cell for cell in cells if cell.startswith(GRAVE)]
    if len(begun) < 2 or not all(re.fullmatch("`[^`]*`", cell) for cell in begun):
        return False
    return 2 * len(begun) >= sum(bool(re.search(r"[^\W\d_]", cell)) for cell in cells)


def escapes_for(sample: str, quote: str) -> list[str]:
    """Doubled quotes, and the backslash where it stands before a quote."""
    return [quote, "\\"] if "\\" + quote in sample else [quote]


def scored(sample: str, dialect: Dialect) -> Sniffed:
    """How well the sample reads under a dialect: rows of one width, cells that look like something."""
    records = list(itertools.islice(records_of(lines_of(sample), dialect, None), SAMPLE_RECORDS))
    filled = [record for record in records if any(field.strip() for field in record.fields)]
    if not filled:
        return Sniffed(dialect, 1, 0.0)
    width = usual_width(filled)
    body = [record for record in filled if len(record.fields) == width]
    agreeing = agreement(filled, width)
    sense = sum(worth(record, dialect) for record in body) / len(body)
    breadth = 1 - 0.6 / width if width > 1 else 0.3
    return Sniffed(dialect, width, agreeing**0.7 * sense * breadth * BELIEF.get(dialect.delimiter, 0.8))


def usual_width(records: list[Record]) -> int:
    """The commonest number of fields, the last half of the rows counting double (banners stand on top)."""
    counts: Counter[int] = Counter()
    for place, record in enumerate(records):
        counts[len(record.fields)] += 2 if place >= len(records) // 2 else 1
    best = max(counts.values())
    return max(width for width, count in counts.items() if count >= 0.8 * best)


def agreement(records: list[Record], width: int) -> float:
    """Share of rows of that width; rows before the first of them, as in a banner, count a third."""
    first = next(place for place, record in enumerate(records) if len(record.fields) == width)
    agreeing = sum(len(record.fields) == width for record in records)
    return agreeing / (len(records) - first + first / 3)


def worth(record: Record, dialect: Dialect) -> float:
    """Mean worth of the cells of a record, less when a quote or another delimiter was left inside."""
    total = 0.0
    for field in record.fields[:60]:
        value = WORTH[cells.look(field)]
        if dialect.quote and field[:1] == dialect.quote == field[-1:] or field.strip()[:1] == '"' != dialect.quote:
            value *= 0.3
        elif field[:1] == " " and field.strip():
            value *= 0.93
        if LEFT_OVER.search(field):
            value *= 0.4 if "\t" in field else 0.7
        total += value
    return total / min(len(record.fields), 60) * (1.0 if record.regular else 0.85)
