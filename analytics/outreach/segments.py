"""Segments: groups of people combined with or, and, not; kept under a name as an entry."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from analytics.errors import LetterError
from analytics.store import Store
from analytics.workspace import Entry

KIND = "segment"
LONGEST_NAME = 80


@dataclass(frozen=True)
class Rule:
    """Who belongs: somebody in at least one group of any_of, in every group of all_of, and in none of none_of."""

    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it names nobody: 'everybody but' is a group of its own, Every customer."""
        return not (self.any_of or self.all_of)

    def sentence(self) -> str:
        """The rule in words: in Happy or Vital few, and in Pulse: gone, but not in Unhappy."""
        parts = [f"in {' or '.join(self.any_of)}"] if self.any_of else []
        parts += [f"in {name}" for name in self.all_of]
        told = ", and ".join(parts) or "in no group yet"
        return f"{told}, but not in {' or '.join(self.none_of)}" if self.none_of else told

    def to_text(self) -> str:
        """The rule as it is kept."""
        return json.dumps({"any_of": self.any_of, "all_of": self.all_of, "none_of": self.none_of}, ensure_ascii=False)

    def parameters(self) -> dict[str, object]:
        """The rule as the SQL binds it."""
        texts = {name: _barred(getattr(self, name)) for name in ("any_of", "all_of", "none_of")}
        return {**texts, "all_count": len(set(self.all_of))}


@dataclass(frozen=True)
class Segment:
    """A rule under a name.

    entry_ids : everything that was written under the name, for taking it back.
    """

    name: str
    rule: Rule
    written_by: str
    written_at: datetime
    entry_ids: tuple[int, ...] = field(default=())


def rule_from(text: str | None) -> Rule:
    """The rule that was kept; an empty one where the text is none."""
    try:
        told = json.loads(text or "{}")
    except json.JSONDecodeError:
        return Rule()
    told = told if isinstance(told, dict) else {}
    return Rule(*(tuple(map(str, told.get(name) or ())) for name in ("any_of", "all_of", "none_of")))


def saved(entries: Iterable[Entry]) -> dict[str, Segment]:
    """The segments that were kept, by name; of several under one name the last one counts."""
    found: dict[str, Segment] = {}
    for entry in entries:
        if entry.kind == KIND and not entry.source_ref:
            before = found.get(entry.topic)
            ids = (*(before.entry_ids if before else ()), entry.entry_id)
            found[entry.topic] = Segment(entry.topic, rule_from(entry.value), entry.written_by, entry.written_at, ids)
    return dict(sorted(found.items()))


def save(name: str, rule: Rule, who: tuple[str, datetime]) -> Entry:
    """What to write down so that the rule is kept under the name.

    who : name of the one who saves it, and when (UTC).

    Raises
    ------
    LetterError  the name is empty or too long, or the rule names nobody.
    """
    if rule.is_empty:
        raise LetterError("The segment names nobody.", "Choose at least one group that people must be in.")
    return Entry(KIND, *who, topic=checked_name(name, "segment"), value=rule.to_text())


def checked_name(name: str, what: str) -> str:
    """The name as it is kept.

    Raises
    ------
    LetterError  it is empty or too long.
    """
    name = " ".join(name.split())
    if not name:
        raise LetterError(f"The {what} has no name.", "Type one, such as Spring thanks.")
    if len(name) > LONGEST_NAME:
        raise LetterError(f"The name of the {what} has {len(name)} characters.", f"Keep it to {LONGEST_NAME}.")
    return name


def group_counts(store: Store) -> dict[str, int]:
    """Every group that has somebody in it, and how many."""
    from analytics.outreach.people import sql

    rows = store.rows(sql("groups"), {})
    return {str(name): int(count) for name, count in zip(rows["group_name"], rows["person_count"], strict=True)}


def _barred(names: tuple[str, ...]) -> str:
    return f"|{'|'.join(names)}|" if names else ""
