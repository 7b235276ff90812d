"""What a file really is, told from its first bytes; its name is never asked."""

import mmap
from pathlib import Path

from analytics.errors import EmptyFile, UnreadableFile, UnsupportedFile

HEAD = 4096
TEXT, ZIP, GZIP, OLE, PAGE, XML_BOOK = "text", "zip", "gzip", "ole", "page", "xml workbook"

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
MARKUP = (
    (b"<!doctype html", "a web page (HTML)"),
    (b"<html", "a web page (HTML)"),
    (b"<head", "a web page (HTML)"),
    (b"<body", "a web page (HTML)"),
    (b"<table", "a web page (HTML)"),
    (b"<script", "a web page (HTML)"),
    (b"<svg", "a picture (SVG)"),
    (b"<?xml", "an XML file"),
    (b"<!doctype", "an XML file"),
    (b"begin:vcard", "a file of business cards (vCard)"),
    (b"begin:vcalendar", "a calendar (iCalendar)"),
)
MAIL = frozenset([b"from", b"to", b"subject", b"date", b"mime-version", b"message-id", b"received", b"return-path"])
PAGES = tuple(tag for tag, what in MARKUP if "HTML" in what)
MOST_BEFORE_TABLE = 1024 * 1024
UNLOCK = "Open it in Excel, save it without a password, then upload that file."
EXPORT = "Export it again as CSV or Excel (xlsx), then upload that file."


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


def refusal(name: str, what: str) -> UnsupportedFile:
    """The error for a file that is no spreadsheet."""
    return UnsupportedFile(what=f"'{name}' is {what}, not a spreadsheet.", fix=EXPORT)


def refuse_empty(path: Path, name: str, head: bytes) -> None:
    """Raises EmptyFile for a file of no bytes, or of blanks and byte-order marks only."""
    rest = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if not rest.strip() and path.stat().st_size <= HEAD:
        raise EmptyFile(what=f"'{name}' is empty.", fix="Export it again and check that it has rows, then upload it.")


def fits(head: bytes, magic: bytes) -> bool:
    """Short signatures made of letters count only when the file goes on like a binary."""
    return not magic.isalnum() or b"\x00" in head or magic.startswith(b"GIF")


def refuse_markup(name: str, head: bytes) -> None:
    """Raises UnsupportedFile for a web page or XML, as a tool sends when its log-in has run out."""
    start = readable_start(head)
    for tag, what in MARKUP:
        if start.startswith(tag):
            raise refusal(name, what)
    if is_mail(head):
        raise refusal(name, "an e-mail")
    if start.startswith((b"{", b"[")) and looks_like_json(start):
        raise refusal(name, "a JSON file")


def is_mail(head: bytes) -> bool:
    """Lines such as `From: ...` before the first blank one, three of those that every mail has among them."""
    names = {line.split(b":", 1)[0].lower() for line in head.splitlines()[:60] if b": " in line}
    return head[:1].isalpha() and len(names & MAIL) >= 3


def readable_start(head: bytes) -> bytes:
    """The first bytes in lower case without marks, blanks and comments, UTF-16 as plain bytes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\x00", b"")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    while start.startswith(b"<!--") and b"-->" in start:
        start = start.split(b"-->", 1)[1].lstrip()
    return start


def looks_like_json(start: bytes) -> bool:
    """A key in quotes with a colon right after the opening brace."""
    inside = start.lstrip(b"[{ \r\n\t")
    return inside.startswith(b'"') and b'":' in inside[:200].replace(b'" :', b'":')


def refuse_binary(name: str, head: bytes) -> None:
    """Raises UnsupportedFile for bytes that no text has: mostly NULs, or many control characters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    nul_count = head.count(b"\x00")
    if nul_count == len(head):
        raise refusal(name, "a file of zero bytes only, as a broken download leaves")
    control_count = sum(head.count(bytes([code])) for code in (*range(1, 9), *range(14, 27)))
    # UTF-16 without a mark has a NUL in every second place; anything else with many is a binary.
    if is_lock(head):
        raise UnsupportedFile(
            what=f"'{name}' is the small file that Excel keeps beside a workbook while somebody has it open.",
            fix="Close the workbook in Excel, then upload the workbook itself.",
        )
    # Old programs fill their cells up with NULs; the rest is plain text then.
    filled_up = not control_count and nul_count < len(head) * 0.6 and head.count(b"\n") + head.count(b"\r") > 1
    if control_count > len(head) * 0.05 or (nul_count > len(head) * 0.05 and not every_second(head) and not filled_up):
        raise refusal(name, "a binary file")


def is_lock(head: bytes) -> bool:
    """The owner's name with its length in front, filled up with blanks, and once more in wide characters."""
    length = head[0]
    name = head[1 : 1 + length]
    wide = b"".join(bytes([letter, 0]) for letter in name)
    return len(head) in (162, 165) and 0 < length < 54 and head[1 + length : 54].strip() == b"" and wide in head


def every_second(head: bytes) -> bool:
    """NULs keep to even or to odd places, as in UTF-16 text."""
    even, odd = head[0::2].count(b"\x00"), head[1::2].count(b"\x00")
    return max(even, odd) > 0.4 * (len(head) / 2) and min(even, odd) < 0.1 * max(even, odd)


OLE_STREAMS = (
    ("EncryptedPackage", "Password", "is protected with a password"),
    ("WordDocument", None, "is a Word document, not a spreadsheet"),
    ("PowerPoint Document", None, "is a PowerPoint presentation, not a spreadsheet"),
    ("__nameid_version1.0", None, "is an Outlook message, not a spreadsheet"),
)


def refuse_other_ole(path: Path, name: str) -> None:
    """Raises for an old Office file that is no open workbook: its parts are named in the file in UTF-16.

    Raises
    ------
    UnreadableFile   protected with a password.
    UnsupportedFile  a document of another program.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if any(data.find(part.encode("utf-16-le")) >= 0 for part in ("Workbook", "Book\0")):
            return
        for part, code, what in OLE_STREAMS:
            if data.find(part.encode("utf-16-le")) >= 0:
                if code:
                    raise UnreadableFile(what=f"'{name}' {what}.", fix=UNLOCK, code=code)
                raise UnsupportedFile(what=f"'{name}' {what}.", fix=EXPORT)
    raise UnsupportedFile(what=f"'{name}' is an old Office file without a workbook in it.", fix=EXPORT)
