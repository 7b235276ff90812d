"""Which records are the same person: believed keys merge, doubtful ones are proposed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from analytics.identity.doubt import NAME_ALONE, NAME_AND_POSTCODE, doubt, is_one_a_side
from analytics.identity.known import Contacts, Known

REASONS = {
    1: "one row names both",
    2: "same e-mail",
    3: "same phone",
    4: "same name and postcode",
    5: "same name and town",
    6: "same name",
}
COMPANY = "company of the same name"
DECIDED = "you said so"
CONTACTS_SHARED = (2, 3)
# A name borne by more people than this proposes nothing: the list would be longer than anybody reads.
LARGEST_PROPOSED_GROUP = 5


@dataclass
class Matching:
    """Nodes joined into people, and the pairs that only a person can decide.

    A person goes by its first node, which is of its most trusted kind.

    known     : what the files say.
    roots     : node to the first node of its person, for nodes that were merged into it.
    members   : person to its nodes, where there are several.
    uploads   : person to the uploads that name it by a customer_id.
    strangers : person to the nodes with which it has nothing of its names in common, though a key.
    contacts  : person to its contacts, where they were asked for.
    decided   : person to its nodes about which somebody said who they are not.
    apart     : person to the nodes that are somebody else, because somebody said so.
    proposals : (node, node, reason) of pairs that were not merged.
    merges    : (node, node, reason) of people that were made one, each by its first node.
    """

    known: Known
    roots: dict[int, int] = field(default_factory=dict)
    members: dict[int, list[int]] = field(default_factory=dict)
    uploads: dict[int, frozenset[int]] = field(default_factory=dict)
    strangers: dict[int, set[int]] = field(default_factory=dict)
    contacts: dict[int, Contacts] = field(default_factory=dict)
    decided: dict[int, set[int]] = field(default_factory=dict)
    apart: dict[int, set[int]] = field(default_factory=dict)
    proposals: list[tuple[int, int, str]] = field(default_factory=list)
    merges: list[tuple[int, int, str]] = field(default_factory=list)

    def decide(self, decisions: Iterable[tuple[int, int, bool]]) -> None:
        """Follow what somebody said of two nodes, before any key is looked at: one person, or two."""
        said = list(decisions)
        for one, other, is_same in said:
            if not is_same:
                for node, stranger in ((one, other), (other, one)):
                    self.decided[node] = {node}
                    self.apart.setdefault(node, set()).add(stranger)
        for one, other, is_same in said:
            people = self._people((one, other))
            if is_same and len(people) == 2 and not self._must_stay_apart(*people):
                self._merge(*people, DECIDED)

    def follow(self, key_kind: int) -> None:
        """Join or propose the people who share a key of this kind, one key after the other."""
        if key_kind >= NAME_AND_POSTCODE:
            self._learn(self._doubtful(key_kind))
        for nodes in self.known.groups(key_kind):
            people = self._people(nodes)
            if len(people) > 1:
                self._join(key_kind, people)

    def ask_about_companies(self) -> None:
        """Propose each contact with the one customer called like its company; nothing shared tells more."""
        for named, working in self.known.companies():
            firms = self._people(named)
            contacts = [person for person in self._people(working) if person not in firms]
            if len(firms) == 1 and contacts:
                self._propose([*firms, *contacts], COMPANY)

    def _people(self, nodes: Iterable[int]) -> list[int]:
        return sorted({self.roots.get(node, node) for node in nodes})

    def _join(self, key_kind: int, people: list[int]) -> None:
        """Make the people who share a key one person where that is beyond doubt, else propose it."""
        if key_kind == NAME_ALONE and not is_one_a_side(people):
            self._propose(people, REASONS[key_kind] + ", more than once")
            return
        # Of those who share an e-mail or a phone some may be one person and others another.
        found = people[:1]
        for other in people[1:]:
            free = [one for one in found if not self._must_stay_apart(one, other)]
            doubts = [self._doubt(key_kind, one, other) for one in free]
            if None in doubts:
                self._merge(free[doubts.index(None)], other, REASONS[key_kind])
                continue
            if free:
                self._propose([free[0], other], f"{REASONS[key_kind]}, {doubts[0]}")
            if key_kind in CONTACTS_SHARED:
                found.append(other)

    def _doubt(self, key_kind: int, first: int, other: int) -> str | None:
        """Why the two may not be one person; None when nothing speaks against it."""
        if not self.uploads.get(first, frozenset()).isdisjoint(self.uploads.get(other, ())):
            return "two customer ids of one file"
        if key_kind in CONTACTS_SHARED and self._has_strangers(first, other):
            return "another name"
        if key_kind < NAME_AND_POSTCODE:
            return None
        self._learn({first, other})
        return doubt(key_kind, self.contacts[first], self.contacts[other])

    def _has_strangers(self, one: int, other: int) -> bool:
        """Some node of the one and some node of the other have names without anything in common."""
        if one not in self.strangers or other not in self.strangers:
            return False
        return not self.strangers[one].isdisjoint(self.members.get(other, (other,)))

    def _doubtful(self, key_kind: int) -> set[int]:
        """People whose contacts may decide what a key of this kind says; a large group seldom shrinks to be matched."""
        found: set[int] = set()
        for nodes in self.known.groups(key_kind):
            people = self._people(nodes)
            if len(people) > 1 and (key_kind < NAME_ALONE or len(people) <= LARGEST_PROPOSED_GROUP):
                found.update(people)
        return found

    def _learn(self, people: set[int]) -> None:
        """Read the contacts of these people, of all at once: each reading passes over every record."""
        strangers = [person for person in people if person not in self.contacts]
        if strangers:
            self.contacts.update(dict.fromkeys(strangers, Contacts()))
            nodes = [node for person in strangers for node in self.members.get(person, (person,))]
            for node, contacts in self.known.contacts(nodes):
                person = self.roots.get(node, node)
                self.contacts[person] = self.contacts[person].with_those_of(contacts)

    def _merge(self, first: int, other: int, reason: str) -> None:
        moved = self.members.pop(other, [other])
        self.members.setdefault(first, [first]).extend(moved)
        self.roots.update(dict.fromkeys(moved, first))
        self.merges.append((first, other, reason))
        for said in (self.uploads, self.decided, self.apart, self.strangers):
            if other in said:
                said[first] = said.pop(other) | said.get(first, frozenset())
        if other in self.contacts:
            self.contacts[first] = self.contacts[first].with_those_of(self.contacts.pop(other))

    def _propose(self, people: list[int], reason: str) -> None:
        if len(people) <= LARGEST_PROPOSED_GROUP:
            first, *others = people
            self.proposals += [(first, other, reason) for other in others if not self._must_stay_apart(first, other)]

    def _must_stay_apart(self, one: int, other: int) -> bool:
        """Whether somebody said that these are two people."""
        return one in self.apart and not self.apart[one].isdisjoint(self.decided.get(other, ()))


def match(known: Known, decisions: Iterable[tuple[int, int, bool]] = ()) -> Matching:
    """The people that decisions and shared keys make of the nodes.

    decisions : (node, node, whether they are one person), as somebody said; they go before every key.
    """
    matching = Matching(known, uploads=known.uploads())
    for one, other in known.named_apart():
        matching.strangers.setdefault(one, set()).add(other)
        matching.strangers.setdefault(other, set()).add(one)
    matching.decide(decisions)
    for key_kind in REASONS:
        matching.follow(key_kind)
    matching.ask_about_companies()
    return matching
