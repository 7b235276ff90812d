"""What was found out about the amount of a row; the rows that are looked at for it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class RowAmount:
    """How the amount of a row comes about.

    expression : in place of the plain cell; None: the cell.
    once_per   : headers that together tell one amount: of the rows that agree in all of them the first counts.
    notes      : (code, sentence) for the receipt.
    unclear    : what the owner has to say first, or None.
    """

    expression: dict | None = None
    once_per: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    unclear: str | None = None


AS_IT_STANDS = RowAmount()


def filled(rows: Sequence[Sequence], places: Sequence[int]) -> list[Sequence]:
    """The rows in which all these cells hold something."""
    return [row for row in rows if all(at < len(row) and (row[at] or "").strip() for at in places)]
