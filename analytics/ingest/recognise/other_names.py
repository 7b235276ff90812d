"""Names in a second column where the first is empty: a firm under 'Company', a private person under 'Contact'."""

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.sheet import Edge, Sheet

# Columns of which another header may tell what the first leaves empty.
FALLS_BACK = ("customer_name",)


def with_other_names(sheet: Sheet, kind: SheetType, found: list[Edge], chosen: dict[int, Edge]) -> dict[str, object]:
    """Canonical column -> the header chosen for it, and those that fill what it leaves empty."""
    if kind.tool is not None:
        return {}
    places = {edge.column.name: index for index, edge in chosen.items() if edge.column.name in FALLS_BACK}
    filling = {name: others_of(sheet, found, chosen, index) for name, index in places.items()}
    return {
        name: {"first_of": [sheet.headers[index], *(sheet.headers[other] for other in filling[name])]}
        for name, index in places.items()
        if filling[name] and sheet.headers.count(sheet.headers[index]) == 1
    }


def others_of(sheet: Sheet, found: list[Edge], chosen: dict[int, Edge], index: int) -> list[int]:
    """Places of headers that nothing else needs, above names, best first; each fills a cell that is empty there."""
    column = chosen[index].column
    named = sorted((edge for edge in found if edge.column == column and edge.is_accepted), key=lambda edge: -edge.score)
    free = [edge.header_index for edge in named if edge.header_index not in chosen]
    return [other for other in free if is_of_customers(sheet, index, other)]


def is_of_customers(sheet: Sheet, index: int, other: int) -> bool:
    return are_several_names(sheet, other) and fills(sheet, index, other) and not is_beside_several(sheet, index, other)


def is_beside_several(sheet: Sheet, index: int, other: int) -> bool:
    """Some name there stands beside several customers, or beside one and beside none: staff, or branches."""
    rows = [row for row in sheet.sample if len(row) > max(index, other) and row[other]]
    beside: dict[str, set[str]] = {}
    for row in rows:
        beside.setdefault(row[other], set()).add(row[index] or "")
    return any(len(names) > 1 for names in beside.values())


def are_several_names(sheet: Sheet, index: int) -> bool:
    """One name on every row is the owner's own."""
    return cell_looks.are_names(sheet.cells[index]) and len(set(sheet.cells[index])) > 1


def fills(sheet: Sheet, index: int, other: int) -> bool:
    rows = (row for row in sheet.sample if len(row) > max(index, other))
    return any(not (row[index] or "").strip() and (row[other] or "").strip() for row in rows)
