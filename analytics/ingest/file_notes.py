"""What the reader did to rows, said as warnings: few things one by one, many of a kind as a count."""

from collections.abc import Iterable
from itertools import groupby

from analytics.ingest.read.table import Note
from analytics.ingest.receipt import Warned

# Each row that was changed is listed, up to this many of a kind; the reader's own preview has all of them.
LISTED = 200
COUNTED = {
    "blank": "empty rows were left out; nothing needs to be done.",
    "preamble": "rows above the header were left out.",
}


def warnings_of(notes: Iterable[Note]) -> tuple[Warned, ...]:
    """One warning for each note; blank rows and rows above the header as one sentence."""
    found: list[Warned] = []
    for code, group in groupby(sorted(notes, key=lambda note: note.code), key=lambda note: note.code):
        kept = list(group)
        if code in COUNTED and len(kept) > 1:
            found.append(Warned(code, f"{len(kept):,} {COUNTED[code]}"))
            continue
        found += [Warned(code, note.message) for note in kept[:LISTED]]
        if len(kept) > LISTED:
            found.append(Warned(code, f"{len(kept) - LISTED:,} more of this kind."))
    return tuple(found)
