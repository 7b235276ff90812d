"""The catalogue of a workspace: one SQLite file that says which version is current and what it is made of.

Imported inside functions by the rest of the workspace: SQLAlchemy takes half a second, which a load hides behind the
child process that reads the file.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from analytics.errors import WorkspaceError
from analytics.workspace.records import Upload, Version

_METADATA = sa.MetaData()
_UPLOADS = sa.Table(
    "uploads",
    _METADATA,
    sa.Column("sequence", sa.Integer, primary_key=True),
    sa.Column("upload_id", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("byte_count", sa.Integer, nullable=False),
    sa.Column("landed", sa.Text, nullable=False),
)
_RECEIPTS = sa.Table(
    "receipts",
    _METADATA,
    sa.Column("receipt_id", sa.Integer, primary_key=True),
    sa.Column("sequence", sa.ForeignKey("uploads.sequence"), nullable=False, index=True),
    sa.Column("body", sa.JSON, nullable=False),
)
_VERSIONS = sa.Table(
    "versions",
    _METADATA,
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("uploads", sa.JSON, nullable=False),
    sa.Column("row_counts", sa.JSON, nullable=False),
    sa.Column("checksum", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
)
_STATE = sa.Table(
    "state",
    _METADATA,
    sa.Column("only_row", sa.Integer, sa.CheckConstraint("only_row = 1"), primary_key=True),
    sa.Column("current_version", sa.ForeignKey("versions.version")),
    sa.Column("notice", sa.Text),
)
_MAPPINGS = sa.Table(
    "mappings",
    _METADATA,
    sa.Column("header_hash", sa.Text, primary_key=True),
    sa.Column("mapping", sa.JSON, nullable=False),
)


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
            _METADATA.create_all(connection)

    def current(self) -> Version | None:
        """The version that pages read; None before the first load."""
        return next((version for version in self.versions() if version.is_current), None)

    def versions(self) -> list[Version]:
        """Every version that was published, oldest first."""
        with self._change() as connection:
            current = connection.scalar(sa.select(_STATE.c.current_version))
            rows = connection.execute(sa.select(_VERSIONS).order_by(_VERSIONS.c.version)).all()
        return [
            Version(row.version, tuple(row.uploads), row.row_counts, row.checksum, row.reason, row.version == current)
            for row in rows
        ]

    def uploads(self) -> list[Upload]:
        """Every file that was loaded, in order; also those undone since."""
        current = self.current()
        active = current.uploads if current else ()
        with self._change() as connection:
            rows = connection.execute(sa.select(_UPLOADS).order_by(_UPLOADS.c.sequence)).all()
        return [Upload(**row._mapping, is_active=row.sequence in active) for row in rows]

    def receipts(self, sequence: int) -> list[dict]:
        """The receipts of one upload as JSON has them, in order of its sheets."""
        query = sa.select(_RECEIPTS.c.body).where(_RECEIPTS.c.sequence == sequence).order_by(_RECEIPTS.c.receipt_id)
        with self._change() as connection:
            return list(connection.scalars(query))

    def add(self, uploads: Sequence[tuple[Upload, list[dict]]], version: Version | None) -> None:
        """Remember uploads with their receipts and, where they changed the data, the version they made current."""
        with self._change() as connection:
            for upload, receipts in uploads:
                row = {name: value for name, value in vars(upload).items() if name != "is_active"}
                connection.execute(sa.insert(_UPLOADS).values(row))
                for receipt in receipts:
                    connection.execute(sa.insert(_RECEIPTS).values(sequence=upload.sequence, body=receipt))
            if version is not None:
                _insert_version(connection, version)
                _point(connection, version.number)

    def point_to(self, number: int, notice: str | None = None) -> None:
        """Make a published version the current one; the notice says why, until the next change."""
        with self._change() as connection:
            _point(connection, number, notice)

    def notice(self) -> str | None:
        """What the user should know about the current version; None when all is well."""
        with self._change() as connection:
            return connection.scalar(sa.select(_STATE.c.notice))

    def next_sequence(self) -> int:
        """The place of the next upload."""
        with self._change() as connection:
            return (connection.scalar(sa.select(sa.func.max(_UPLOADS.c.sequence))) or 0) + 1

    def next_version(self) -> int:
        """The number of the next version; never one that was published before."""
        return max((version.number for version in self.versions()), default=0) + 1

    def mapping(self, header_hash: str) -> dict | None:
        """What was chosen for a sheet with these headers; None when nobody chose."""
        with self._change() as connection:
            return connection.scalar(sa.select(_MAPPINGS.c.mapping).where(_MAPPINGS.c.header_hash == header_hash))

    def remember_mapping(self, header_hash: str, mapping: dict | None) -> None:
        """Apply this choice to every later sheet with these headers; None: forget what was chosen."""
        with self._change() as connection:
            connection.execute(sa.delete(_MAPPINGS).where(_MAPPINGS.c.header_hash == header_hash))
            if mapping is not None:
                connection.execute(sa.insert(_MAPPINGS).values(header_hash=header_hash, mapping=mapping))

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


def _insert_version(connection: Connection, version: Version) -> None:
    connection.execute(
        sa.insert(_VERSIONS).values(
            version=version.number,
            uploads=list(version.uploads),
            row_counts=version.row_counts,
            checksum=version.checksum,
            reason=version.reason,
        )
    )


def _point(connection: Connection, number: int, notice: str | None = None) -> None:
    connection.execute(sa.delete(_STATE))
    connection.execute(sa.insert(_STATE).values(only_row=1, current_version=number, notice=notice))
