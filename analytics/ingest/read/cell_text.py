"""A cell of a workbook as the text that a person sees in it."""

import datetime
import decimal
from collections.abc import Sequence

TOP_CELLS = 30
MIDNIGHT = datetime.time(0)


def as_texts(column: Sequence) -> list[str]:
    """One column as text: the top cell by cell (banner and header), the rest at once where it holds one type."""
    top, rest = column[:TOP_CELLS], column[TOP_CELLS:]
    kinds = set(map(type, rest))
    if kinds <= {str}:
        texts = rest
    elif kinds <= {float} and all(1e-4 < cell < 1e15 or cell == 0 for cell in rest):
        texts = [str(int(cell)) if cell.is_integer() else repr(cell) for cell in rest]
    elif kinds <= {str, datetime.datetime, datetime.date}:
        days = {cell: as_text(cell) for cell in set(rest)}
        texts = [days[cell] for cell in rest]
    else:
        texts = [cell if type(cell) is str else as_text(cell) for cell in rest]
    return [*map(as_text, top), *texts]


def as_text(cell) -> str:
    """A number without a needless .0, a date in ISO form, TRUE or FALSE; '' for an empty cell."""
    return TEXT_OF.get(type(cell), str)(cell)


def number_text(cell: float) -> str:
    """12 for 12.0; the shortest digits that give the same number back, never in E notation."""
    if cell == int(cell) if -1e15 < cell < 1e15 else False:
        return str(int(cell))
    text = repr(cell)
    return format(decimal.Decimal(text), "f") if "e" in text and abs(cell) < 1e30 else text


def moment_text(cell: datetime.datetime) -> str:
    """2026-01-05, with the time of day when there is one."""
    return cell.date().isoformat() if cell.time() == MIDNIGHT else cell.isoformat(" ", "seconds")


TEXT_OF = {
    str: str,
    float: number_text,
    bool: lambda cell: "TRUE" if cell else "FALSE",
    datetime.datetime: moment_text,
    datetime.date: datetime.date.isoformat,
    datetime.time: datetime.time.isoformat,
}
