"""Rows of the catalogue's tables, read and written in a transaction that somebody else began."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from analytics.workspace.records import Entry, Said, Version
from analytics.workspace.schema import CHOICES, ENTRIES, STATE, VERSIONS


def keep_said(connection: Connection, said: Said) -> None:
    """What somebody chose, wrote down or took back."""
    if said.chosen is not None:
        connection.execute(sa.insert(CHOICES).values(vars(said.chosen)))
    write(connection, said.written)
    if said.undone:
        undo(connection, said.undone, said.who)


def entries(connection: Connection) -> list[Entry]:
    """Everything that was written down and not undone, oldest first."""
    query = sa.select(ENTRIES).where(ENTRIES.c.undone_at.is_(None)).order_by(ENTRIES.c.entry_id)
    return [_entry(row) for row in connection.execute(query).all()]


def write(connection: Connection, entries: Sequence[Entry]) -> list[int]:
    """Add entries; their ids, in order."""
    kept = [connection.execute(sa.insert(ENTRIES).values(_values(entry))) for entry in entries]
    return [each.inserted_primary_key[0] for each in kept]


def undo(connection: Connection, entry_ids: Sequence[int], who: tuple[str, datetime]) -> int:
    """Mark entries as taken back; how many were not before. who : name, and when (UTC)."""
    which = ENTRIES.c.entry_id.in_(entry_ids) & ENTRIES.c.undone_at.is_(None)
    undone_by, undone_at = who
    return connection.execute(sa.update(ENTRIES).where(which).values(undone_by=undone_by, undone_at=undone_at)).rowcount


def insert_version(connection: Connection, version: Version) -> None:
    """Add a version that was published."""
    connection.execute(
        sa.insert(VERSIONS).values(
            version=version.number,
            uploads=list(version.uploads),
            row_counts=version.row_counts,
            checksum=version.checksum,
            reason=version.reason,
        )
    )


def point(connection: Connection, number: int, notice: str | None = None) -> None:
    """Make that version the current one; the notice says why."""
    connection.execute(sa.delete(STATE))
    connection.execute(sa.insert(STATE).values(only_row=1, current_version=number, notice=notice))


def _values(entry: Entry) -> dict[str, object]:
    return {name: value for name, value in vars(entry).items() if name != "entry_id"}


def _entry(row: sa.Row) -> Entry:
    return Entry(**{name: value for name, value in row._mapping.items() if not name.startswith("undone_")})
