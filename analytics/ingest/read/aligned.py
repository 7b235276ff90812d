"""Tables set with blanks or drawn with lines, as old programs print them and consoles show them, made into records.

Columns are cut where blanks stand one under the other in every row; a word never runs across such a gap.
"""

import re
from dataclasses import dataclass

from analytics.ingest.read import cells
from analytics.ingest.read.records import Record

# A line of a drawing, no row: dashes, corners and bars only.
RULING = re.compile(r"\s*[-=_+|:\u2500-\u257f]{2}[-=_+|:\s\u2500-\u257f]*")
DRAWN = re.compile(r"\s*[|\u2502\u2503](.*)[|\u2502\u2503]\s*")
BAR = re.compile(r"[|\u2502\u2503]")
GAP = re.compile(r" {2,}|\t+")
MARKS = tuple("|+\u2500\u2502\u2503\u250c\u250f\u2554")
FEWEST_ROWS = 3
SHARE = 0.8
# Rows that may stray into a gap: a long name that ran over.
ODD_ROWS = 0.02
TAB_WIDTH = 8
# (first blank place, first place of the next column)
Gap = tuple[int, int]


@dataclass(frozen=True)
class Aligned:
    """Records of the table, '' between them where a ruling or blank line stood; kind: 'drawn' or 'aligned'."""

    records: list[Record]
    kind: str


def drawn(lines: list[str]) -> Aligned | None:
    """A table whose rows stand between bars with rulings beside them; None for any other text."""
    rows = [line for line in lines if DRAWN.fullmatch(line) and not RULING.fullmatch(line)]
    rulings = sum(1 for line in lines if line.strip() and RULING.fullmatch(line))
    if (
        len(rows) < FEWEST_ROWS - 1
        or not rulings
        or len(rows) + rulings < SHARE * sum(map(bool, map(str.strip, lines)))
    ):
        return None
    if len({len(BAR.findall(row)) for row in rows}) > 1:
        return None
    return Aligned([drawn_record(number, line) for number, line in enumerate(lines, start=1)], "drawn")


def drawn_record(number: int, line: str) -> Record:
    """The cells between the bars; none for a ruling."""
    inner = DRAWN.fullmatch(line)
    if not line.strip() or RULING.fullmatch(line):
        return Record(number, [], True, line)
    return Record(number, [cell.strip() for cell in BAR.split(inner[1])] if inner else [line.strip()], True, line)


def aligned(lines: list[str]) -> Aligned | None:
    """A table whose columns are set with blanks; None where the columns cannot be told for sure."""
    plain = [line.expandtabs(TAB_WIDTH).rstrip() for line in lines]
    body = [line for line in plain if is_row(line)]
    if len(body) < max(FEWEST_ROWS, 0.4 * sum(map(bool, plain))):
        return None
    gaps = ruled_gaps(plain) or blank_gaps(body)
    if not gaps or not agree(body, gaps):
        return None
    return Aligned([aligned_record(number, line, gaps) for number, line in enumerate(plain, start=1)], "aligned")


def is_row(line: str) -> bool:
    """At least two stretches of text with two blanks between them, one of them a value; no ruling."""
    parts = GAP.split(line.strip())
    return len(parts) > 1 and not RULING.fullmatch(line) and any(map(cells.is_value, parts))


def ruled_gaps(lines: list[str]) -> list[Gap]:
    """The gaps in a line of dashes such as '-----  --------  ----'; [] when there is no such line."""
    for line in lines:
        dashes = list(re.finditer(r"[-=]{2,}", line))
        if len(dashes) > 2 and not set(line) - set("-= "):
            return [(before.end(), after.start()) for before, after in zip(dashes, dashes[1:], strict=False)]
    return []


def blank_gaps(body: list[str]) -> list[Gap]:
    """Stretches that are blank in (nearly) every row, two blanks wide in at least one of them on the left."""
    filled = [0] * max(map(len, body))
    for line in body:
        for place, letter in enumerate(line):
            filled[place] += letter != " "
    few = ODD_ROWS * len(body)
    blank = "".join(" " if count <= few else "x" for count in filled)
    gaps = [match.span() for match in re.finditer(r" +", blank.strip() and blank) if match.start() > 0]
    return [gap for gap in gaps if any(not line[gap[1] - 2 : gap[1]].strip() for line in body if len(line) > gap[1])]


def agree(body: list[str], gaps: list[Gap]) -> bool:
    """Cutting there leaves cells that look alike down the columns: one column of values, hardly a word cut in two."""
    rows = [cut(line, gaps) for line in body]
    looks = cells.column_looks([row for row in rows if row], len(gaps) + 1)
    valued = [look for look in looks if look.get(cells.NUMBER, 0) + look.get(cells.DATE, 0) >= SHARE]
    full = sum(1 for row in rows if row and sum(map(bool, row)) >= 0.5 * len(row))
    whole = sum(1 for row in rows if row)
    return bool(valued) and whole >= (1 - ODD_ROWS) * len(rows) and full >= SHARE * len(rows)


def cut(line: str, gaps: list[Gap]) -> list[str] | None:
    """The cells of one line; None for a line with words across the gaps, as a title or a note has."""
    places = [0]
    for start, end in gaps:
        place = end
        # A name wider than the numbers under it begins inside the gap.
        while place > start and line[place - 1 : place].strip():
            place -= 1
        if line[place - 1 : place].strip() and line[place : place + 1].strip():
            return None
        places.append(place)
    return [line[start:end].strip() for start, end in zip(places, [*places[1:], None], strict=True)]


def aligned_record(number: int, line: str, gaps: list[Gap]) -> Record:
    """The cells of a row; a line that runs across the gaps is one cell."""
    if not line.strip() or RULING.fullmatch(line):
        return Record(number, [], True, line)
    found = cut(line, gaps)
    return Record(number, found or [line.strip()], True, line)


def may_be_set(lines: list[str]) -> bool:
    """A cheap look: half of the first lines have two blanks in a row, or start like a drawing."""
    first = [line for line in lines[:200] if line.strip()]
    likely = sum(1 for line in first if "  " in line.strip() or line.lstrip()[:1] in MARKS)
    return len(first) >= FEWEST_ROWS and likely >= 0.4 * len(first)


def set_apart(lines: list[str], width: int, delimiter: str) -> Aligned | None:
    """The table of a text that no delimiter divides as well: drawn with lines, or set with blanks.

    width, delimiter : of the best reading with a delimiter; one with as many columns is the better explanation.
    """
    found = drawn(lines) or aligned(lines)
    if found is None or found.kind == "drawn":
        return found
    columns = max(len(record.fields) for record in found.records)
    return found if delimiter == " " or columns > width else None


def is_unclear(lines: list[str]) -> bool:
    """Most lines have stretches of blanks as columns have, yet no columns can be told."""
    filled = [line for line in lines if line.strip()]
    return len(filled) >= FEWEST_ROWS and sum(len(GAP.split(line.strip())) > 2 for line in filled) > 0.6 * len(filled)
