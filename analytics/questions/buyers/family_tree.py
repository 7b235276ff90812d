"""Introductions as trees: each person under the first who introduced them, no circle."""

from dataclasses import dataclass, field

import pandas as pd

# As is_first in the introductions.
EARLIEST_FIRST = ["was_customer", "given_date", "referrer_person_key"]


@dataclass(frozen=True)
class Member:
    """One person of a tree; parent is None for whoever nobody introduced."""

    key: int
    name: str
    parent: int | None
    is_won: bool
    was_customer: bool
    amount: float


@dataclass
class Forest:
    """Members by key, and whom each introduced."""

    members: dict[int, Member] = field(default_factory=dict)
    children: dict[int, list[int]] = field(default_factory=dict)

    def roots(self) -> list[int]:
        """Those whom nobody introduced, the family that brought most money first."""
        found = [key for key, member in self.members.items() if member.parent is None]
        return sorted(found, key=lambda key: (-self.amount_below(key), key))

    def below(self, key: int) -> list[int]:
        """Everybody under them, nearest first."""
        found, waiting = [], list(self.children.get(key, []))
        while waiting:
            found += waiting
            waiting = [child for each in waiting for child in self.children.get(each, [])]
        return found

    def amount_below(self, key: int) -> float:
        """Money of everybody under them."""
        return sum(self.members[each].amount for each in self.below(key))

    def generations(self) -> int:
        """How many introductions the longest chain has."""
        return max((self._depth(key) for key in self.members), default=0)

    def _depth(self, key: int) -> int:
        depth = 0
        while (parent := self.members[key].parent) is not None:
            key, depth = parent, depth + 1
        return depth


def grow(rows: pd.DataFrame) -> Forest:
    """The forest of the introductions.

    rows : referrer_person_key, referrer_name, referred_person_key, referred_name, given_date, was_customer, is_won,
           won_amount
    """
    forest = Forest()
    for row in rows.sort_values(EARLIEST_FIRST, na_position="last", kind="stable").itertuples():
        referrer, referred = int(row.referrer_person_key), int(row.referred_person_key)
        known = forest.members.get(referred)
        if referrer not in forest.members:
            forest.members[referrer] = Member(referrer, str(row.referrer_name), None, True, False, 0.0)
        if (known and known.parent is not None) or _is_below(forest, referrer, referred):
            continue
        amount = 0.0 if pd.isna(row.won_amount) else float(row.won_amount)
        forest.members[referred] = Member(
            referred, str(row.referred_name), referrer, bool(row.is_won), bool(row.was_customer), amount
        )
        forest.children.setdefault(referrer, []).append(referred)
    return forest


def _is_below(forest: Forest, key: int, other: int) -> bool:
    """Whether the person stands under the other, or is the other: hanging the other under them would close a circle."""
    while key is not None:
        if key == other:
            return True
        key = forest.members[key].parent
    return False
