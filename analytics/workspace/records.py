"""What the catalogue tells: uploads, versions, business choices and what people wrote down, as plain values."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Upload:
    """One file that was loaded.

    sequence  : order of loading; a later upload supersedes an earlier one.
    upload_id : sha256 of its bytes.
    landed    : name of the folder in landed/ that holds what was read.
    is_active : whether the current version is built from it.
    """

    sequence: int
    upload_id: str
    name: str
    byte_count: int
    landed: str
    is_active: bool = False


@dataclass(frozen=True)
class Version:
    """One published version.

    uploads    : sequences of the uploads that it is built from, in order.
    row_counts : table to rows.
    checksum   : of its manifest, which holds those of the files.
    reason     : 'load', 'undo', 'choice' or 'rebuild'.
    """

    number: int
    uploads: tuple[int, ...]
    row_counts: dict[str, int]
    checksum: str
    reason: str
    is_current: bool = False


@dataclass(frozen=True)
class Chosen:
    """One change of a table of business choices.

    rows : column to text of each row, None where a cell is empty; None for the table as it is shipped.
    """

    table_name: str
    rows: list[dict[str, str | None]] | None
    written_by: str
    written_at: datetime


@dataclass(frozen=True)
class Entry:
    """One thing that somebody wrote down about a person, a deal or the business.

    kind         : what it is: sent, talked, do_not_contact, need, override, segment ...
    source_table : customers, leads, deals ... as in the table identities; '' for the business itself.
    source_ref   : id in that table.
    topic        : what it belongs to, such as a campaign; '' for nothing.
    written_at   : UTC.
    entry_id     : given when it is kept.
    """

    kind: str
    written_by: str
    written_at: datetime
    source_table: str = ""
    source_ref: str = ""
    topic: str = ""
    value: str | None = None
    note: str | None = None
    entry_id: int | None = None


@dataclass(frozen=True)
class Said:
    """What somebody said that is kept together with the version that follows it: all of it, or nothing.

    chosen  : a table of business choices.
    written : entries to keep.
    undone  : ids of entries to take back.
    who     : name of the one who takes them back, and when (UTC).
    """

    chosen: Chosen | None = None
    written: tuple[Entry, ...] = ()
    undone: tuple[int, ...] = ()
    who: tuple[str, datetime] | None = None


NOTHING_NEW = Said()
