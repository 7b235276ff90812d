"""What is read in each file of this folder: `python -m tests.spreadsheets.strange.tell` writes expected.json.

The files are real-shaped and hostile: exports with odd tops, reports with groups, drawn and aligned tables, web pages
named .xls, cells cut by their own commas. Look at what changed in expected.json before it is committed: it says what an
owner should see, not what the reader happens to do.
"""

import json
import tempfile
from pathlib import Path

from analytics.errors import UploadError
from analytics.ingest.file import load_file
from analytics.ingest.read import read_file
from analytics.ingest.read.show import rows_of
from analytics.ingest.to_read import Job

HERE = Path(__file__).parent
NO_FILES = {".py", ".json", ".pyc"}


def files() -> list[Path]:
    """Every file to be read, by name."""
    return sorted(path for path in HERE.iterdir() if path.is_file() and path.suffix not in NO_FILES)


def told(path: Path) -> dict:
    """The tables of a file, the notes on it and what landed; or the code of the error."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        try:
            reading = read_file(path, path.name, scratch)
        except UploadError as error:
            return {"error": error.code}
        tables = [
            {
                "headers": list(table.headers),
                "rows": [[number, list(row)] for number, row in rows_of(table)],
                "notes": sorted(note.code for note in table.notes),
            }
            for table in reading.tables
        ]
        notes = sorted(note.code for note in reading.notes)
        return {"tables": tables, "notes": notes, "receipts": [landed(one) for one in receipts(path, scratch)]}


def receipts(path: Path, scratch: Path) -> list:
    """The receipts of the file."""
    out, inner = scratch / "out", scratch / "scratch"
    out.mkdir()
    inner.mkdir()
    return load_file(Job(path, path.name, out), inner, lambda words: None)


def landed(receipt) -> dict:
    """What an owner sees of a receipt: what it was taken for, how much of it counts, what was said."""
    return {
        "sheet_type": receipt.sheet_type,
        "error": receipt.error and receipt.error["code"],
        "rows": [receipt.rows_in, receipt.rows_used],
        "set_aside": receipt.set_aside,
        "used": {header: each["used"] for header, each in receipt.sums.items()},
        "period": receipt.period,
        "warnings": sorted({warned.code for warned in receipt.warnings}),
    }


if __name__ == "__main__":
    expected = {path.name: told(path) for path in files()}
    (HERE / "expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(len(expected), "files")
