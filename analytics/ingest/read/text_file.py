"""A text file as far as its start tells of it: dialect, usual width, first block."""

from dataclasses import dataclass
from pathlib import Path

from analytics.errors import FileTooLarge
from analytics.ingest.read.blocks import Block, block_from
from analytics.ingest.read.dialect import Dialect
from analytics.ingest.read.long_lines import line_too_long
from analytics.ingest.read.records import Record, lines_of, records_of
from analytics.ingest.read.sniff import separator_line, sniff
from analytics.ingest.read.table import MEBIBYTE, Limits

HEAD_BYTES = 512 * 1024


@dataclass(frozen=True)
class TextFile:
    """A text file as far as it is known: its UTF-8 form, encoding, dialect and usual width.

    as_is  : its text is that of the file; False when quotes around whole lines were taken off.
    marked : cells were written as ="0042"; the marks were taken off.
    layout : 'drawn' or 'aligned' where no delimiter divides its cells (aligned.py), else ''.
    """

    path: Path
    name: str
    original: Path
    encoding: str
    dialect: Dialect
    width: int
    separator: bool
    as_is: bool = True
    layout: str = ""
    marked: bool = False


def head_of(path: Path, name: str, limits: Limits) -> str:
    """The first whole lines of a UTF-8 file.

    Raises
    ------
    FileTooLarge  when its first line has no end within the limit.
    """
    with path.open("rb") as file:
        block = file.read(HEAD_BYTES)
        while block and b"\n" not in block and b"\r" not in block:
            more = file.read(MEBIBYTE)
            block += more
            if len(block) > limits.line_bytes:
                raise line_too_long(name, 1, limits)
            if not more:
                break
    cut = max(block.rfind(b"\n"), block.rfind(b"\r")) + 1
    return (block[:cut] if cut else block).decode("utf-8-sig", errors="replace")


def text_file(utf8: Path, name: str, original: Path, encoding: str, head: str) -> TextFile:
    """The file with the dialect that its `sep=` line names or its first rows show."""
    mark = separator_line(head)
    sniffed = sniff(head.split("\n", 1)[-1] if mark else head)
    dialect = Dialect(mark, sniffed.dialect.quote, sniffed.dialect.escape) if mark else sniffed.dialect
    return TextFile(utf8, name, original, encoding, dialect, sniffed.width, mark is not None)


def first_block(file: TextFile, head: str) -> tuple[Block, dict[int, Record]]:
    """The block that the start of the file shows, and its records by number."""
    lines = lines_of(head.replace("\x00", ""))
    if file.separator:
        next(lines, None)
    known = {record.number: record for record in records_of(lines, file.dialect, file.width)}
    filled = [(record.number, record.fields) for record in known.values() if any(map(str.strip, record.fields))]
    return block_from(filled), known


def refuse_too_wide(name: str, width: int, limits: Limits) -> None:
    """Raises FileTooLarge for more columns than any spreadsheet program has."""
    if width > limits.columns:
        raise FileTooLarge(
            what=f"'{name}' has a row of {width:,} cells; up to {limits.columns:,} columns can be read.",
            fix="Export it again with one record a row, then upload that file.",
        )


def described(file: TextFile) -> dict:
    """The dialect as a receipt shows it."""
    if file.layout:
        return {"encoding": file.encoding, "delimiter": None, "quote": "", "escape": "", "layout": file.layout}
    return {
        "encoding": file.encoding,
        "delimiter": file.dialect.delimiter,
        "quote": file.dialect.quote,
        "escape": file.dialect.escape,
    }
