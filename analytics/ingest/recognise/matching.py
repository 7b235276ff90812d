"""Which header means which column of one sheet type: one header to one column, best as a whole."""

from dataclasses import replace
from itertools import takewhile

from rapidfuzz import fuzz, process

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.header_text import forms, normalise
from analytics.ingest.recognise.known import Column, SheetType
from analytics.ingest.recognise.naming import exact_edges
from analytics.ingest.recognise.sheet import Edge, Sheet
from analytics.ingest.recognise.slips import is_known_otherwise, is_one_slip

ACCEPT = 85.0
BEGUN = NUMBERS_ROWS = 96.0
SHORTEST_NUMBER = 4
NUMBER_WORDS = frozenset({"id", "no", "nr", "num", "number", "ref", "nummer", "numero"})
# Fuzzy comparison of a sheet with thousands of columns costs seconds; such sheets are matrices, not lists.
FUZZY_HEADERS = 400
GREETINGS = frozenset(["hi", "hello", "hey", "hallo", "bonjour", "hola", "and", "und", "et", "y", "en", "so", "first"])
COUNTED = frozenset({"number", "count", "score"})
YES_AND_NO_ARE_NONE = frozenset({"name", "id", "time", "date"})
SUPPORT, DOUBT = 0.5, 15.0
# Two equal words could be chance.
FEWEST_WORDS = 3
CHECKED = frozenset({"email", "money", "number", "count", "score", "time", "date", "name"})


def edges(sheet: Sheet, kind: SheetType) -> list[Edge]:
    """Every header and column that may belong together, looked up first and compared by similarity second."""
    choices = similar_choices(kind)
    found = []
    ignored = frozenset(map(normalise, kind.tool.ignores)) if kind.tool else frozenset()
    rules = {normalise(name) for rule in kind.set_aside for name in rule.headers}
    for index, header in enumerate(sheet.headers):
        if normalise(header) in ignored:
            continue
        named = id_or_name(exact_edges(index, header, kind), sheet.cells[index])
        named = named or numbered_edges(index, header, kind, sheet.cells[index])
        if not named and index < FUZZY_HEADERS:
            # 'Refunded' leaves rows out: it is no slip of the pen for 'Refund'.
            similar = [] if normalise(header) in rules else similar_edges(index, header, choices)
            named = begun_edges(index, header, kind) or similar
        numbers = [edge for edge in named if not (edge.column.name in kind.made and are_repeated_words(sheet, index))]
        weighed = [weighed_by_cells(edge, sheet.cells[index]) for edge in numbers]
        kept = [edge for edge in weighed if edge is not None]
        found += kept + (email_edges(index, kind) if index in sheet.email_columns else [])
    return found


def id_or_name(named: list[Edge], cells: list[str]) -> list[Edge]:
    """Of a header that may stand for an id and for a name ('Lead'), what its cells are; an id where there are none."""
    if {"id", "name"} <= {edge.column.kind for edge in named}:
        other = "id" if cell_looks.are_names(cells) else "name"
        return [edge for edge in named if edge.column.kind != other]
    return named


def numbered_edges(index: int, header: str, kind: SheetType, cells: list[str]) -> list[Edge]:
    """'Lesson ID', 'Call #': the number of a row, where no two rows have the same."""
    if not numbers_things(header, kind) or len(cells) < FEWEST_WORDS or len(set(cells)) < len(cells):
        return []
    # A list that counts its rows from 1 begins again in the next month.
    if all(cell.isdigit() and len(cell) < SHORTEST_NUMBER for cell in cells):
        return []
    why = f"'{header}' numbers the rows."
    return [Edge(index, kind.column(kind.made[0]), NUMBERS_ROWS, why, is_accepted=True)]


def numbers_things(header: str, kind: SheetType) -> bool:
    """The header is a thing of which each may be a sale, and a word for its number."""
    words = normalise(header).split()
    is_number = bool(words) and (words[-1] in NUMBER_WORDS or header.rstrip().endswith("#"))
    return is_number and " ".join(word for word in words if word not in NUMBER_WORDS) in kind.numbered


def are_repeated_words(sheet: Sheet, index: int) -> bool:
    """No cell has a digit and some come again: 'emailed' under 'Receipt' numbers nothing."""
    cells = sheet.cells[index]
    return len(cells) >= FEWEST_WORDS and len(set(cells)) < len(cells) and not any(map(cell_looks.has_digit, cells))


def begun_edges(index: int, header: str, kind: SheetType) -> list[Edge]:
    """Columns whose own words the header begins with: 'How likely are you to recommend us to a friend? (0-10)'."""
    spoken = with_and_without_greeting(normalise(header))
    why = f"'{header}' begins as {{}} does."
    return [
        Edge(index, column, BEGUN, why.format(column.name))
        for column in kind.columns
        if any(f"{text} ".startswith(f"{normalise(words)} ") for words in column.begins for text in spoken)
    ]


def with_and_without_greeting(text: str) -> list[str]:
    """'hi what s your name' and 'what s your name': forms speak to those who fill them in."""
    words = text.split()
    greetings = len(list(takewhile(GREETINGS.__contains__, words)))
    return [" ".join(words[start:]) for start in range(greetings + 1)]


def similar_choices(kind: SheetType) -> dict[tuple[Column, str], str]:
    return {(column, text): text for column in kind.columns for text in column.ranks}


def similar_edges(index: int, header: str, choices: dict) -> list[Edge]:
    best: dict[Column, Edge] = {}
    for text, _ in forms(header, frozenset()):
        if len(text) < 5:
            continue  # one letter off in 'date' or 'cost' is another word
        hits = process.extract(text, choices, scorer=fuzz.ratio, score_cutoff=ACCEPT, limit=8)
        for accepted, ratio, (column, _) in hits:
            if column not in best and is_one_slip(text, accepted) and not is_known_otherwise(text, column.kind):
                why = f"'{header}' is {ratio:.0f} % like '{accepted}'."
                best[column] = Edge(index, column, ratio, why)
    return list(best.values())


def weighed_by_cells(edge: Edge, cells: list[str]) -> Edge | None:
    """The edge after a look at its cells: a little more, less with the reason, or None."""
    if edge.column.kind == "money" and cell_looks.are_percents(cells):
        return None
    if edge.column.kind in YES_AND_NO_ARE_NONE and cell_looks.are_booleans(cells):
        # 1 is the number of an order, too
        return edge if edge.column.kind == "id" and any(map(cell_looks.has_digit, cells)) else None
    if edge.column.kind == "name" and cell_looks.are_small_counts(cells):
        return None  # 12 under 'Teilnehmer' is how many there were
    if edge.column.kind in COUNTED and len(cells) >= 3 and not any(map(cell_looks.says_how_many, cells)):
        return None  # 'Rating' above hot and cold is no score
    fits = cell_looks.share(edge.column.kind, cells) if edge.column.kind in CHECKED else None
    if fits is None:
        return edge
    if fits >= 0.6:
        return replace(edge, score=edge.score + SUPPORT)
    if fits > 0.2 or len(cells) < 3:
        return edge
    if edge.is_generic or edge.score < 97:
        return None
    why = f"{edge.why} Its cells do not look like {LOOKS_LIKE[edge.column.kind]} ('{cells[0][:40]}')."
    return replace(edge, score=edge.score - DOUBT, why=why, is_accepted=False)


LOOKS_LIKE = {
    "email": "e-mail addresses", "money": "amounts", "number": "numbers", "count": "counts",
    "score": "scores",
    "time": "dates", "date": "dates", "name": "names",
}  # fmt: skip


def email_edges(index: int, kind: SheetType) -> list[Edge]:
    """A column full of e-mail addresses is the e-mail when no header claims to be it."""
    why = "Its cells are e-mail addresses."
    return [Edge(index, column, ACCEPT, why) for column in kind.columns if column.kind == "email"]
