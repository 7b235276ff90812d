"""What the reader looks at: period, as-of date, owner, path and customer, as SQL parameters, link text and a sentence.

One object for all three, so that a page, a link, a report and the command line cannot disagree.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from analytics.errors import UnknownParameter


@dataclass(frozen=True)
class Filters:
    """A choice of rows; None means no restriction.

    as_of        : the day the numbers are true for; the last day in the data when None.
    period_start : first day counted.
    period_end   : first day no longer counted.
    owner        : salesperson responsible.
    path         : way in by which people came.
    customer_id  : the one customer that a page is about, by the business's own key, else by ours.
    prospect_id  : the one prospect that a page is about, by the number of the lead, else by our key.
    search       : part of a name, key or e-mail to find that customer or prospect by.
    """

    as_of: date | None = None
    period_start: date | None = None
    period_end: date | None = None
    owner: str | None = None
    path: str | None = None
    customer_id: str | None = None
    prospect_id: str | None = None
    search: str | None = None

    @property
    def is_part(self) -> bool:
        """Whether a period, an owner or a path leaves something out."""
        return any((self.period_start, self.period_end, self.owner, self.path))

    def at(self, last_day: date | None) -> "Filters":
        """The same filters with the as-of date filled in from the data when nobody chose one."""
        return self if self.as_of else replace(self, as_of=last_day)

    def parameters(self, names: tuple[str, ...]) -> dict[str, date | str | None]:
        """The values that a question's SQL binds, by parameter name."""
        return {name: getattr(self, name) for name in names}

    def to_query(self) -> dict[str, str]:
        """Link text of every filter that is set; what is not set stays out of the link."""
        chosen = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: str(value) for name, value in chosen.items() if value is not None}

    def sentence(self) -> str:
        """What is being looked at, in words."""
        who = f"owner {self.owner}" if self.owner else "every owner"
        where = f"path {self.path}" if self.path else "every path"
        return f"{self._period_in_words()}, {who}, {where}, as of {_day(self.as_of)}."

    def not_followed(self, bound: tuple[str, ...], last_day: date | None) -> str:
        """What of the choice a question leaves aside, as a sentence; '' where it follows all of it.

        bound    : names of the parameters that the question binds.
        last_day : last day in the data, which holds where no day can be chosen.
        """
        chosen = {"period": self.period_start or self.period_end, "owner": self.owner, "path": self.path}
        followed = {"period" if name.startswith("period") else name for name in bound}
        ignored = [name for name, value in chosen.items() if value and name not in followed]
        said = [f"It does not follow the chosen {' and '.join(ignored)}."] if ignored else []
        if self.as_of and self.as_of != last_day and "as_of" not in bound:
            said.insert(0, f"This is always as of {_day(last_day)}, the last day in the data.")
        return " ".join(said)

    def _period_in_words(self) -> str:
        last = self.period_end - timedelta(days=1) if self.period_end else None
        if self.period_start and last:
            return f"From {_day(self.period_start)} to {_day(last)}"
        if self.period_start:
            return f"Since {_day(self.period_start)}"
        return f"Up to {_day(last)}" if last else "All time"


NAMES = tuple(field.name for field in fields(Filters))
DATES = ("as_of", "period_start", "period_end")


def from_query(query: Mapping[str, str]) -> Filters:
    """Filters from link text or from `--set name=value`.

    Raises
    ------
    UnknownParameter  a name that is no filter, or a date that is not YYYY-MM-DD.
    """
    return Filters(**{name: _value(name, text) for name, text in query.items() if text != ""})


def _value(name: str, text: str) -> date | str:
    if name not in NAMES:
        raise UnknownParameter(f"'{name}' is not a filter.", f"Use one of {', '.join(NAMES)}.")
    if name not in DATES:
        return text
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UnknownParameter(f"'{text}' is not a date for {name}.", "Write it as 2026-03-31.") from error


def _day(day: date | None) -> str:
    return day.isoformat() if day else "the last day in the data"
