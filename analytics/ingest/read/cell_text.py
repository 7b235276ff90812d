"""A cell of a workbook as the text that a person sees in it."""

import datetime
import decimal
from collections.abc import Sequence

TOP_CELLS = 30
MANY = 2_000
MIDNIGHT = datetime.time(0)


def as_texts(column: Sequence) -> list[str]:
    """One column as text: the top cell by cell (banner and header), the rest at once where it holds one type."""
    top, rest = column[:TOP_CELLS], column[TOP_CELLS:]
    kinds = set(map(type, rest))
    if kinds <= {str}:
        texts = rest
    elif kinds <= {float} and len(rest) > MANY:
        texts = number_texts(rest)
    elif kinds <= {float, str} and len(rest) > MANY:
        numbers = iter(number_texts([cell for cell in rest if type(cell) is float]))
        texts = [cell if type(cell) is str else next(numbers) for cell in rest]
    elif kinds == {datetime.datetime} and len(rest) > MANY:
        texts = moment_texts(rest)
    elif kinds <= {str, datetime.datetime, datetime.date}:
        days = {cell: as_text(cell) for cell in set(rest)}
        texts = [days[cell] for cell in rest]
    else:
        texts = [cell if type(cell) is str else as_text(cell) for cell in rest]
    return [*map(as_text, top), *texts]


def number_texts(numbers: Sequence[float]) -> list[str]:
    """The same as number_text for each, at once where none is so large or small that its digits have an exponent."""
    texts = [repr(cell + 0.0) for cell in numbers]  # minus zero is zero
    digits = "".join(texts)
    if "e" in digits or "n" in digits:
        return [number_text(cell) for cell in numbers]
    return [text[:-2] if text[-2:] == ".0" else text for text in texts]


def moment_texts(moments: Sequence[datetime.datetime]) -> list[str]:
    """The same as moment_text for each, at once."""
    texts = [moment.isoformat(" ", "seconds") for moment in moments]
    return [text[:10] if text[11:] == "00:00:00" else text for text in texts]


def as_text(cell) -> str:
    """A number without a needless .0, a date in ISO form, TRUE or FALSE; '' for an empty cell."""
    return TEXT_OF.get(type(cell), str)(cell)


def number_text(cell: float) -> str:
    """12 for 12.0; the shortest digits that give the same number back, never in E notation."""
    if cell == int(cell) if -1e16 < cell < 1e16 else False:
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
