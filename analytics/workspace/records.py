"""What the catalogue tells: uploads and versions as plain values."""

from dataclasses import dataclass


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
    reason     : 'load', 'undo' or 'rebuild'.
    """

    number: int
    uploads: tuple[int, ...]
    row_counts: dict[str, int]
    checksum: str
    reason: str
    is_current: bool = False
