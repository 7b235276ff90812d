"""The talk with a buyer: the guide, what they said word for word, and what came of it (M3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from analytics.errors import LetterError
from analytics.outreach.calendar import Talk
from analytics.outreach.people import Person
from analytics.questions.entry_words import GUIDE
from analytics.workspace import Entry

ASK = (
    "Thank you. Most people whom I ask think of three or four names: who are the three or four people you know who "
    "should get this too?"
)
TALK_MINUTES = 20


@dataclass(frozen=True)
class Introduction:
    """Somebody whom a buyer named; how to reach them and how they know each other, as far as told."""

    name: str
    contact: str = ""


@dataclass(frozen=True)
class Notes:
    """What came of one talk.

    answers : question of the guide to what was said, word for word.
    upsell  : what more they need; empty when nothing. amount: what it may be worth, None when not known.
    names   : whom they introduced.
    asked   : whether they were asked for names.
    """

    note: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    upsell: str = ""
    amount: float | None = None
    names: tuple[Introduction, ...] = ()
    asked: bool = False
    is_refused: bool = False


def write_down(person: Person, campaign: str, notes: Notes, who: tuple[str, datetime]) -> list[Entry]:
    """The entries of one talk, to be kept together.

    who : name of the one who talked, and when it is written down (UTC).
    """

    def about(kind: str, value: str | None = None, note: str | None = None) -> Entry:
        return Entry(kind, *who, *person.reference, topic=campaign, value=value, note=note)

    entries = [about("talked", note=notes.note.strip() or None)]
    entries += [about("answered", key, said.strip()) for key, said in notes.answers if said.strip()]
    if notes.upsell.strip():
        entries.append(about("upsell", None if notes.amount is None else f"{notes.amount:.2f}", notes.upsell.strip()))
    if notes.asked or notes.names:
        entries.append(about("asked_for_names"))
    entries += [about("introduced", each.name, each.contact or None) for each in notes.names]
    return [*entries, about("do_not_contact")] if notes.is_refused else entries


def introductions(text: str) -> tuple[Introduction, ...]:
    """The names that somebody typed, one a line, each with how to reach them after a comma.

    Raises
    ------
    LetterError  a line begins with a comma: the name is missing.
    """
    found = []
    for line in text.splitlines():
        name, _, contact = (part.strip() for part in line.partition(","))
        if not name and contact:
            raise LetterError(f"'{line.strip()}' has no name.", "Type the name first, then a comma, then the rest.")
        if name:
            found.append(Introduction(name, contact))
    return tuple(found)


def plan(person: Person, campaign: str, starts_at: datetime, who: tuple[str, datetime]) -> Entry:
    """What to write down when a talk was agreed.

    starts_at : by the clock on the wall.
    """
    return Entry("talk_planned", *who, *person.reference, topic=campaign, value=starts_at.isoformat(timespec="minutes"))


def planned(entries: Iterable[Entry], campaign: str, people: Sequence[Person]) -> list[Talk]:
    """The agreed talks of a campaign, earliest first; of two with one person the one written down last counts."""
    names = {person.reference: person for person in people}
    last = {
        (entry.source_table, entry.source_ref): entry
        for entry in entries
        if entry.kind == "talk_planned" and entry.topic == campaign
    }
    found = [_talk(names[reference], entry) for reference, entry in last.items() if reference in names]
    return sorted(found, key=lambda talk: (talk.starts_at, talk.key))


def _talk(person: Person, entry: Entry) -> Talk:
    guide = "\n".join([*(f"{number}. {text}" for number, text in enumerate(GUIDE.values(), start=1)), f"3. {ASK}"])
    reach = "\n".join(filter(None, (person.phone, person.email)))
    return Talk(
        key="\n".join((entry.topic, *person.reference)),
        starts_at=datetime.fromisoformat(str(entry.value)),
        minutes=TALK_MINUTES,
        title=f"Talk with {person.name}",
        note=f"{reach}\n\n{guide}".strip(),
    )
