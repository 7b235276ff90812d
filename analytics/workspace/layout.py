"""Where things lie in a workspace folder, and how they get onto the disk for good."""

import os
import shutil
import zlib
from dataclasses import dataclass
from pathlib import Path

UNFINISHED = ".unfinished-"
_BLOCK = 4 * 1024 * 1024


@dataclass(frozen=True)
class Layout:
    """The folders of one workspace.

    uploads/<sha256>   the files themselves, never edited.
    landed/<key>/      canonical Parquet and set-aside rows of one upload as read with one set of choices.
    versions/<n>/      published versions, never written again.
    catalogue.sqlite   which version is current, what was uploaded, receipts.
    scratch/           whatever a load needs while it runs; swept at the next start.
    """

    root: Path

    @property
    def uploads(self) -> Path:
        return self.root / "uploads"

    @property
    def landed(self) -> Path:
        return self.root / "landed"

    @property
    def versions(self) -> Path:
        return self.root / "versions"

    @property
    def scratch(self) -> Path:
        return self.root / "scratch"

    @property
    def catalogue(self) -> Path:
        return self.root / "catalogue.sqlite"

    @property
    def lock(self) -> Path:
        return self.root / "loading.lock"

    def version(self, number: int) -> Path:
        return self.versions / str(number)

    def make(self) -> None:
        """Create the folders that are not there yet."""
        for folder in (self.uploads, self.landed, self.versions, self.scratch):
            folder.mkdir(parents=True, exist_ok=True)


def settle(folder: Path, place: Path) -> None:
    """Move a finished folder to its place so that it survives a power cut: contents first, then the name."""
    for file in folder.iterdir():
        sync(file)
    sync(folder)
    folder.rename(place)
    sync(place.parent)


def sync(path: Path) -> None:
    """Wait until the file or folder is on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open a folder; its rename is journalled by the file system.
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def link(source: Path, target: Path) -> None:
    """The same file under another name, without a copy where the file system can."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def checksum(file: Path) -> str:
    """CRC-32 of the file as eight hex digits: finds damage, at a fifth of the cost of a sha256."""
    found = 0
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found = zlib.crc32(block, found)
    return f"{found:08x}"
