"""What a question found that asks for action."""

from dataclasses import dataclass
from decimal import Decimal

# Used to rank: a likely thousand of which we are sure comes before a likely thousand of which we are not.
CERTAINTY_WEIGHT = {"high": Decimal("1.0"), "medium": Decimal("0.6"), "low": Decimal("0.3")}


@dataclass(frozen=True)
class Money:
    """An estimate in the reporting currency: P10, P50 and P90 (H2).

    is_at_risk : it may be lost, and nobody knows how much of it acting saves; else acting is worth it.
    """

    low: Decimal
    likely: Decimal
    high: Decimal
    is_at_risk: bool = False


@dataclass(frozen=True)
class Person:
    """Somebody behind a finding: whom to call, and why this one."""

    name: str
    key: str
    why: str


@dataclass(frozen=True)
class Finding:
    """One sentence that asks for action, with what it rests on.

    question     : area/name of the question that found it.
    sentence     : what was found, with count and range.
    money        : low, likely, high; None when it cannot be told (H9), never 0.
    certainty    : high, medium or low.
    why_sure     : what the certainty rests on.
    people       : those to start with, best first.
    people_count : how many there are in all.
    next_step    : what to do now.
    page         : path of the page that shows more, such as buyers/segments.
    """

    question: str
    sentence: str
    money: Money | None
    certainty: str
    why_sure: str
    people: tuple[Person, ...]
    people_count: int
    next_step: str
    page: str

    @property
    def weight(self) -> Decimal:
        """Likely money times certainty. Our choice, docs/decisions/003."""
        likely = self.money.likely if self.money else Decimal(0)
        return likely * CERTAINTY_WEIGHT[self.certainty]

    @property
    def rank(self) -> tuple[Decimal, bool, Decimal]:
        """The order of the Today page: by weight, those without a price last and by certainty."""
        return self.weight, self.money is not None, CERTAINTY_WEIGHT[self.certainty]


@dataclass(frozen=True)
class NotEnough:
    """Too few cases to answer (H9): what is counted, how many there are and must be, which upload brings more."""

    what: str
    have: int
    need: int
    upload: str
