"""One file into the workspace: kept under its sha256, read in a child process, its tables landed."""

import hashlib
import json
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from analytics.errors import UnreadableFile, UploadError
from analytics.ingest.keep import MEBIBYTE, Kept, keep
from analytics.ingest.receipt import Receipt, from_dict, refused
from analytics.ingest.to_read import Job
from analytics.settings import Settings
from analytics.workspace.layout import UNFINISHED, Layout, settle
from analytics.workspace.manifest import describe

RECEIPTS = "receipts.json"


@dataclass(frozen=True)
class LoadOptions:
    """What the user said about the files of one load; None where nothing was said.

    as_type      : sheet type to read every sheet as.
    day_first    : True for 5 March from 05/03, False for 3 May.
    wait_seconds : how long to wait for a load that somebody else began.
    remembered   : hash of headers -> what was said of such sheets before; the load itself looks it up.
    """

    as_type: str | None = None
    day_first: bool | None = None
    wait_seconds: float = 600.0
    remembered: dict[str, dict] = field(default_factory=dict)


NOTHING_SAID = LoadOptions()

# What turns one kept file into landed tables: (kept file, its name, folder for the tables, options, settings).
Reader = Callable[[Path, str, Path, LoadOptions, Settings], list[Receipt]]
Tell = Callable[[str], None]


@dataclass(frozen=True)
class ToRead:
    """One kept file that is to be read, and the folder for its tables while they are unfinished."""

    name: str
    kept: Kept
    folder: Path
    out: Path


# What turns several kept files into landed tables; receipts file by file, in their order. The reader is entered first
# of all in a load, so that whatever it has to start is ready by the time that the files are kept.
ReadFiles = Callable[[list[ToRead], LoadOptions, Tell], Iterator[list[Receipt]]]
FilesReader = Callable[[Layout, Settings, threading.Event], AbstractContextManager[ReadFiles]]


@dataclass(frozen=True)
class Landed:
    """One file as it was read.

    kept   : the file in uploads/; None when it could not even be kept.
    folder : where its tables are in landed/; None when no sheet of it could be used.
    """

    name: str
    kept: Kept | None
    folder: Path | None
    receipts: list[Receipt]


@contextmanager
def child_processes(layout: Layout, settings: Settings, cancelled: threading.Event) -> Iterator[ReadFiles]:
    """Child processes with limits that read kept files; whatever happens to a child becomes a receipt.

    layout    : of the one workspace whose files their engine reaches.
    cancelled : set it to end what is being read.
    """
    from analytics.ingest.job import Children, Limits

    limits = Limits(mebibytes=settings.child_mebibytes, seconds=settings.child_seconds)
    with Children(limits, cancelled, [layout.uploads, layout.landed]) as children:
        children.start()

        def read(files: list[ToRead], options: LoadOptions, tell: Tell) -> Iterator[list[Receipt]]:
            yield from children.read_all([_job(one, options) for one in files], tell)
            children.rest()  # what they hold in memory is needed to publish

        yield read


def _job(one: ToRead, options: LoadOptions) -> Job:
    return Job(
        path=one.kept.path,
        name=one.name,
        out=one.out,
        as_type=options.as_type,
        day_first=options.day_first,
        mappings=options.remembered,
        upload_id=one.kept.sha256,
    )


def one_by_one(reader: Reader) -> FilesReader:
    """A reader of one file as a reader of several."""

    @contextmanager
    def started(_: Layout, settings: Settings, cancelled: threading.Event) -> Iterator[ReadFiles]:
        def read(files: list[ToRead], options: LoadOptions, tell: Tell) -> Iterator[list[Receipt]]:
            for one in files:
                tell(f"Reading {one.name}")
                yield reader(one.kept.path, one.name, one.out, options, settings)

        yield read

    return started


def keep_file(layout: Layout, name: str, path: Path, settings: Settings) -> Landed | Kept:
    """Keep the file itself; a Landed with an error in its receipt where that cannot be."""
    try:
        return keep(path, layout.uploads, settings.upload_mebibytes * MEBIBYTE, name)
    except UploadError as error:
        return Landed(name, None, None, [refused(Receipt(file=name), error)])
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        cause = UnreadableFile(f"'{path}' cannot be opened: {error.strerror}.", "Check the name, then load it again.")
        return Landed(name, None, None, [refused(Receipt(file=name), cause)])


def landed_before(layout: Layout, name: str, kept: Kept, options: LoadOptions) -> Landed | None:
    """The tables of a file that are there, whole, from an earlier load; None when it has to be read."""
    folder = layout.landed / landed_name(kept.sha256, name, options)
    receipts = landed_receipts(folder)
    return None if receipts is None else Landed(name, kept, folder, receipts)


def to_read(layout: Layout, name: str, kept: Kept, options: LoadOptions) -> ToRead:
    """The file with an empty folder for its tables; a damaged one from an earlier load is removed."""
    folder = layout.landed / landed_name(kept.sha256, name, options)
    shutil.rmtree(folder, ignore_errors=True)
    return ToRead(name, kept, folder, Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=layout.landed)))


def land_read(one: ToRead, found: list[Receipt]) -> Landed:
    """What was read, settled in its folder; no folder when no sheet could be used."""
    receipts = [replace(told, upload_id=one.kept.sha256) for told in found]
    if not any(told.parquet for told in receipts):
        shutil.rmtree(one.out)
        return Landed(one.name, one.kept, None, receipts)
    _describe(one.out, receipts)
    settle(one.out, one.folder)
    return Landed(one.name, one.kept, one.folder, receipts)


def landed_name(upload_id: str, name: str, options: LoadOptions) -> str:
    """Folder name for one way to read one file; the file's name counts, it may hold the day of an export."""
    said = json.dumps([name, options.as_type, options.day_first, *sorted(options.remembered.items())])
    return f"{upload_id}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def landed_receipts(folder: Path) -> list[Receipt] | None:
    """Receipts of a landed folder; None when it is missing or any file in it is not what was written."""
    try:
        told = json.loads((folder / RECEIPTS).read_text(encoding="utf-8"))
        whole = all(describe(folder / name) == found for name, found in told["files"].items())
    except (OSError, ValueError, KeyError):
        return None
    return [from_dict(receipt) for receipt in told["receipts"]] if whole else None


def _describe(folder: Path, receipts: list[Receipt]) -> None:
    files = {file.name: describe(file) for file in sorted(folder.iterdir())}
    told = {"files": files, "receipts": [receipt.to_dict() for receipt in receipts]}
    (folder / RECEIPTS).write_text(json.dumps(told), encoding="utf-8")
