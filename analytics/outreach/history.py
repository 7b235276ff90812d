"""What was written down in a campaign, in the steps in which it was written, so that each can be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from analytics.workspace import Entry


@dataclass(frozen=True)
class Written:
    """What one person wrote down at one moment.

    entries : of that moment, in order.
    """

    written_by: str
    written_at: datetime
    entries: tuple[Entry, ...]

    @property
    def entry_ids(self) -> tuple[int, ...]:
        return tuple(entry.entry_id for entry in self.entries if entry.entry_id is not None)

    def count(self, kind: str) -> int:
        """How many entries of a kind."""
        return sum(entry.kind == kind for entry in self.entries)


def steps(entries: Iterable[Entry], topic: str, kinds: Iterable[str]) -> list[Written]:
    """The moments at which something of these kinds was written down, the newest first."""
    wanted, found = set(kinds), {}
    for entry in entries:
        if entry.topic == topic and entry.kind in wanted:
            found.setdefault((entry.written_by, entry.written_at), []).append(entry)
    return [Written(by, at, tuple(some)) for (by, at), some in reversed(found.items())]
