"""Blank lines inside a large file: the engine skips them without a word, and the rows below have to be counted on."""

import mmap
import re
from pathlib import Path

from analytics.ingest.read.table import MEBIBYTE

HEAD = 64 * 1024
# Fixed bytes for each kind of line end: a search for them costs 0.06 seconds for 100 MB, for all at once 0.5.
BLANK = {b"\r\n": re.compile(rb"\n(?=\r\n)"), b"\n": re.compile(rb"\n(?=\n)"), b"\r": re.compile(rb"\r(?=\r)")}
# A cell in quotes that holds a line end: lines and rows are not the same then.
SPREAD = rb'[,;\t|\r\n]"(?:[^"\r\n]|"")*[\r\n]'
# As many as large.py mends at the end of a file.
LAST_LINES = 20
# More than these are the pages of a report: such a file is read row by row. Each costs a comparison of every row: 200
# in 200,000 rows took 1.0 s of processor instead of 1.4 (2026-11).
MOST = 200


def blank_lines(path: Path, quote: str) -> tuple[int, ...] | None:
    """Numbers of the blank lines above the last lines of the file, from 1; None where they are no numbers of rows.

    One inside a quoted cell is part of its text.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        head = data[:HEAD]
        end = next((end for end in BLANK if end in head), b"\n")
        places = blank_places(data, BLANK[end], quote)
        if not places:
            return ()
        if len(places) > MOST or (
            quote and re.compile(SPREAD.replace(b'"', quote.encode())).search(data, 0, places[-1])
        ):
            return None
        return line_numbers(data, end[-1:], places)


def blank_places(data: mmap.mmap, blank: re.Pattern, quote: str) -> list[int]:
    """Where the line ends stand after which a line is blank; at most one more than are counted on."""
    places: list[int] = []
    counted = quotes = 0
    for found in blank.finditer(data, 0, last_text(data)):
        quotes += data[counted : found.start()].count(quote.encode()) if quote else 0
        counted = found.start()
        if quotes % 2 == 0:
            places.append(found.start())
        if len(places) > MOST:
            break
    return places


def line_numbers(data: mmap.mmap, end: bytes, places: list[int]) -> tuple[int, ...]:
    """The number of the line that follows each of these line ends."""
    numbers, counted, lines = [], 0, 1
    for place in places:
        while counted <= place:
            until = min(counted + 4 * MEBIBYTE, place + 1)
            lines += data[counted:until].count(end)
            counted = until
        numbers.append(lines)
    return tuple(numbers)


def last_text(data: mmap.mmap) -> int:
    """Where the last lines begin: a blank one there stands above a total or a note, and is left out with a note."""
    place = len(data)
    for _ in range(LAST_LINES):
        place = max(data.rfind(b"\n", 0, place), data.rfind(b"\r", max(0, place - HEAD), place))
        if place <= 0:
            return 0
    return place
