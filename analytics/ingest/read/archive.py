"""Packed files: a workbook is told from a zip of a spreadsheet, and bombs are refused before anything is unpacked."""

import gzip
import zipfile
import zlib
from pathlib import Path

from analytics.errors import FileTooLarge, UnreadableFile, UnsupportedFile
from analytics.ingest.read.refusal import refusal
from analytics.ingest.read.table import MEBIBYTE, Limits

SMALL = 32 * MEBIBYTE
MOST_ENTRIES = 20_000
DOCUMENTS = (
    ("word/", "a Word document"),
    ("ppt/", "a PowerPoint presentation"),
    ("visio/", "a Visio drawing"),
    ("META-INF/MANIFEST.MF", "a Java program"),
    ("classes.dex", "an Android app"),
    ("Index/Document.iwa", "an Apple Numbers file"),
)
LOCKED = "Save it again without a password, then upload that file."


def kind_in_zip(path: Path, name: str, limits: Limits) -> str:
    """xlsx, xlsb, ods, or zip for an archive of other files.

    Raises
    ------
    UnreadableFile   damaged or locked.
    UnsupportedFile  a document of another program.
    FileTooLarge     would unpack to more than the limits (a zip bomb).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            refuse_bomb(entries, path, name, limits)
            names = {entry.filename for entry in entries}
            kind = office_kind(archive, names, name)
            if kind != "zip":
                refuse_doctype(archive, entries, name)
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, OSError, ValueError) as error:
        raise UnreadableFile(
            what=f"'{name}' is a packed file that is damaged.", fix="Export it again, then upload that file."
        ) from error
    return kind


def refuse_bomb(entries: list[zipfile.ZipInfo], path: Path, name: str, limits: Limits) -> None:
    """Adds up the sizes in the directory of the archive, which costs nothing, before anything is unpacked."""
    unpacked = sum(entry.file_size for entry in entries)
    ratio = unpacked / max(1, path.stat().st_size)
    if (
        unpacked > limits.unpacked_bytes
        or len(entries) > MOST_ENTRIES
        or (ratio > limits.unpacked_ratio and unpacked > SMALL)
    ):
        packed = path.stat().st_size / MEBIBYTE
        raise FileTooLarge(
            what=f"'{name}' has {packed:.1f} MB but would unpack to {unpacked / MEBIBYTE:,.0f} MB.",
            fix="Upload the spreadsheet itself, saved again from the program that made it.",
            code="ZipBomb",
        )


def office_kind(archive: zipfile.ZipFile, names: set[str], name: str) -> str:
    """Which workbook the archive is; zip when it is none."""
    lower = {entry.lower() for entry in names}
    if "xl/workbook.xml" in lower or any(
        entry.startswith("xl/worksheets/") and entry.endswith(".xml") for entry in lower
    ):
        return "xlsx"
    if "xl/workbook.bin" in lower:
        return "xlsb"
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        mime = archive.read("mimetype")
        if b"spreadsheet" in mime:
            refuse_locked_ods(archive, names, name)
            return "ods"
        if b"opendocument" in mime or b"epub" in mime:
            raise refusal(name, "a text document or presentation")
    for start, what in DOCUMENTS:
        if any(entry.startswith(start) for entry in names):
            raise refusal(name, what)
    return "zip"


def refuse_locked_ods(archive: zipfile.ZipFile, names: set[str], name: str) -> None:
    """Raises UnreadableFile when the manifest says that the parts are encrypted."""
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in archive.read(manifest):
        raise UnreadableFile(what=f"'{name}' is protected with a password.", fix=LOCKED, code="Password")


def refuse_doctype(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> None:
    """Raises UnsupportedFile when a part of the workbook defines entities of its own (an XML bomb)."""
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".rels")) and not entry.flag_bits & 1:
            with archive.open(entry) as part:
                head = part.read(4096).replace(b"\x00", b"").lower()
            if b"<!doctype" in head or b"<!entity" in head:
                raise UnsupportedFile(
                    what=f"'{name}' holds XML definitions that no spreadsheet program writes, so it was not opened.",
                    fix="Save the sheet again from Excel or LibreOffice, then upload that file.",
                    code="XmlBomb",
                )


def has_macros(path: Path) -> bool:
    """The workbook carries a macro project, which nothing here runs."""
    with zipfile.ZipFile(path) as archive:
        return any(entry.lower().endswith("vbaproject.bin") for entry in archive.namelist())


def only_entry(path: Path, name: str, scratch: Path, limits: Limits) -> tuple[Path, str]:
    """(file, its name) of the one file in a zip.

    Raises
    ------
    UnsupportedFile  several files, or none.
    """
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir() and not is_clutter(entry.filename)]
        if len(entries) != 1:
            shown = ", ".join(entry.filename for entry in entries[:5]) or "nothing"
            raise UnsupportedFile(
                what=f"'{name}' is a zip of {len(entries)} files: {shown}.",
                fix="Unzip it and upload the spreadsheets themselves; several at once are fine.",
            )
        if entries[0].flag_bits & 1:
            raise UnreadableFile(what=f"'{name}' is protected with a password.", fix=LOCKED, code="Password")
        inner = Path(entries[0].filename).name
        try:
            with archive.open(entries[0]) as source:
                return unpacked(source, scratch / "unpacked", name, limits), inner
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise UnreadableFile(
                what=f"'{name}' is a zip file that is damaged.",
                fix="Zip it again, or upload the file itself.",
            ) from error


def is_clutter(entry: str) -> bool:
    """Files that a Mac adds to every zip."""
    return entry.startswith("__MACOSX/") or Path(entry).name in (".DS_Store", "Thumbs.db")


def gunzipped(path: Path, name: str, scratch: Path, limits: Limits) -> tuple[Path, str]:
    """(file, its name) of what a gz holds."""
    try:
        with gzip.open(path) as source:
            return unpacked(source, scratch / "unpacked", name, limits), name.removesuffix(".gz")
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile(
            what=f"'{name}' is a gz file that is damaged.", fix="Pack it again, or upload the file itself."
        ) from error


def unpacked(source, target: Path, name: str, limits: Limits) -> Path:
    """The packed bytes written out, never more than the limits whatever the archive says."""
    packed = max(1, Path(source.name).stat().st_size) if isinstance(source, gzip.GzipFile) else None
    written = 0
    with target.open("wb") as file:
        while block := source.read(MEBIBYTE):
            written += len(block)
            ratio = written / packed if packed else 0
            if written > limits.unpacked_bytes or (ratio > limits.unpacked_ratio and written > SMALL):
                target.unlink()
                raise FileTooLarge(
                    what=f"'{name}' unpacks to more than {written // MEBIBYTE:,} MB.",
                    fix="Upload the spreadsheet itself, saved again from the program that made it.",
                    code="ZipBomb",
                )
            file.write(block)
    return target
