"""The catalogue of a workspace: one SQLite file that says which version is current and what it is made of.

Imported inside functions by the rest of the workspace: SQLAlchemy takes half a second, which a load hides behind the
child process that reads the file.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from analytics.errors import WorkspaceError
from analytics.workspace import catalogue_rows as rows
from analytics.workspace.records import NOTHING_NEW, Chosen, Entry, Said, Upload, Version
from analytics.workspace.schema import CHOICES, ENTRIES, MAPPINGS, METADATA, RECEIPTS, STATE, UPLOADS, VERSIONS


class Catalogue:
    """What was uploaded and which version stands. Every change is one transaction, on the disk when it returns."""

    def __init__(self, file: Path):
        self._file = file
        # No pool: a connection kept open would still see a catalogue that was put back from a copy as it was before.
        writable = _can_be_written(file)
        place = f"sqlite:///{file}" if writable else f"sqlite:///{file.as_uri()}?mode=ro&immutable=1&uri=true"
        self._engine = sa.create_engine(place, connect_args={"timeout": 30}, poolclass=sa.pool.NullPool)
        if writable:
            sa.event.listen(self._engine, "connect", _make_durable)

    def begin(self) -> None:
        """Make the tables that are not there yet.

        Raises
        ------
        WorkspaceError  the file is there and cannot be read, or cannot be made.
        """
        with self._change() as connection:
            METADATA.create_all(connection)

    def current(self) -> Version | None:
        """The version that pages read; None before the first load."""
        return next((version for version in self.versions() if version.is_current), None)

    def versions(self) -> list[Version]:
        """Every version that was published, oldest first."""
        with self._change() as connection:
            current = connection.scalar(sa.select(STATE.c.current_version))
            found = connection.execute(sa.select(VERSIONS).order_by(VERSIONS.c.version)).all()
        return [
            Version(row.version, tuple(row.uploads), row.row_counts, row.checksum, row.reason, row.version == current)
            for row in found
        ]

    def uploads(self) -> list[Upload]:
        """Every file that was loaded, in order; also those undone since."""
        current = self.current()
        active = current.uploads if current else ()
        with self._change() as connection:
            found = connection.execute(sa.select(UPLOADS).order_by(UPLOADS.c.sequence)).all()
        return [Upload(**row._mapping, is_active=row.sequence in active) for row in found]

    def receipts(self, sequence: int) -> list[dict]:
        """The receipts of one upload as JSON has them, in order of its sheets."""
        query = sa.select(RECEIPTS.c.body).where(RECEIPTS.c.sequence == sequence).order_by(RECEIPTS.c.receipt_id)
        with self._change() as connection:
            return list(connection.scalars(query))

    def add(
        self, uploads: Sequence[tuple[Upload, list[dict]]], version: Version | None, said: Said = NOTHING_NEW
    ) -> None:
        """Remember uploads with their receipts, what somebody said, and the version that they made current."""
        with self._change() as connection:
            for upload, receipts in uploads:
                row = {name: value for name, value in vars(upload).items() if name != "is_active"}
                connection.execute(sa.insert(UPLOADS).values(row))
                for receipt in receipts:
                    connection.execute(sa.insert(RECEIPTS).values(sequence=upload.sequence, body=receipt))
            rows.keep_said(connection, said)
            if version is not None:
                rows.insert_version(connection, version)
                rows.point(connection, version.number)

    def point_to(self, number: int, notice: str | None = None) -> None:
        """Make a published version the current one; the notice says why, until the next change."""
        with self._change() as connection:
            rows.point(connection, number, notice)

    def notice(self) -> str | None:
        """What the user should know about the current version; None when all is well."""
        with self._change() as connection:
            return connection.scalar(sa.select(STATE.c.notice))

    def next_sequence(self) -> int:
        """The place of the next upload."""
        with self._change() as connection:
            return (connection.scalar(sa.select(sa.func.max(UPLOADS.c.sequence))) or 0) + 1

    def next_version(self) -> int:
        """The number of the next version; never one that was published before."""
        return max((version.number for version in self.versions()), default=0) + 1

    def mapping(self, header_hash: str) -> dict | None:
        """What was chosen for a sheet with these headers; None when nobody chose."""
        with self._change() as connection:
            return connection.scalar(sa.select(MAPPINGS.c.mapping).where(MAPPINGS.c.header_hash == header_hash))

    def remember_mapping(self, header_hash: str, mapping: dict | None) -> None:
        """Apply this choice to every later sheet with these headers; None: forget what was chosen."""
        with self._change() as connection:
            connection.execute(sa.delete(MAPPINGS).where(MAPPINGS.c.header_hash == header_hash))
            if mapping is not None:
                connection.execute(sa.insert(MAPPINGS).values(header_hash=header_hash, mapping=mapping))

    def chosen(self) -> list[Chosen]:
        """Every change of a table of business choices, oldest first; the last one of a table counts."""
        with self._change() as connection:
            found = connection.execute(sa.select(CHOICES).order_by(CHOICES.c.choice_id)).all()
        return [Chosen(row.table_name, row.rows, row.written_by, row.written_at) for row in found]

    def entries(self) -> list[Entry]:
        """Everything that was written down and not undone, oldest first."""
        with self._change() as connection:
            return rows.entries(connection)

    def write(self, entries: Sequence[Entry], check: Callable[[list[Entry]], None] | None = None) -> list[int]:
        """Keep what was written down, all or nothing; the ids, in order. Nothing is kept where the check raises."""
        with self._change() as connection:
            # Written first: from then on nobody else writes until this is done, so the check sees what will be.
            ids = rows.write(connection, entries)
            if check:
                check(rows.entries(connection))
            return ids

    def undo_entries(
        self,
        entry_ids: Sequence[int],
        who: tuple[str, datetime],
        check: Callable[[list[Entry]], None] | None = None,
    ) -> int:
        """Take back what was written down; how many were not taken back before. Nothing is where the check raises."""
        with self._change() as connection:
            count = rows.undo(connection, entry_ids, who)
            if check:
                check(rows.entries(connection))
            return count

    def revision(self) -> int:
        """Grows with everything that is written down or taken back: who has seen this number has seen it all."""
        with self._change() as connection:
            return connection.scalar(sa.select(sa.func.count(ENTRIES.c.entry_id) + sa.func.count(ENTRIES.c.undone_at)))

    @contextmanager
    def _change(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except sa.exc.DatabaseError as error:
            raise WorkspaceError(
                f"The catalogue '{self._file.name}' of this workspace cannot be used: {error.orig}.",
                "Free some space on the disk, or put back a copy of that file; "
                "uploads and versions beside it are untouched.",
                code="UnreadableCatalogue",
            ) from error


@cache
def catalogue(file: Path) -> Catalogue:
    """The catalogue in that file, the same object for the whole process; begun where it is not."""
    opened = Catalogue(file)
    opened.begin()
    return opened


def _can_be_written(file: Path) -> bool:
    """False in a workspace on a read-only disk, where SQLite could not even read: its log needs a file beside it."""
    log = file.with_name(f"{file.name}-wal")
    return os.access(file.parent, os.W_OK) or not file.exists() or (log.exists() and log.stat().st_size > 0)


def _make_durable(connection, _) -> None:
    cursor = connection.cursor()
    cursor.execute("pragma journal_mode = wal")
    cursor.execute("pragma synchronous = full")
    cursor.execute("pragma foreign_keys = on")
    cursor.close()
