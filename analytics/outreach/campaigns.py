"""Campaigns: one letter to the people of one segment, and everything that is written down about it.

A campaign and each step of it is an entry: only ever added, taken back by marking it, never lost to another writer.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from analytics.outreach.people import Person
from analytics.outreach.rule import Rule, rule_from
from analytics.outreach.segments import checked_name, opened, rules
from analytics.workspace import Entry

KIND = "campaign"
HELD_OUT_RATE = 0.2
Who = tuple[str, datetime]


@dataclass(frozen=True)
class Campaign:
    """One letter to the people of one segment.

    template    : name of its letter in the table letter_templates.
    is_held_out : whether one in five, by lot, gets no letter, to see what the letter changes.
    entry_ids   : everything that was written to set it up, oldest first.
    """

    name: str
    rule: Rule
    template: str
    is_held_out: bool = False
    my_name: str = ""
    my_phone: str = ""
    entry_ids: tuple[int, ...] = field(default=(), compare=False)

    @property
    def sender(self) -> dict[str, str]:
        return {"my_name": self.my_name, "my_phone": self.my_phone}


@dataclass(frozen=True)
class Lots:
    """Who of the people that may be written to gets a letter, and who is held out."""

    written: tuple[Person, ...]
    held_out: tuple[Person, ...]


def keep(campaign: Campaign, who: Who) -> Entry:
    """What to write down so that the campaign is kept, or kept as changed.

    The saved segments that stand in its rule are written with it: whoever takes one back or saves it anew later changes
    nobody's campaign.

    who : name of the one who does it, and when (UTC).

    Raises
    ------
    LetterError  its name is empty or too long, or a segment that stands in its rule is gone.
    """
    kept = {name: _as_json(rule) for name, rule in opened(campaign.rule).items()}
    told = {"template": campaign.template, "is_held_out": campaign.is_held_out, **campaign.sender}
    value = json.dumps({"rule": _as_json(campaign.rule), "segments": kept, **told}, ensure_ascii=False)
    return Entry(KIND, *who, topic=checked_name(campaign.name, "campaign"), value=value)


def campaigns(entries: Iterable[Entry]) -> dict[str, Campaign]:
    """Every campaign by name, the newest first; of several entries of one name the last one counts."""
    entries = list(entries)
    found: dict[str, Campaign] = {}
    for entry in entries:
        if entry.kind == KIND:
            before = found.pop(entry.topic, None)
            found[entry.topic] = _read(entry, before.entry_ids if before else (), rules(entries))
    return dict(reversed(found.items()))


def changes_since(campaign: Campaign, saved: Mapping[str, Rule]) -> tuple[str, ...]:
    """A sentence for each saved segment of the campaign that is another one by now, or is gone.

    saved : the rule of each segment that is kept now, by name.
    """
    then = campaign.rule.saved
    changed = [name for name, rule in then.items() if saved.get(name) != rule]
    return tuple(
        f"The segment '{name}' was {'saved anew' if name in saved else 'taken back'} since; "
        "the campaign keeps to what it was."
        for name in changed
    )


def draw(campaign: Campaign, people: Sequence[Person]) -> Lots:
    """Who gets a letter and who is held out, by a lot that anybody can draw again.

    Each person's lot depends on the campaign and on themselves alone, so that it stays the same whoever else comes or
    goes between looking at the letters and sending them; about one in five is held out, not exactly one in five.
    """
    if not campaign.is_held_out:
        return Lots(tuple(people), ())
    held = {person.person_key for person in people if _lot(campaign.name, person.reference) < HELD_OUT_RATE}
    return Lots(
        tuple(person for person in people if person.person_key not in held),
        tuple(person for person in people if person.person_key in held),
    )


def sent(campaign: Campaign, lots: Lots, who: Who) -> list[Entry]:
    """What to write down when the letters were sent: one entry for each letter, one for each person held out."""
    letters = [_about(person, "sent", campaign.name, who, campaign.template) for person in lots.written]
    return letters + [_about(person, "held_out", campaign.name, who) for person in lots.held_out]


def refuse(person: Person, campaign: str, who: Who) -> Entry:
    """What to write down when somebody asks not to be contacted; it holds in every campaign."""
    return _about(person, "do_not_contact", campaign, who)


def _about(person: Person, kind: str, campaign: str, who: Who, value: str | None = None) -> Entry:
    return Entry(kind, *who, *person.reference, topic=campaign, value=value)


def _as_json(rule: Rule) -> dict[str, object]:
    return json.loads(rule.to_text())


def _read(entry: Entry, ids_before: tuple[int, ...], saved_now: Mapping[str, Rule]) -> Campaign:
    told = json.loads(entry.value or "{}")
    saved = saved_now
    if "segments" in told:
        saved = {name: rule_from(json.dumps(rule)) for name, rule in told["segments"].items()}
    # Without segments: written before they were kept with the campaign; the names mean what they mean now.
    return Campaign(
        entry.topic,
        replace(rule_from(json.dumps(told.get("rule", {}))), saved=saved),
        str(told.get("template", "")),
        bool(told.get("is_held_out")),
        str(told.get("my_name", "")),
        str(told.get("my_phone", "")),
        (*ids_before, entry.entry_id),
    )


def _lot(campaign: str, reference: tuple[str, str]) -> float:
    """A number from 0 to 1 that looks drawn at random and is always the same."""
    digest = hashlib.sha256("\n".join((campaign, *reference)).encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64
