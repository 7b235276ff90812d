"""Segments: rules kept under a name, as an entry; one may be made of others, never of itself."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from analytics.errors import LetterError
from analytics.outreach.rule import SAVED, Rule, rule_from
from analytics.store import Store
from analytics.workspace import Entry

KIND = "segment"
LONGEST_NAME = 80


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


def saved(entries: Iterable[Entry]) -> dict[str, Segment]:
    """The segments that were kept, by name; of several under one name the last one counts."""
    found: dict[str, Segment] = {}
    for entry in entries:
        if entry.kind == KIND and not entry.source_ref:
            before = found.get(entry.topic)
            ids = (*(before.entry_ids if before else ()), entry.entry_id)
            found[entry.topic] = Segment(entry.topic, rule_from(entry.value), entry.written_by, entry.written_at, ids)
    rules = {name: segment.rule for name, segment in found.items()}
    return {name: replace(segment, rule=replace(segment.rule, saved=rules)) for name, segment in sorted(found.items())}


def rules(entries: Iterable[Entry]) -> dict[str, Rule]:
    """The rule of each segment that was kept, by name."""
    return {name: segment.rule for name, segment in saved(entries).items()}


def check_unused(name: str, entries: Iterable[Entry]) -> None:
    """Nothing where no other saved segment is made of this one.

    Raises
    ------
    LetterError  one is: who is in it could not be told any more.
    """
    users = [each for each, rule in rules(entries).items() if SAVED + name in rule.named]
    if users:
        raise LetterError(
            f"'{name}' stands in the segment '{users[0]}'.",
            "Take it out there and save that one again, then this one goes.",
        )


def save(name: str, rule: Rule, who: tuple[str, datetime]) -> Entry:
    """What to write down so that the rule is kept under the name.

    who : name of the one who saves it, and when (UTC).

    Raises
    ------
    LetterError  the name is empty or too long, the rule names nobody, is made of itself or of a segment that is gone.
    """
    if rule.is_empty:
        raise LetterError("The segment names nobody.", "Choose at least one group that people must be in.")
    topic = checked_name(name, "segment")
    _check_made(topic, rule)
    return Entry(KIND, *who, topic=topic, value=rule.to_text())


def check_saved(name: str, entries: Iterable[Entry]) -> None:
    """Nothing where everything is there of which this saved segment is made; for the moment in which it is written.

    Raises
    ------
    LetterError  somebody else took back or changed a segment on which it depends, at the same moment.
    """
    _check_made(name, rules(entries)[name])


def opened(rule: Rule) -> dict[str, Rule]:
    """The saved segments on which a rule depends, directly or through others, by name.

    Raises
    ------
    LetterError  one of them is not there.
    """
    names = sorted(_made_of(rule))
    if gone := [name for name in names if name not in rule.saved]:
        raise LetterError(
            f"The segment '{gone[0]}', of which this one is made, is not there any more.",
            "Take it out of the rule, or save a segment under that name first.",
        )
    return {name: rule.saved[name] for name in names}


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
    from analytics.outreach.binding import sql

    rows = store.rows(sql("groups"), {})
    return {str(name): int(count) for name, count in zip(rows["group_name"], rows["person_count"], strict=True)}


def _check_made(name: str, rule: Rule) -> None:
    if name in _made_of(rule):
        raise LetterError(
            f"'{name}' would be made of itself: it stands in the rule, or in a segment that stands in it.",
            "Take it out of the rule, or save this under another name.",
        )
    opened(rule)


def _made_of(rule: Rule) -> set[str]:
    """Names of all saved segments on which a rule depends, directly or through others."""
    found: set[str] = set()
    waiting = list(rule.named)
    while waiting:
        name = waiting.pop()
        kept = name.removeprefix(SAVED)
        if name.startswith(SAVED) and kept not in found:
            found.add(kept)
            waiting += rule.saved[kept].named if kept in rule.saved else ()
    return found
