"""The upload itself, kept under its sha256: never edited, so that it can always be read again."""

import hashlib
import mmap
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from analytics.errors import FileTooLarge

MEBIBYTE = 1024 * 1024
# A load holds the upload, its text copy and the new Parquet at the same time.
ROOM = 3


@dataclass(frozen=True)
class Kept:
    """An upload on disk. path is uploads/<sha256>; is_new is False when the same bytes were there before."""

    sha256: str
    size_bytes: int
    path: Path
    is_new: bool


def keep(source: Path, uploads: Path, largest_bytes: int, name: str | None = None) -> Kept:
    """Copies a file to uploads/<sha256>, whole or not at all.

    name : what the user calls the file, for messages.

    Raises
    ------
    FileTooLarge  over the limit, or no room on the disk for the load.
    """
    size = source.stat().st_size
    called = name or source.name
    if size > largest_bytes:
        raise FileTooLarge(
            what=f"'{called}' has {size / MEBIBYTE:,.0f} MB; up to {largest_bytes / MEBIBYTE:,.0f} MB can be uploaded.",
            fix="Export a shorter period, or split the file.",
        )
    uploads.mkdir(parents=True, exist_ok=True)
    refuse_full_disk(uploads, size, called)
    return placed(source, uploads)


def refuse_full_disk(folder: Path, size: int, name: str) -> None:
    """Raises FileTooLarge when a load of this size could fill the disk half-way."""
    free = shutil.disk_usage(folder).free
    if free < ROOM * size:
        raise FileTooLarge(
            what=f"Loading '{name}' needs {ROOM * size / MEBIBYTE:,.0f} MB of disk; {free / MEBIBYTE:,.0f} are free.",
            fix="Free some space on the disk, then upload the file again.",
            code="DiskFull",
        )


def placed(source: Path, uploads: Path) -> Kept:
    """Copies into a temporary file beside the target, syncs it, then renames it."""
    handle, name = tempfile.mkstemp(dir=uploads, prefix=".part-")
    os.close(handle)
    temporary = Path(name)
    try:
        shutil.copyfile(source, temporary)
        sha256 = on_disk(temporary)
        path = uploads / sha256
        is_new = not path.exists()
        size = temporary.stat().st_size
        # Replaced even when it is there: a copy cut short by a crash would otherwise stay for ever.
        temporary.replace(path)
        return Kept(sha256, size, path, is_new)
    finally:
        temporary.unlink(missing_ok=True)


def on_disk(file: Path) -> str:
    """The sha256 of the copy itself, not of what it was made from; the copy is on disk when this returns."""
    digest = hashlib.sha256()
    with file.open("rb+") as copy:
        os.fsync(copy.fileno())
        if file.stat().st_size:
            # At once, not block by block: between two blocks it would wait for whatever else this process imports.
            with mmap.mmap(copy.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
                digest.update(mapped)
    return digest.hexdigest()
