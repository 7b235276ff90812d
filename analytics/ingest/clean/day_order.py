"""Day, month or a year of two digits first: decided per file, from all date columns that are written the same way."""

from collections.abc import Iterable
from dataclasses import dataclass

# One slip in twenty does not make an order doubtful; more does.
SLIP = 0.05


@dataclass(frozen=True)
class OrderEvidence:
    """What the cells of one column say about one separator.

    day, month : cells whose first, or second, number is over 12.
    open       : cells that are two different days by the two orders.
    same       : cells that are the same day either way (05/05/2026).
    example    : one open cell, or one that speaks against the others.
    named_day, named_month : open cells whose weekday ("Mon 05/01/2026") fits only with the day, or month, first.
    misnamed   : open cells whose weekday fits neither.
    is_year_first : every year has two digits, and the numbers tell that it stands first (26-02-13).
    """

    header: str
    shape: str
    day: int
    month: int
    open: int
    same: int
    example: str | None = None
    named_day: int = 0
    named_month: int = 0
    misnamed: int = 0
    is_year_first: bool = False

    @property
    def order(self) -> str | None:
        """'day', 'month' or 'year' where the cells tell it, None where they do not."""
        if self.is_year_first:
            return "year"
        told = self.day + self.month
        if not told:
            return self.order_by_weekday
        if min(self.day, self.month) > SLIP * told:
            return None
        return "day" if self.day > self.month else "month"

    @property
    def order_by_weekday(self) -> str | None:
        """What the names of weekdays tell, where all of them fit with one order."""
        if self.misnamed or bool(self.named_day) == bool(self.named_month):
            return None
        return "day" if self.named_day else "month"


@dataclass(frozen=True)
class Open:
    """A column whose order must be asked for."""

    header: str
    example: str


def decide(evidence: Iterable[OrderEvidence], day_first: bool | None) -> dict[tuple[str, str], str | Open]:
    """Order for each (header, shape) of one file.

    day_first : what the user said; used only where the cells do not tell. None: not asked yet.
    returns   : 'day', 'month', 'year', or Open where nobody can tell.
    """
    found = list(evidence)
    return {(one.header, one.shape): _decide(one, found, day_first) for one in found}


def _decide(one: OrderEvidence, found: list[OrderEvidence], day_first: bool | None) -> str | Open:
    if one.order:
        return one.order
    beside = {other.order for other in found if other.shape == one.shape} - {None}
    contradicts_itself = bool(one.day and one.month)
    if len(beside) == 1 and not contradicts_itself:
        return beside.pop()
    if day_first is not None:
        return "day" if day_first else "month"
    if one.shape == ".":
        return "day"  # no country writes month.day.year with points
    if not one.open:
        return "day"  # every cell is the same day either way
    return Open(one.header, one.example or "")
