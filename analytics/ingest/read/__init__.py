"""Bytes become tables of text: what the file is, its encoding and dialect, its header, and a note for every odd row."""

from pathlib import Path

from analytics.errors import EmptyFile, FileTooLarge, UnsupportedFile
from analytics.ingest.read.archive import gunzipped, has_macros, kind_in_zip, only_entry
from analytics.ingest.read.kinds import GZIP, OLE, PAGE, TEXT, XML_BOOK, ZIP, kind_of
from analytics.ingest.read.old_office import refuse_other_ole
from analytics.ingest.read.refusal import refusal
from analytics.ingest.read.relation import relation
from analytics.ingest.read.reread import reread
from analytics.ingest.read.table import DEFAULT_LIMITS, MEBIBYTE, CsvScan, Limits, Note, Reading, Rows, Table, note

__all__ = ["CsvScan", "Limits", "Note", "Reading", "Rows", "Table", "read_file", "relation", "reread"]


def read_file(path: Path, name: str, scratch: Path, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Every table that a file holds, told nothing but its bytes.

    name    : what the user calls the file, for messages only.
    scratch : a folder for copies; it must live as long as the tables are used.

    Raises
    ------
    errors.UploadError  with what the file really is and what to do.
    """
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise FileTooLarge(
            what=f"'{name}' has {size / MEBIBYTE:,.0f} MB; up to {limits.file_bytes / MEBIBYTE:,.0f} MB can be read.",
            fix="Export a shorter period, or split the file.",
        )
    if size == 0:
        raise EmptyFile(
            what=f"'{name}' is empty (0 bytes).",
            fix="Export it again and check that it has rows, then upload it.",
        )
    return READERS[kind_of(path, name)](path, name, scratch, limits)


def read_plain(path: Path, name: str, scratch: Path, limits: Limits) -> Reading:
    """A text file."""
    from analytics.ingest.read.text import read_text

    return read_text(path, name, scratch, limits)


def read_zip(path: Path, name: str, scratch: Path, limits: Limits) -> Reading:
    """A workbook, or the one spreadsheet in a zip."""
    kind = kind_in_zip(path, name, limits)
    if kind == "zip":
        inner, inner_name = only_entry(path, name, scratch, limits)
        return read_inner(inner, f"{name}/{inner_name}", scratch, limits)
    from analytics.ingest.read.workbook import read_workbook

    reading = read_workbook(path, name, kind, limits)
    if not has_macros(path):
        return reading
    told = note(None, "macros", "The workbook has macros; its values were read and the macros ignored.")
    return Reading(reading.kind, None, reading.tables, (*reading.notes, told))


def read_gzip(path: Path, name: str, scratch: Path, limits: Limits) -> Reading:
    """What a gz holds."""
    inner, inner_name = gunzipped(path, name, scratch, limits)
    return read_inner(inner, f"{name}/{inner_name}", scratch, limits)


def read_inner(path: Path, name: str, scratch: Path, limits: Limits) -> Reading:
    """The file that was in an archive; an archive inside an archive is not opened."""
    if path.stat().st_size == 0:
        raise EmptyFile(
            what=f"'{name}' is empty (0 bytes).",
            fix="Export it again and check that it has rows, then upload it.",
        )
    kind = kind_of(path, name)
    if kind == GZIP or (kind == ZIP and kind_in_zip(path, name, limits) == "zip"):
        raise UnsupportedFile(
            what=f"'{name}' is an archive inside an archive.",
            fix="Unpack it and upload the spreadsheet itself.",
        )
    return READERS[kind](path, name, scratch, limits)


def read_ole(path: Path, name: str, scratch: Path, limits: Limits) -> Reading:
    """An old workbook (xls)."""
    from analytics.ingest.read.workbook import read_workbook

    refuse_other_ole(path, name)
    return read_workbook(path, name, "xls", limits)


def read_page(path: Path, name: str, scratch: Path, limits: Limits) -> Reading:
    """A web page that holds a table."""
    from analytics.ingest.read.web_table import read_web_tables

    return read_web_tables(path, name, refusal(name, "a web page (HTML)"), limits)


def read_xml_book(path: Path, name: str, scratch: Path, limits: Limits) -> Reading:
    """A workbook of Excel 2003 in one XML file."""
    from analytics.ingest.read.xml_workbook import read_xml_workbook

    return read_xml_workbook(path, name, scratch, limits)


READERS = {
    TEXT: read_plain,
    ZIP: read_zip,
    GZIP: read_gzip,
    OLE: read_ole,
    PAGE: read_page,
    XML_BOOK: read_xml_book,
}
