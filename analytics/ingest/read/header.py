"""Which rows of a block are banner, which are its header, and where its data begin."""

from collections.abc import Sequence
from dataclasses import dataclass

from analytics.ingest.read import cells

LOOK_AHEAD = 40
BODY_SAMPLE = 200
TALLEST = 3
MOST_CELLS = 40_000
FURTHER = 12
# Words that name columns in the languages that we read; only a hint among others.
NAMING = frozenset(
    """id name date number no nr email mail e-mail phone tel fax address street city town zip postcode postal code country state region
    amount total price cost revenue sum quantity qty count status type category owner product item description title company customer
    client contact source notes note comment first last created updated year month day time start end value unit currency stage order
    invoice account url website sku reference ref gender age lat latitude lon longitude
    datum kunde kundennummer betrag menge preis ort plz strasse telefon vorname nachname firma bezeichnung
    nom prenom ville montant prix quantite adresse telephone client code fecha cliente importe cantidad precio ciudad nombre
    klant bedrag prijs aantal plaats naam""".split()
)


@dataclass(frozen=True)
class Top:
    """first: index of the first header row (or of the first data row when there is none). height: header rows."""

    first: int
    height: int


def top_of(rows: Sequence[Sequence[str]], width: int) -> Top:
    """Where the header of a block stands.

    rows  : filled rows of one block in order, lists of text.
    width : its usual number of fields.
    """
    first = first_full_row(rows, width)
    if first is None:
        return Top(0, 0)
    chance = chance_of(rows, first, width)
    for later in fuller_rows(rows, first, width):
        other = chance_of(rows, later, width)
        if other > max(chance, 0) + 0.3 * width:
            first, chance = later, other
    if chance <= 0:
        return Top(titles_above(rows, width), 0)
    groups = groups_above(rows, first)
    return Top(first - groups, height_of(rows, first, width) + groups)


def chance_of(rows: Sequence[Sequence[str]], index: int, width: int) -> float:
    """Likeness of one row to column names, over the rows under it."""
    return likeness(rows[index], *body_of(rows, index + 1 + repeat_count(rows, index), width))


def body_of(rows: Sequence[Sequence[str]], start: int, width: int) -> tuple[list, list, int]:
    """(looks, values, number of rows) of the columns from a row on."""
    # Thousands of columns tell enough with few rows.
    sample = max(10, min(BODY_SAMPLE, MOST_CELLS // max(width, 1)))
    body = [row for row in rows[start : start + sample] if len(row) >= width * 0.6]
    values = [{row[place].strip() for row in body if place < len(row)} for place in range(width)]
    return cells.column_looks(body, width), values, len(body)


def fuller_rows(rows: Sequence[Sequence[str]], first: int, width: int) -> list[int]:
    """Full rows a little further down, as long as no row before them is full: above them may be a banner."""
    for index in range(first, min(len(rows) - 1, first + FURTHER)):
        if filled_count(rows[index]) >= width:
            return [index] if index > first else []
    return []


def titles_above(rows: Sequence[Sequence[str]], width: int) -> int:
    """Rows at the start that hold one cell only, in a table without a header."""
    count = 0
    while width > 2 and count < len(rows) - 1 and filled_count(rows[count]) == 1 and count < LOOK_AHEAD:
        count += 1
    return count


def repeat_count(rows: Sequence[Sequence[str]], first: int) -> int:
    """How many rows right below say the same again."""
    count = 0
    while first + count + 1 < len(rows) and list(rows[first + count + 1]) == list(rows[first]):
        count += 1
    return count


def first_full_row(rows: Sequence[Sequence[str]], width: int) -> int | None:
    """The first row that is about as full as the rows of the body; rows above it are a banner."""
    ahead = rows[: LOOK_AHEAD * 5]
    # Not the median: of a short table under a long banner that would be a banner row.
    fills = sorted(filled_count(row) for row in rows[:BODY_SAMPLE])
    usual = fills[int(0.65 * (len(fills) - 1))] if fills else 0
    for index, row in enumerate(ahead):
        if filled_count(row) >= max(1, min(width * 0.6, usual * 0.75)) and len(row) >= min(width, 2):
            return index
    return 0 if rows else None


def filled_count(row: Sequence[str]) -> int:
    """Cells with something in them."""
    return sum(1 for cell in row if cell and cell.strip())


def likeness(row: Sequence[str], looks: list[dict[str, float]], values: list[set[str]], body_count: int) -> float:
    """How much more a row is like column names than like the rows under it; above 0 = a header."""
    names = [cell.strip() for cell in row if cell and cell.strip()]
    if counting(names):
        return 0.5 * len(names)
    score = 0.0
    for place, cell in enumerate(row[: len(looks)]):
        score += cell_likeness(cell.strip(), looks[place], values[place], body_count)
    score += 0.6 * len(names) if not body_count and not any(cells.is_value(name) for name in names) else 0.0
    if len({name.lower() for name in names}) < len(names):
        score -= 0.5
    return score + 0.12 * len(names) if score > -0.05 * len(names) else score


def counting(names: list[str]) -> bool:
    """Years, months or numbers that go up by one, after at most two words: names of columns, whatever is under them."""
    whole = [int(name) for name in names if name.isdigit() and len(name) <= 4]
    steps = {after - before for before, after in zip(whole, whole[1:], strict=False)}
    return len(whole) >= 3 and len(whole) >= len(names) - 2 and steps in ({1}, {-1}) and (whole[0] > 1900 or whole[0] in (0, 1))


def cell_likeness(cell: str, looks: dict[str, float], values: set[str], body_count: int) -> float:
    """Evidence of one cell: names are words, are not values of their column, and look unlike its cells."""
    if not cell:
        return -0.3 if looks else 0.0
    kind = cells.look(cell)
    named = naming(cell)
    if kind in (cells.NUMBER, cells.DATE, cells.ADDRESS):
        alike = looks.get(kind, 0.0)
        return -1.0 if alike > 0.5 or not looks else -0.5
    if len(cell) > 120:
        return -0.7
    unlike = 1.0 - looks.get(kind, 0.0) if looks else 0.3
    valued = sum(looks.get(value, 0.0) for value in (cells.NUMBER, cells.DATE, cells.ADDRESS))
    if cell in values and body_count > 1:
        return -0.8 + 0.5 * named
    return 1.0 * valued + 0.25 * (unlike - 0.4) + 0.5 * named


def naming(cell: str) -> float:
    """1 when the cell has a word that names columns, 0.6 when it is written like_a_name or LikeThis, else 0."""
    words = cell.replace("_", " ").replace("-", " ").replace(".", " ").replace("/", " ").lower().split()
    if len(words) <= 6 and any(word.strip("():#*") in NAMING for word in words):
        return 1.0
    return 0.6 if "_" in cell or (cell[:1].islower() and cell != cell.lower() and " " not in cell) else 0.0


def groups_above(rows: Sequence[Sequence[str]], first: int) -> int:
    """1 when the row above groups the columns under it: several names with gaps between them; else 0."""
    if first == 0:
        return 0
    above = rows[first - 1]
    places = [place for place, cell in enumerate(above) if cell and cell.strip()]
    gaps = len(places) >= 2 and places[-1] - places[0] >= len(places)
    wordy = all(not cells.is_value(above[place]) and len(above[place]) <= 60 for place in places)
    return int(gaps and wordy and len(above) <= len(rows[first]) + 1)


def height_of(rows: Sequence[Sequence[str]], first: int, width: int) -> int:
    """Header rows from `first` on: its repeats, and one row of units or more names under it."""
    height = 1 + min(TALLEST - 1, repeat_count(rows, first))
    if height > 1 or first + 1 >= len(rows) - 1:
        return height
    looks, _, _ = body_of(rows, first + 2, width)
    return 2 if second_line(rows[first + 1], looks) or units(rows[first + 1]) else 1


def units(row: Sequence[str]) -> bool:
    """Short words, at least two of them and a third in brackets: metres, euros, degrees."""
    names = [cell.strip() for cell in row if cell.strip()]
    bracketed = sum(name[:1] in "([" and name[-1:] in ")]" for name in names)
    short = all(len(name) <= 12 and not any(map(str.isdigit, name)) for name in names)
    return short and bracketed >= 2 and bracketed >= len(names) / 3


def second_line(row: Sequence[str], looks: list[dict[str, float]]) -> bool:
    """Words over every column that holds numbers or dates from the next row on."""
    valued = [place for place, look in enumerate(looks) if look.get(cells.NUMBER, 0) + look.get(cells.DATE, 0) > 0.8]
    valued = [place for place in valued if place < len(row)]
    enough = len(valued) >= max(1, len(looks) / 4)
    kinds = [cells.look(row[place]) for place in valued]
    plain = not any(cells.is_value(cell) or len(cell) > 40 for cell in row)
    return enough and plain and all(kind in (cells.WORDS, cells.OTHER) for kind in kinds)
