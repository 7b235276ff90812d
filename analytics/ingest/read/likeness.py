"""How much a row is like column names, and how much like the rows under it."""

from collections.abc import Sequence

from analytics.ingest.read import cells

BODY_SAMPLE = 200
MOST_CELLS = 40_000
# Words that name columns in the languages that we read; only a hint among others.
NAMING_WORDS = """
id name date number no nr email mail e-mail phone tel fax address street city town zip postcode
postal code country state region amount total price cost revenue sum quantity qty count status type
category owner product item description title company customer client contact source notes note
comment first last created updated year month day time start end value unit currency stage order
invoice account url website sku reference ref gender age lat latitude lon longitude datum kunde
kundennummer betrag menge preis ort plz strasse telefon vorname nachname firma bezeichnung nom
prenom ville montant prix quantite adresse telephone client code fecha cliente importe cantidad
precio ciudad nombre klant bedrag prijs aantal plaats naam
"""
NAMING = frozenset(NAMING_WORDS.split())


def filled_count(row: Sequence[str]) -> int:
    """Cells with something in them."""
    return sum(1 for cell in row if cell and cell.strip())


def likeness(row: Sequence[str], looks: list[dict[str, float]], values: list[set[str]], body_count: int) -> float:
    """How much more a row is like column names than like the rows under it; above 0 = a header."""
    names = [cell.strip() for cell in row if cell and cell.strip()]
    if counting(names) or years(names):
        return 0.5 * len(names)
    score = set_apart(row, looks, values, body_count)
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
    return (
        len(whole) >= 3
        and len(whole) >= len(names) - 2
        and steps in ({1}, {-1})
        and (whole[0] > 1900 or whole[0] in (0, 1))
    )


def years(names: list[str]) -> bool:
    """Words, then at least three years of one distance and nothing else that is a value: a table over the years."""
    first = next((place for place, name in enumerate(names) if is_year(name)), None)
    if not first:
        return False
    last = next((place for place in range(first, len(names)) if not is_year(names[place])), len(names))
    told = list(map(int, names[first:last]))
    steps = {after - before for before, after in zip(told, told[1:], strict=False)}
    others = [*names[:first], *names[last:]]
    return (
        len(told) >= 3
        and len(steps) == 1
        and 0 < abs(steps.pop()) <= 10
        and len(set(others)) == len(others)
        and not any(map(cells.is_value, others))
    )


def is_year(name: str) -> bool:
    return len(name) == 4 and name.isdigit() and 1700 < int(name) < 2200


def set_apart(row: Sequence[str], looks: list[dict[str, float]], values: list[set[str]], body_count: int) -> float:
    """Evidence of words over few others, each of them often: in a row they would be one of them.

    Not beside a number over numbers: that is a row, whose words are only rare ones.
    """
    found = list(zip(map(str.strip, row), looks, values, strict=False))
    if any(cells.look(cell) == cells.NUMBER and look.get(cells.NUMBER, 0.0) > 0.5 for cell, look, _ in found):
        return 0.0
    words = [known for cell, _, known in found if cells.look(cell) == cells.WORDS and cell not in known]
    return 0.4 * sum(1 for known in words if known and len(known) * 3 <= body_count)


def cell_likeness(cell: str, looks: dict[str, float], values: set[str], body_count: int) -> float:
    """Evidence of one cell: names are words, are not values of their column, and look unlike its cells."""
    if not cell:
        return -0.3 if looks else 0.0
    kind = cells.look(cell)
    named = naming(cell)
    if kind in (cells.NUMBER, cells.DATE, cells.ADDRESS):
        alike = looks.get(kind, 0.0)
        if kind == cells.DATE and looks.get(cells.NUMBER, 0.0) > 0.8:
            return 0.3  # a month over a column of numbers: no row of data has one there
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


def body_of(rows: Sequence[Sequence[str]], start: int, width: int) -> tuple[list, list, int]:
    """(looks, values, number of rows) of the columns from a row on."""
    # Thousands of columns tell enough with few rows.
    sample = max(10, min(BODY_SAMPLE, MOST_CELLS // max(width, 1)))
    body = [row for row in rows[start : start + sample] if len(row) >= width * 0.6]
    values = [{row[place].strip() for row in body if place < len(row)} for place in range(width)]
    return cells.column_looks(body, width), values, len(body)
