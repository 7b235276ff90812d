"""A street whose house number stands in a column of its own: without it no letter arrives."""

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.sheet import Edge, Sheet

STREET, NUMBER = "street", "House number"
# So few streets have a number in their own cell, and so long is a number: '32 bus 9', '24a'.
FEW, LONGEST = 0.2, 12


def with_house_number(sheet: Sheet, kind: SheetType, chosen: dict[int, Edge], names: Names) -> dict[str, object]:
    """Street and number as one, where a column that nothing else needs holds the numbers; {} otherwise."""
    index = next((place for place, edge in chosen.items() if edge.column.name == STREET), None)
    header = names.find(NUMBER) if NUMBER in kind.parts else None
    if index is None or header is None or sheet.headers.count(sheet.headers[index]) > 1:
        return {}
    number = sheet.headers.index(header)
    if number in chosen or not are_numbers(sheet.cells[number]):
        return {}
    numbered = sum(map(cell_looks.has_digit, sheet.cells[index]))
    return {STREET: [sheet.headers[index], header]} if numbered <= FEW * len(sheet.cells[index]) else {}


def are_numbers(cells: list[str]) -> bool:
    return bool(cells) and all(cell_looks.has_digit(cell) and len(cell) <= LONGEST for cell in cells)
