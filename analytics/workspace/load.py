"""Loading, undoing and rebuilding: each ends in one new version or leaves everything as it was."""

import shutil
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from analytics.engine import open_work
from analytics.errors import LoadCancelled
from analytics.ingest.receipt import Receipt
from analytics.settings import Settings
from analytics.workspace import manifest
from analytics.workspace.files_of_load import FilesOfLoad
from analytics.workspace.given import given_by
from analytics.workspace.importing import importing_ahead
from analytics.workspace.landing import Landed, LoadOptions, ReadFiles, Tell
from analytics.workspace.landings import Landing, check, landings_of
from analytics.workspace.layout import Layout, checksum
from analytics.workspace.publish import Plan, build
from analytics.workspace.records import NOTHING_NEW, Said, Upload, Version
from analytics.workspace.remembered import remembered
from analytics.workspace.standing import asked_beside, compared_beside, landings_of_uploads, uploads_in_use
from analytics.workspace.telling import is_again, with_changes


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
        with importing_ahead():
            options = replace(options, remembered=remembered(self.layout.catalogue))
            landed = self._files().land(files, options)
            self._refuse_cancelled()
            catalogue = self._catalogue()
            landed = compared_beside(catalogue, asked_beside(self.layout, catalogue, landed))
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
        version = self._build(
            (uploads, landings_of_uploads(self.layout, catalogue, uploads), frozenset()), reason, said
        )
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
        active = uploads_in_use(catalogue)
        # The same bytes read another way take the place of what was read before, in the order of loading too.
        again = {new.upload_id: new for new in added}
        kept = [upload for upload in active if upload.upload_id not in again]
        order = [again.pop(upload.upload_id, upload) for upload in active] + list(again.values())
        landings = [
            landing
            for upload, each in zip(added, coming, strict=True)
            for landing in landings_of(each.receipts, each.folder, upload.sequence)
        ]
        with open_work(self.settings, [self.layout.landed], self.layout.scratch) as connection:
            for landing in landings:
                check(connection, landing)
        standing = landings_of_uploads(self.layout, catalogue, kept)
        what = order, standing + landings, frozenset(new.sequence for new in added)
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

    def _files(self) -> FilesOfLoad:
        return FilesOfLoad(self.layout, self.settings, self.read, self.tell, self._catalogue)

    def _catalogue(self):
        from analytics.workspace.catalogue import catalogue

        opened = catalogue(self.layout.catalogue)
        opened.begin()
        return opened


def _upload(sequence: int, landed: Landed) -> Upload:
    folder = landed.folder.name if landed.folder else ""
    return Upload(sequence, landed.kept.sha256, landed.name, landed.kept.size_bytes, folder)
