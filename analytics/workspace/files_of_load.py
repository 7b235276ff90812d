"""The files of one load: each kept under its sha256, and landed unless the data or the disk has it already."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analytics.ingest.keep import Kept
from analytics.ingest.receipt import Receipt, from_dict
from analytics.settings import Settings
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
from analytics.workspace.layout import Layout
from analytics.workspace.records import Upload
from analytics.workspace.remembered import is_read_so
from analytics.workspace.telling import already

if TYPE_CHECKING:
    from analytics.workspace.catalogue import Catalogue


@dataclass(frozen=True)
class FilesOfLoad:
    """What lands the files of one load in a workspace.

    read      : None for those who read no file.
    catalogue : asked for when a file may be part of the data already: SQLAlchemy takes its time to import.
    """

    layout: Layout
    settings: Settings
    read: ReadFiles | None
    tell: Tell
    catalogue: Callable[[], "Catalogue"]

    def land(self, files: list[tuple[str, Path]], options: LoadOptions) -> list[Landed]:
        """Every file kept and landed, in their order; of files with the same bytes the first is read first."""
        kept = [self._keep(name, Path(path)) for name, path in files]
        landed = {place: each for place, each in enumerate(kept) if isinstance(each, Landed)}
        while len(landed) < len(kept):
            coming: dict[str, int] = {}
            for place, each in enumerate(kept):
                if place not in landed:
                    coming.setdefault(each.sha256, place)
            different = {place: (files[place][0], kept[place]) for place in coming.values()}
            found, reading = self._there(different, options, list(landed.values()))
            receipts = self.read(list(reading.values()), options, self.tell)
            landed |= found | {
                place: land_read(one, told) for (place, one), told in zip(reading.items(), receipts, strict=True)
            }
        return [landed[place] for place in range(len(kept))]

    def _keep(self, name: str, path: Path) -> Landed | Kept:
        self.tell(f"Keeping {name}")
        return keep_file(self.layout, name, path, self.settings)

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
        catalogue = self.catalogue()
        for upload in catalogue.uploads():
            if upload.is_active and upload.upload_id == kept.sha256 and _is_read_so(upload, options):
                receipts = [from_dict(told) for told in catalogue.receipts(upload.sequence)]
                return receipts if is_read_so(receipts, options.remembered) else None
        return None


def _is_read_so(upload: Upload, options: LoadOptions) -> bool:
    """Whether the upload was read the way that is asked for now; who says nothing takes what is there."""
    said_nothing = options.as_type is None and options.day_first is None
    return said_nothing or upload.landed == landed_name(upload.upload_id, upload.name, options)
