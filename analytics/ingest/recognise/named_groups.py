"""Names told once for several rows: in an empty cell below that of its group, or alone on a row above it."""

from collections.abc import Mapping, Sequence

from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.sheet import Edge, Sheet
from analytics.ingest.recognise.sums import SUMS

NAMES = ("customer_name", "customer_id")
WHO = frozenset({"customer_id", "customer_name", "email", "phone"})
TOTAL_WORDS = frozenset([*SUMS, "sous", "ergebnis", "result"])
# One group could be chance.
FEWEST_GROUPS = 2


def filled_below(sheet: Sheet, chosen: Mapping[int, Edge]) -> str | None:
    """The header of the customer whose empty cells take the name above: each group ends in a total of that name.

    Without such totals an empty name may as well be a sale to nobody known, and is not filled.
    """
    places = {edge.column.name: index for index, edge in chosen.items()}
    found = next((places[name] for name in NAMES if name in places), None)
    if found is None or sheet.headers.count(sheet.headers[found]) > 1:
        return None
    return sheet.headers[found] if ends_each_group(sheet.sample, found) else None


def headed_by(sheet: Sheet, chosen: Mapping[int, Edge]) -> int | None:
    """The place of names that stand alone above the rows of each customer, with "Total <name>" below them.

    Only where no column says who bought.
    """
    if not WHO.isdisjoint(edge.column.name for edge in chosen.values()):
        return None
    places = {place for row in sheet.sample for place in only_filled(row)}
    return next((place for place in sorted(places) if ends_each_heading(sheet.sample, place)), None)


def only_filled(row: Sequence) -> list[int]:
    """The place of the one filled cell of a row; [] where there are more or none."""
    found = [place for place, cell in enumerate(row) if (cell or "").strip()]
    return found if len(found) == 1 else []


def ends_each_heading(rows: Sequence[Sequence], place: int) -> bool:
    """Every heading there is named again in the total that ends its rows, before the next begins."""
    heading, closed = "", 0
    for row in rows:
        cell = normalise((row[place] if place < len(row) else None) or "")
        is_total = cell.partition(" ")[0] in TOTAL_WORDS
        if is_total and heading and cell.endswith(heading):
            heading, closed = "", closed + 1
        elif only_filled(row) == [place] and not is_total:
            if heading:
                return False
            heading = cell
    return closed >= FEWEST_GROUPS


def ends_each_group(rows: Sequence[Sequence], place: int) -> bool:
    """Every group of rows with one name ends in a row that says total and that name, before the next begins."""
    name, closed, empty = "", 0, 0
    for row in rows:
        cell = normalise((row[place] if place < len(row) else None) or "")
        if not cell:
            if not name and any((other or "").strip() for other in row):
                return False
            empty += 1
        elif TOTAL_WORDS.isdisjoint(cell.split()):
            if name:
                return False
            name = cell
        else:
            if name and name not in cell:
                return False
            closed, name = closed + bool(name), ""
    return closed >= FEWEST_GROUPS and empty > 0
