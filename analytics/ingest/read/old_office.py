"""Old Office files (OLE) that are no open workbook."""

import mmap
from pathlib import Path

from analytics.errors import UnreadableFile, UnsupportedFile
from analytics.ingest.read.refusal import EXPORT

UNLOCK = "Open it in Excel, save it without a password, then upload that file."
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
