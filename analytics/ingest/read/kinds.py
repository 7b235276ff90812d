"""What a file really is, told from its first bytes; its name is never asked."""

from pathlib import Path

from analytics.errors import EmptyFile
from analytics.ingest.read.binary import refuse_binary
from analytics.ingest.read.markup import PAGES, readable_start, refuse_markup
from analytics.ingest.read.refusal import refusal

HEAD = 4096
TEXT, ZIP, GZIP, OLE, PAGE, XML_BOOK = "text", "zip", "gzip", "ole", "page", "xml workbook"
MOST_BEFORE_TABLE = 1024 * 1024

# (offset, bytes, what it is); the first that fits wins.
SIGNATURES = (
    (0, b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (0, b"\xff\xd8\xff", "a picture (JPEG)"),
    (0, b"GIF87a", "a picture (GIF)"),
    (0, b"GIF89a", "a picture (GIF)"),
    (0, b"II*\x00", "a picture (TIFF)"),
    (0, b"MM\x00*", "a picture (TIFF)"),
    (8, b"WEBP", "a picture (WebP)"),
    (4, b"ftypheic", "a picture (HEIC)"),
    (4, b"ftypavif", "a picture (AVIF)"),
    (4, b"ftyp", "a film or sound file"),
    (0, b"%PDF-", "a PDF document"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (4, b"Standard Jet DB", "an Access database"),
    (4, b"Standard ACE DB", "an Access database"),
    (8, b"DUCK", "a DuckDB database"),
    (0, b"PAR1", "a Parquet file"),
    (0, b"ARROW1", "an Arrow file"),
    (0, b"ORC", "an ORC file"),
    (0, b"Obj\x01", "an Avro file"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"{\\rtf", "a text document (RTF)"),
    (0, b"ID3", "a sound file"),
    (0, b"OggS", "a sound file"),
    (0, b"RIFF", "a film or sound file"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
)


def kind_of(path: Path, name: str) -> str:
    """text, zip, gzip, ole, page or xml workbook; a file of any other kind is refused by saying what it is.

    Raises
    ------
    EmptyFile        nothing in it, or only blanks.
    UnsupportedFile  a picture, a PDF, a database, a web page ...
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    refuse_empty(path, name, head)
    for offset, magic, what in SIGNATURES:
        if head.startswith(magic, offset) and fits(head, magic):
            raise refusal(name, what)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    if head.startswith(b"\x1f\x8b"):
        return GZIP
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLE
    if is_page(path, head):
        return PAGE
    if is_xml_book(head):
        return XML_BOOK
    refuse_markup(name, head)
    refuse_binary(name, head)
    return TEXT


def is_page(path: Path, head: bytes) -> bool:
    """A web page with a table in it."""
    if not readable_start(head).startswith(PAGES):
        return False
    with path.open("rb") as file:
        return b"<table" in file.read(MOST_BEFORE_TABLE).replace(b"\x00", b"").lower()


def is_xml_book(head: bytes) -> bool:
    """A workbook in one XML file, as Excel 2003 saved it: its first element says so, or the line above it."""
    start = readable_start(head)
    return start.startswith(b"<?xml") and (b"excel.sheet" in start or b"microsoft-com:office:spreadsheet" in start)


def refuse_empty(path: Path, name: str, head: bytes) -> None:
    """Raises EmptyFile for a file of no bytes, or of blanks and byte-order marks only."""
    rest = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if not rest.strip() and path.stat().st_size <= HEAD:
        raise EmptyFile(what=f"'{name}' is empty.", fix="Export it again and check that it has rows, then upload it.")


def fits(head: bytes, magic: bytes) -> bool:
    """Short signatures made of letters count only when the file goes on like a binary."""
    return not magic.isalnum() or b"\x00" in head or magic.startswith(b"GIF")
