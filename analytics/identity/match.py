"""Which records are the same person: believed keys merge, doubtful ones are proposed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

REASONS = {
    1: "one row names both",
    2: "same e-mail",
    3: "same phone",
    4: "same name and postcode",
    5: "same name and town",
    6: "same name",
}
DECIDED = "you said so"
NAME_AND_POSTCODE, NAME_AND_CITY, NAME_ALONE = 4, 5, 6
# A name borne by more people than this proposes nothing: the list would be longer than anybody reads.
LARGEST_PROPOSED_GROUP = 5


@dataclass
class Facts:
    """What is known about the nodes of one person so far.

    customers : upload to the customer_id that it uses for this person; two ids of one upload are never merged.
    kinds     : kinds of the nodes (1 customer, 2 lead, 3 and up without an id).
    decided   : nodes of this person about which somebody said who they are not.
    apart     : nodes that are somebody else, because somebody said so.
    """

    customers: dict[str, str] = field(default_factory=dict)
    emails: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    postcodes: set[str] = field(default_factory=set)
    cities: set[str] = field(default_factory=set)
    kinds: set[int] = field(default_factory=set)
    decided: set[int] = field(default_factory=set)
    apart: set[int] = field(default_factory=set)

    def take(self, other: "Facts") -> None:
        """Add what is known about another node of the same person."""
        self.customers |= other.customers
        self.emails |= other.emails
        self.phones |= other.phones
        self.postcodes |= other.postcodes
        self.cities |= other.cities
        self.kinds |= other.kinds
        self.decided |= other.decided
        self.apart |= other.apart

    def must_stay_apart(self, other: "Facts") -> bool:
        """Whether somebody said that these are two people."""
        return bool(self.apart & other.decided)


@dataclass
class Matching:
    """Nodes joined into people, and the pairs that only a person can decide.

    facts     : node to what its records say; nodes without facts agree with everything.
    roots     : node to the first node of its person, for nodes that were looked at.
    proposals : (node, node, reason) of pairs that were not merged.
    merges    : (node, node, reason) of people that were made one, each by its first node.
    """

    facts: dict[int, Facts]
    roots: dict[int, int] = field(default_factory=dict)
    proposals: list[tuple[int, int, str]] = field(default_factory=list)
    merges: list[tuple[int, int, str]] = field(default_factory=list)

    def root(self, node: int) -> int:
        """First node of the person that the node belongs to."""
        path = []
        while (parent := self.roots.setdefault(node, node)) != node:
            path.append(node)
            node = parent
        for passed in path:
            self.roots[passed] = node
        return node

    def decide(self, decisions: Iterable[tuple[int, int, bool]]) -> None:
        """Follow what somebody said of two nodes, before any key is looked at: one person, or two."""
        said = list(decisions)
        for one, other, is_same in said:
            if not is_same:
                for node, stranger in ((one, other), (other, one)):
                    facts = self.facts.setdefault(node, Facts())
                    facts.decided.add(node)
                    facts.apart.add(stranger)
        for one, other, is_same in said:
            first, second = sorted((self.root(one), self.root(other)))
            if is_same and first != second and not self._of(first).must_stay_apart(self._of(second)):
                self._merge(first, second, DECIDED)

    def join(self, key_kind: int, nodes: list[int]) -> None:
        """Make the nodes that carry one key one person where that is beyond doubt, else propose it."""
        people = sorted({self.root(node) for node in nodes})
        if key_kind == NAME_ALONE and not self._is_one_a_side(people):
            self._propose(people, REASONS[key_kind] + ", more than once")
            return
        for other in people[1:]:
            if self._of(people[0]).must_stay_apart(self._of(other)):
                continue
            doubt = self._doubt(key_kind, people[0], other)
            if doubt is None:
                self._merge(people[0], other, REASONS[key_kind])
            else:
                self._propose([people[0], other], f"{REASONS[key_kind]}, {doubt}")

    def _merge(self, first: int, other: int, reason: str) -> None:
        self.roots[other] = first
        self.merges.append((first, other, reason))
        self.facts.setdefault(first, Facts()).take(self.facts.pop(other, Facts()))

    def _propose(self, people: list[int], reason: str) -> None:
        if len(people) <= LARGEST_PROPOSED_GROUP:
            first = self._of(people[0])
            others = [other for other in people[1:] if not first.must_stay_apart(self._of(other))]
            self.proposals += [(people[0], other, reason) for other in others]

    def _is_one_a_side(self, people: list[int]) -> bool:
        """Whether the name belongs to at most one customer, one lead and one record without an id."""
        sides = [min(self._of(person).kinds, default=3) for person in people]
        return len({min(side, 3) for side in sides}) == len(people)

    def _doubt(self, key_kind: int, first: int, other: int) -> str | None:
        """Why the two may not be one person; None when nothing speaks against it."""
        one, two = self._of(first), self._of(other)
        if any(two.customers.get(upload, name) != name for upload, name in one.customers.items()):
            return "two customer ids of one file"
        if key_kind < NAME_AND_POSTCODE or one.emails & two.emails or one.phones & two.phones:
            return None
        return _contact_doubt(key_kind, one, two) or _place_doubt(key_kind, one, two)

    def _of(self, person: int) -> Facts:
        return self.facts.get(person) or Facts()


def _contact_doubt(key_kind: int, one: Facts, two: Facts) -> str | None:
    other_email, other_phone = _differ(one.emails, two.emails), _differ(one.phones, two.phones)
    # A postcode is narrow: it takes both another e-mail and another phone to doubt the same name there.
    if key_kind == NAME_AND_POSTCODE and not (other_email and other_phone):
        return None
    return "another e-mail" if other_email else "another phone" if other_phone else None


def _place_doubt(key_kind: int, one: Facts, two: Facts) -> str | None:
    if key_kind == NAME_AND_POSTCODE:
        return None
    if _differ(one.postcodes, two.postcodes):
        return "another postcode"
    return "another town" if _differ(one.cities, two.cities) else None


def _differ(one: set[str], two: set[str]) -> bool:
    return bool(one) and bool(two) and not one & two


def match(
    shared_keys: Iterable[tuple[int, str, int]],
    facts: dict[int, Facts],
    decisions: Iterable[tuple[int, int, bool]] = (),
) -> Matching:
    """The people that decisions and shared keys make of the nodes.

    shared_keys : (key_kind, key, node), sorted; kind 1 is believed first, 6 last.
    facts       : node to what its records say.
    decisions   : (node, node, whether they are one person), as somebody said; they go before every key.
    """
    matching = Matching(facts)
    matching.decide(decisions)
    for (key_kind, _), rows in groupby(shared_keys, key=lambda row: row[:2]):
        matching.join(key_kind, [row[2] for row in rows])
    return matching
