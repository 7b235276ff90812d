"""A workspace: everything of one business in one folder, from the uploads to the version that pages read."""

import os
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from analytics.errors import StoreError, WorkspaceError
from analytics.ingest.receipt import Receipt
from analytics.settings import Settings, from_environment
from analytics.workspace import manifest
from analytics.workspace.landing import NOTHING_SAID, LoadOptions, Reader, ReadFiles, child_processes, one_by_one
from analytics.workspace.lock import if_nobody_loads
from analytics.workspace.making import made_by
from analytics.workspace.on_file import OnFile
from analytics.workspace.opening import is_open, opened
from analytics.workspace.records import Version
from analytics.workspace.sweeping import sweep_unfinished, sweep_unknown
from analytics.workspace.writing import writing

if TYPE_CHECKING:
    from analytics.ingest.recognise.choice import Choice
    from analytics.store import Store
    from analytics.workspace.load import Loader


class Workspace(OnFile):
    """One folder that holds uploads, landed tables, versions and the catalogue.

    path     : the folder; made at the first load.
    settings : limits; from the environment when None.
    reader   : turns one kept file into landed tables; child processes when None.
    """

    def __init__(self, path: Path | str, settings: Settings | None = None, reader: Reader | None = None):
        super().__init__(path)
        self.settings = settings or from_environment()
        self.reader = one_by_one(reader) if reader else child_processes

    def load(
        self,
        files: list[tuple[str, Path]],
        options: LoadOptions = NOTHING_SAID,
        progress: Callable[[str], None] | None = None,
        cancelled: threading.Event | None = None,
    ) -> list[Receipt]:
        """Load files and publish a version with them; one receipt per sheet.

        files     : what the user calls each file, and where its bytes are.
        progress  : told each step in words; what it raises ends the load and leaves everything as it was.
        cancelled : set it from another thread to end the load.

        Raises
        ------
        LoadCancelled   it was cancelled; everything is as it was.
        WorkspaceError  the workspace cannot be written to, or somebody else loads for too long.
        """
        cancelled = cancelled or threading.Event()
        with (
            self.reader(self._layout, self.settings, cancelled) as read,
            self.writing(options.wait_seconds, progress, read, cancelled) as loader,
        ):
            return loader.load(files, options)

    def remap(self, receipt: Receipt, choice: "Choice", progress: Callable[[str], None] | None = None) -> list[Receipt]:
        """Read an upload again as the owner says, without a new upload, and remember it for sheets with these headers.

        receipt : of the sheet that the choice is about. Other uploads in use with the same columns are read again too.

        Raises
        ------
        UnrecognisedSheet  the choice leaves a required column out, or names one that does not exist.
        WorkspaceError     as load.
        """
        from analytics.workspace.mappings import combined

        return self._read_again(receipt, combined(receipt, choice).to_dict(), progress)

    def forget(self, receipt: Receipt, progress: Callable[[str], None] | None = None) -> list[Receipt]:
        """Forget what was said of sheets with these headers and read them as they are recognised."""
        return self._read_again(receipt, None, progress)

    def undo(self, upload_id: str) -> int:
        """Take one upload out of the data, whenever it was loaded; the number of the version without it.

        Raises
        ------
        WorkspaceError  the current version is not built from that upload.
        """
        with self.writing() as loader:
            current = self._current()
            gone = {each.sequence for each in self.uploads() if each.upload_id == upload_id and each.is_active}
            if not gone:
                raise WorkspaceError(
                    f"The upload '{upload_id[:12]}' is not part of the data now.",
                    "Choose one of the uploads that are listed as in use.",
                )
            remaining = tuple(sequence for sequence in current.uploads if sequence not in gone)
            return loader.rebuild(remaining, "undo").number

    def go_back(self, version: int) -> int:
        """Make an earlier (or later) published version the current one; loads go on from there.

        Raises
        ------
        WorkspaceError  there is no such version, or it is damaged.
        """
        with self.writing():
            found = next((each for each in self.versions() if each.number == version), None)
            if found is None:
                raise WorkspaceError(f"There is no version {version}.", "Choose one of the versions that are listed.")
            manifest.verify(self._layout.version(version), found.checksum)
            self._catalogue().point_to(version)
        return version

    def store(self) -> "Store":
        """The current version, opened for asking; the newest whole one where the current is damaged (see notice).

        Raises
        ------
        StoreError      nothing has been loaded yet.
        WorkspaceError  no version is whole.
        """
        current = self._current()
        if current is None:
            raise StoreError("Nothing has been loaded yet.", "Load a file first.", code="EmptyWorkspace")
        if not is_open(self._layout, current):
            self.sweep()
            current = self._made_by_this_gleaner(current)
        return opened(self._layout, self.settings, self._catalogue(), current)

    def sweep(self) -> None:
        """Remove what a killed load left behind; does nothing while somebody loads, or on a read-only disk."""
        if not os.access(self.path, os.W_OK):
            return
        with if_nobody_loads(self._layout.lock) as is_free:
            if is_free:
                sweep_unfinished(self._layout)
                uploads, versions = self.uploads(), {str(each.number) for each in self.versions()}
                sweep_unknown(
                    self._layout, versions | {name for each in uploads for name in (each.landed, each.upload_id)}
                )

    def _made_by_this_gleaner(self, current: Version) -> Version:
        """The version, made anew where another Gleaner made it: it lacks what the pages of this one ask for.

        One that is damaged, or that cannot be made anew now, is left as it is.
        """
        if not os.access(self.path, os.W_OK):
            return current
        try:
            if manifest.read(self._layout.version(current.number)).made_by == made_by():
                return current
            with self.writing(wait_seconds=0.0) as loader:
                return loader.rebuild(current.uploads, "rebuild")
        except WorkspaceError:
            return current

    def _read_again(self, receipt: Receipt, said: dict | None, progress: Callable | None) -> list[Receipt]:
        self.kept(receipt.upload_id or "")
        with (
            self.reader(self._layout, self.settings, threading.Event()) as read,
            self.writing(progress=progress, read=read) as loader,
        ):
            from analytics.workspace.reread import read_again

            return read_again(loader, self._catalogue(), receipt, said)

    def writing(
        self,
        wait_seconds: float = 600.0,
        progress: Callable[[str], None] | None = None,
        read: ReadFiles | None = None,
        cancelled: threading.Event | None = None,
    ) -> AbstractContextManager["Loader"]:
        """The one loader of this workspace, for as long as nobody else loads.

        Raises
        ------
        WorkspaceError  the workspace cannot be written to, or somebody else loads for longer than wait_seconds.
        """
        from analytics.workspace.load import Loader

        tell = progress or (lambda step: None)
        return writing(Loader(self._layout, self.settings, read, tell, cancelled or threading.Event()), wait_seconds)
