"""How many people were in each saved segment, and when: one entry for each day up to which the data went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from analytics.errors import LetterError
from analytics.outreach import segments
from analytics.outreach.people import choose
from analytics.outreach.rule import Rule
from analytics.store import Store
from analytics.workspace import Entry, Workspace

KIND = "segment_size"


@dataclass(frozen=True)
class Size:
    """What a segment counted while the data went up to a day."""

    day: date
    person_count: int


def sizes(entries: Iterable[Entry], name: str) -> list[Size]:
    """The sizes of a saved segment, oldest day first; of several on one day the last one counts."""
    found = {
        date.fromisoformat(entry.note): int(entry.value)
        for entry in entries
        if entry.kind == KIND and entry.topic == name and entry.note and entry.value
    }
    return [Size(day, count) for day, count in sorted(found.items())]


def written(entries: Iterable[Entry], name: str) -> tuple[int, ...]:
    """The entries that tell the sizes of a saved segment; they go when the segment is taken back."""
    return tuple(entry.entry_id for entry in entries if entry.kind == KIND and entry.topic == name)


def keep_sizes(workspace: Workspace, written_by: str, written_at: datetime) -> int:
    """Write down how many people are in each saved segment now, where that is not written yet; how many were written.

    Raises
    ------
    StoreError, WorkspaceError  the version cannot be asked, or the catalogue cannot be written.
    """
    entries = workspace.diary.entries()
    kept = segments.saved(entries)
    if not kept:
        return 0
    store = workspace.store()
    due = [
        Entry(KIND, written_by, written_at, topic=name, value=str(now.person_count), note=now.day.isoformat())
        for name, now in ((name, _now(store, segment.rule)) for name, segment in kept.items())
        if now and now not in sizes(entries, name)
    ]
    if due:
        workspace.diary.write(*due)
    return len(due)


def _now(store: Store, rule: Rule) -> Size | None:
    """What it counts now; None where it is made of a segment that is not there any more."""
    try:
        return Size(store.last_day, choose(store, rule).count)
    except LetterError:
        return None
