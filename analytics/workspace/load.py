"""Loading, undoing and rebuilding: each ends in one new version or leaves everything as it was."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

import duckdb

from analytics.errors import LoadCancelled
from analytics.ingest.keep import Kept
from analytics.ingest.receipt import Receipt, from_dict
from analytics.settings import Settings
from analytics.workspace import manifest
from analytics.workspace.against import compared
from analytics.workspace.fitted import import_libraries
from analytics.workspace.given import given_by
from analytics.workspace.landing import (
    Landed,
    LoadOptions,
    ReadFiles,
    Tell,
    ToRead,
    keep_file,
    land_read,
    landed_before,
    landed_name,
    to_read,
)
from analytics.workspace.landings import Landing, check, landings_of
from analytics.workspace.layout import Layout, checksum
from analytics.workspace.numbering import asked_about
from analytics.workspace.publish import Plan, build
from analytics.workspace.records import NOTHING_NEW, Said, Upload, Version
from analytics.workspace.remembered import is_read_so, remembered
from analytics.workspace.telling import already, is_again, with_changes


@dataclass(frozen=True)
class Loader:
    """Writes to one workspace; whoever calls it holds the lock. read is None for those who read no file."""

    layout: Layout
    settings: Settings
    read: ReadFiles | None
    tell: Tell
    cancelled: threading.Event

    def load(self, files: list[tuple[str, Path]], options: LoadOptions) -> list[Receipt]:
        """Land the files and publish a version with them; one receipt per sheet, in the order of the files."""
        with _importing_ahead():
            options = replace(options, remembered=remembered(self.layout.catalogue))
            kept = [self._keep(name, Path(path)) for name, path in files]
            landed = self._land_all([name for name, _ in files], kept, options)
            self._refuse_cancelled()
            landed = self._compared(self._asked_about(landed))
            coming = [each for each in landed if each.folder]
            return self._publish(coming, landed)

    def _refuse_cancelled(self) -> None:
        if self.cancelled.is_set():
            raise LoadCancelled(
                "The load was cancelled; nothing was changed.", "Load the files again when you want to."
            )

    def rebuild(self, sequences: tuple[int, ...], reason: str, said: Said = NOTHING_NEW) -> Version:
        """Publish a version of just these uploads that follows what was said: both are kept, or neither."""
        catalogue = self._catalogue()
        known = {upload.sequence: upload for upload in catalogue.uploads()}
        uploads = [known[sequence] for sequence in sequences]
        version = self._build((uploads, self._landings(uploads), frozenset()), reason, said)
        catalogue.add([], version, said)
        return version

    def follow(self, said: Said, reason: str) -> None:
        """Keep what was said and, where a version stands, publish it anew: both or neither."""
        catalogue = self._catalogue()
        current = catalogue.current()
        if current is None:
            catalogue.add([], None, said)
            return
        self.tell("Working everything out again")
        self.rebuild(current.uploads, reason, said)

    def _keep(self, name: str, path: Path) -> Landed | Kept:
        self.tell(f"Keeping {name}")
        return keep_file(self.layout, name, path, self.settings)

    def _land_all(self, names: list[str], kept: list[Landed | Kept], options: LoadOptions) -> list[Landed]:
        """Every file landed, in their order; of files with the same bytes the first is read before the others."""
        landed = {place: each for place, each in enumerate(kept) if isinstance(each, Landed)}
        while len(landed) < len(kept):
            coming: dict[str, int] = {}
            for place, each in enumerate(kept):
                if place not in landed:
                    coming.setdefault(each.sha256, place)
            different = {place: (names[place], kept[place]) for place in coming.values()}
            found, reading = self._there(different, options, list(landed.values()))
            receipts = self.read(list(reading.values()), options, self.tell)
            landed |= found | {
                place: land_read(one, told) for (place, one), told in zip(reading.items(), receipts, strict=True)
            }
        return [landed[place] for place in range(len(kept))]

    def _there(
        self, files: dict[int, tuple[str, Kept]], options: LoadOptions, before: list[Landed]
    ) -> tuple[dict[int, Landed], dict[int, ToRead]]:
        """Of files of different bytes, those that were landed before and those that are to be read, by place."""
        landed, reading = {}, {}
        for place, (name, kept) in files.items():
            again = self._again(kept, name, options, before)
            if again is not None:
                landed[place] = Landed(name, kept, None, [already(receipt, name) for receipt in again])
            elif there := landed_before(self.layout, name, kept, options):
                landed[place] = there
            else:
                reading[place] = to_read(self.layout, name, kept, options)
        return landed, reading

    def _again(self, kept: Kept, name: str, options: LoadOptions, before: list[Landed]) -> list[Receipt] | None:
        """Receipts of the same bytes where they are part of the data already; None where they are not."""
        for each in before:
            if each.kept and each.kept.sha256 == kept.sha256 and each.folder:
                return each.receipts
        # Asking the catalogue means waiting for SQLAlchemy; a file that never landed cannot be part of the data.
        if not any(self.layout.landed.glob(f"{kept.sha256}-*")):
            return None
        catalogue = self._catalogue()
        for upload in catalogue.uploads():
            if upload.is_active and upload.upload_id == kept.sha256 and _is_read_so(upload, options):
                receipts = [from_dict(told) for told in catalogue.receipts(upload.sequence)]
                return receipts if is_read_so(receipts, options.remembered) else None
        return None

    def _asked_about(self, landed: list[Landed]) -> list[Landed]:
        """The same; a sheet whose numbers mean other things in what stands before it waits for an answer."""
        if not any(each.folder for each in landed):
            return landed
        catalogue = self._catalogue()
        current, known = catalogue.current(), {upload.sequence: upload for upload in catalogue.uploads()}
        standing = self._landings([known[sequence] for sequence in current.uploads]) if current else []
        told = []
        for each in landed:
            told.append(each if is_again(each) else asked_about(each, standing))
            # Its place in the order does not matter here.
            standing += landings_of(told[-1].receipts, told[-1].folder, 0) if told[-1].folder else []
        return told

    def _compared(self, landed: list[Landed]) -> list[Landed]:
        """The same, each told what changed against the last upload of its kind that stands before it."""
        catalogue = self._catalogue()
        current, known = catalogue.current(), {upload.sequence: upload for upload in catalogue.uploads()}
        standing = [known[sequence] for sequence in current.uploads] if current else []
        earlier = {each.upload_id: [from_dict(told) for told in catalogue.receipts(each.sequence)] for each in standing}
        told = []
        for each in landed:
            if each.kept and not is_again(each):
                order = list(earlier)
                before = order[: order.index(each.kept.sha256)] if each.kept.sha256 in earlier else order
                each = replace(each, receipts=compared(each.receipts, [r for one in before for r in earlier[one]]))
                earlier[each.kept.sha256] = each.receipts
            told.append(each)
        return told

    def _publish(self, coming: list[Landed], landed: list[Landed]) -> list[Receipt]:
        """Build and point to the version with what was landed; the receipts, with what each file changed."""
        catalogue = self._catalogue()
        first = catalogue.next_sequence()
        fresh = [each for each in landed if each.kept and not is_again(each)]
        uploads = {id(each): _upload(first + place, each) for place, each in enumerate(fresh)}
        version, changes = None, {}
        if coming:
            self.tell("Matching people and adding up")
            version, changes = self._next(catalogue, [uploads[id(each)] for each in coming], coming)
        told = {id(each): with_changes(each, changes.get(str(uploads[id(each)].sequence), {})) for each in fresh}
        self._refuse_cancelled()
        kept = [(uploads[id(each)], [receipt.to_dict() for receipt in told[id(each)]]) for each in fresh]
        catalogue.add(kept, version)
        return [receipt for each in landed for receipt in told.get(id(each), each.receipts)]

    def _next(self, catalogue, added: list[Upload], coming: list[Landed]) -> tuple[Version, dict]:
        current = catalogue.current()
        known = {upload.sequence: upload for upload in catalogue.uploads()}
        active = [known[sequence] for sequence in current.uploads] if current else []
        # The same bytes read another way take the place of what was read before, in the order of loading too.
        again = {new.upload_id: new for new in added}
        kept = [upload for upload in active if upload.upload_id not in again]
        order = [again.pop(upload.upload_id, upload) for upload in active] + list(again.values())
        landings = [
            landing
            for upload, each in zip(added, coming, strict=True)
            for landing in landings_of(each.receipts, each.folder, upload.sequence)
        ]
        with duckdb.connect(":memory:") as connection:
            for landing in landings:
                check(connection, landing)
        what = order, self._landings(kept) + landings, frozenset(new.sequence for new in added)
        version = self._build(what, "load")
        return version, manifest.read(self.layout.version(version.number)).changes_of

    def _build(
        self, what: tuple[list[Upload], list[Landing], frozenset[int]], reason: str, said: Said = NOTHING_NEW
    ) -> Version:
        """Build the version of these: uploads in order, what their sheets gave, which of them are new."""
        uploads, landings, newcomers = what
        catalogue = self._catalogue()
        number, current = catalogue.next_version(), catalogue.current()
        shutil.rmtree(self.layout.version(number), ignore_errors=True)  # left by a load that was killed
        told = [{"sequence": each.sequence, "upload_id": each.upload_id, "name": each.name} for each in uploads]
        place = {each.sequence: place for place, each in enumerate(uploads)}
        landings = sorted((replace(each, rank=place[each.rank]) for each in landings), key=lambda each: each.rank)
        coming = frozenset(place[sequence] for sequence in newcomers)
        given = given_by(catalogue, said)
        plan = Plan(number, told, landings, coming, current.number if current else None, given)
        made = build(self.layout, plan, self.settings)
        folder = self.layout.version(number)
        row_counts = {table: told["rows"] for table, told in made.tables.items()}
        sequences = tuple(each.sequence for each in uploads)
        return Version(number, sequences, row_counts, checksum(folder / manifest.FILE), reason)

    def _landings(self, uploads: list[Upload]) -> list[Landing]:
        catalogue = self._catalogue()
        return [
            landing
            for upload in uploads
            for landing in landings_of(
                [from_dict(told) for told in catalogue.receipts(upload.sequence)],
                self.layout.landed / upload.landed,
                upload.sequence,
            )
        ]

    def _catalogue(self):
        from analytics.workspace.catalogue import catalogue

        opened = catalogue(self.layout.catalogue)
        opened.begin()
        return opened


@contextmanager
def _importing_ahead() -> Iterator[None]:
    """What publishing needs and what takes seconds to import comes in while the child process starts and reads.

    Waited for at the end: a process that ends amid an import complains of everything it had opened.
    """
    ahead = threading.Thread(target=_import_ahead, daemon=True)
    ahead.start()
    try:
        yield
    finally:
        ahead.join()


def _import_ahead() -> None:
    import_module("analytics.workspace.catalogue")
    import_libraries()


def _upload(sequence: int, landed: Landed) -> Upload:
    folder = landed.folder.name if landed.folder else ""
    return Upload(sequence, landed.kept.sha256, landed.name, landed.kept.size_bytes, folder)


def _is_read_so(upload: Upload, options: LoadOptions) -> bool:
    """Whether the upload was read the way that is asked for now; who says nothing takes what is there."""
    said_nothing = options.as_type is None and options.day_first is None
    return said_nothing or upload.landed == landed_name(upload.upload_id, upload.name, options)
