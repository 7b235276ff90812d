"""What a workspace has on file: its uploads, receipts, versions and what people wrote down; nothing here writes."""

from datetime import datetime
from pathlib import Path

from analytics.errors import WorkspaceError
from analytics.ingest.receipt import Receipt, from_dict
from analytics.workspace import manifest
from analytics.workspace.diary import Diary
from analytics.workspace.layout import Layout
from analytics.workspace.records import Chosen, Upload, Version


class OnFile:
    """The folder of a workspace, read only. path : the folder; it need not be there yet."""

    def __init__(self, path: Path | str):
        self.path = Path(path)
        self._layout = Layout(self.path.absolute())

    def current_version(self) -> int | None:
        """Number of the version that pages read; None before the first load.

        Raises
        ------
        WorkspaceError  the catalogue cannot be read, or is gone while versions are there.
        """
        current = self._current()
        return current.number if current else None

    @property
    def notice(self) -> str | None:
        """Why the current version stands in for a damaged one; None when all is well."""
        return self._catalogue().notice() if self._is_begun() else None

    def uploads(self) -> list[Upload]:
        """Every file that was loaded, in order; is_active tells whether the current version is built from it."""
        return self._catalogue().uploads() if self._is_begun() else []

    def versions(self) -> list[Version]:
        """Every published version, oldest first."""
        return self._catalogue().versions() if self._is_begun() else []

    def made_at(self, version: int) -> datetime | None:
        """When a version was made, UTC; None for one from before that was kept.

        Raises
        ------
        WorkspaceError  the version is damaged or gone.
        """
        told = manifest.read(self._layout.version(version)).made_at
        return datetime.fromisoformat(told) if told else None

    def receipts(self, upload_id: str | None = None) -> list[Receipt]:
        """The receipts of one upload as it counts now, else as last loaded; or of all uploads that are in use."""
        wanted = self._reading(upload_id) if upload_id else [each for each in self.uploads() if each.is_active]
        return [from_dict(told) for upload in wanted for told in self._catalogue().receipts(upload.sequence)]

    def rejects(self, upload_id: str, of: tuple[str | None, int] | None = None) -> list[dict[str, object]]:
        """The rows of an upload that were set aside, each with its reason and the row as it stood.

        of      : sheet and part of the one table whose rows are wanted; None for all of the upload.
        returns : table_name, sheet, row_number, reason_code, reason, column, value, row_text of each.
        """
        from analytics.workspace.rejects import read_rejects

        found = [each for each in self._reading(upload_id) if each.landed]
        return [
            row
            for upload in found
            for receipt in self.receipts(upload_id)
            if receipt.rejects and of in (None, (receipt.sheet, receipt.part))
            for row in read_rejects(self._layout.landed / upload.landed / receipt.rejects)
        ]

    def changes(self, version: int) -> dict[str, dict[str, int]]:
        """What the uploads of that version changed: table to new, changed and unchanged rows."""
        return manifest.read(self._layout.version(version)).changes

    def kept(self, upload_id: str) -> tuple[str, Path]:
        """Name and place of an upload as it was dropped.

        Raises
        ------
        WorkspaceError  no upload of that id was kept.
        """
        found = next((each for each in self.uploads() if each.upload_id == upload_id), None)
        if found is None or not (self._layout.uploads / found.upload_id).exists():
            raise WorkspaceError(f"The upload '{upload_id[:12]}' is not here.", "Drop the file again.")
        return found.name, self._layout.uploads / found.upload_id

    def chosen(self) -> list[Chosen]:
        """Every change of a table of business choices, oldest first; the last one of a table counts."""
        return self._catalogue().chosen() if self._is_begun() else []

    @property
    def diary(self) -> Diary:
        """What people wrote down about customers, prospects, deals and the business."""
        return Diary(lambda: self._catalogue() if self._is_begun() else None)

    def _reading(self, upload_id: str) -> list[Upload]:
        """The row of that upload that is in use, else its last one; a file may be read again in vain."""
        rows = [each for each in self.uploads() if each.upload_id == upload_id]
        return ([each for each in rows if each.is_active] or rows)[-1:]

    def _current(self) -> Version | None:
        return self._catalogue().current() if self._is_begun() else None

    def _is_begun(self) -> bool:
        """Whether there is a catalogue; False before the first load."""
        if self._layout.catalogue.exists():
            return True
        if self._layout.versions.exists() and any(each.name.isdigit() for each in self._layout.versions.iterdir()):
            raise WorkspaceError(
                f"The catalogue of '{self.path.name}' is gone, while its versions are there.",
                f"Put back a copy of '{self._layout.catalogue.name}'; nothing was removed.",
                code="UnreadableCatalogue",
            )
        return False

    def _catalogue(self):
        from analytics.workspace.catalogue import catalogue

        return catalogue(self._layout.catalogue)
