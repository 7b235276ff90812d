"""A text file becomes tables: encoding, dialect, blocks; clean ones are left to DuckDB, others read row by row."""

import re
from dataclasses import replace
from pathlib import Path

from analytics.errors import EmptyFile
from analytics.ingest.read import cells
from analytics.ingest.read.aligned import Aligned, may_be_set, set_apart
from analytics.ingest.read.blocks import blocks_of
from analytics.ingest.read.dialect import NO_DIALECT
from analytics.ingest.read.encoding import as_utf8, encoding_of
from analytics.ingest.read.formula_marks import copy_without_marks, has_marks, without_marks
from analytics.ingest.read.large import read_large
from analytics.ingest.read.long_lines import refuse_long_lines
from analytics.ingest.read.mend import resplit
from analytics.ingest.read.records import Record, lines_of, records_of
from analytics.ingest.read.sniff import sniff
from analytics.ingest.read.table import Limits, Reading
from analytics.ingest.read.text_file import TextFile, head_of, refuse_too_wide, text_file
from analytics.ingest.read.text_notes import file_notes, layout_notes, plain_lines, spoiled_notes
from analytics.ingest.read.text_table import table_of

TOP_RECORDS = 12
WHOLE_LINE = re.compile(r'"(?:[^"]|"")*"')
# Page breaks of printed reports, and the mark at the end of files of old programs.
NO_TEXT = str.maketrans("", "", "\x00\x0c\x1a")


def read_text(path: Path, name: str, scratch: Path, limits: Limits) -> Reading:
    """Every table of a text file.

    Raises
    ------
    EmptyFile, FileTooLarge, UnsupportedFile
    """
    whole = path.stat().st_size <= limits.checked_bytes
    if not whole:
        refuse_long_lines(path, name, limits)
    encoding = encoding_of(path, whole)
    utf8 = as_utf8(path, encoding, scratch)
    if not whole:
        return read_large_text(utf8, name, path, encoding, scratch, limits)
    found = utf8.read_bytes().decode("utf-8-sig", errors="replace")
    marked = has_marks(found)
    plain = without_marks(found) if marked else found
    text = without_line_quotes(plain)
    file = replace(text_file(utf8, name, path, encoding, text), as_is=text == plain, marked=marked)
    return read_whole(file, text, limits)


def read_large_text(utf8: Path, name: str, path: Path, encoding: str, scratch: Path, limits: Limits) -> Reading:
    """A file that is not looked at row by row, except where its cells stand by their place alone."""
    head = head_of(utf8, name, limits)
    if marked := has_marks(head):
        utf8 = copy_without_marks(utf8, scratch)
        head = without_marks(head)
    file = replace(text_file(utf8, name, utf8 if marked else path, encoding, head), marked=marked)
    if layout_of(file, head):
        return read_whole(file, utf8.read_bytes().decode("utf-8-sig", errors="replace"), limits)
    return read_large(file, head, scratch, limits)


def without_line_quotes(text: str) -> str:
    """The text, less the quotes around whole lines that Excel adds when a file of one column is saved as CSV again."""
    lines = text.splitlines()
    if not all(WHOLE_LINE.fullmatch(line) for line in lines if line) or sniff(text).width > 1:
        return text
    inner = "\n".join(line[1:-1].replace('""', '"') for line in lines) + "\n"
    return inner if sniff(inner).width > 1 else text


def read_whole(file: TextFile, text: str, limits: Limits) -> Reading:
    """The tables of a file that is small enough to look at every row."""
    clean = text.translate(NO_TEXT)
    file, records = records_in(file, clean)
    filled = [record for record in records if any(map(str.strip, record.fields))]
    if not filled:
        raise EmptyFile(
            what=f"'{file.name}' has no rows.",
            fix="Export it again and check that it has rows, then upload it.",
        )
    refuse_too_wide(file.name, max(len(record.fields) for record in filled), limits)
    blocks = blocks_of([(record.number, record.fields) for record in filled])
    known = {record.number: record for record in records}
    untouched = file.as_is and not file.marked and len(clean) == len(text) and file.encoding == "utf-8"
    single = len(blocks) == 1 and untouched and not file.layout and even_line_ends(text)
    tables = [table_of(file, block, part, known, single) for part, block in enumerate(blocks, start=1)]
    notes = (*file_notes(file, text.count("\x00"), len(blocks)), *layout_notes(file, clean), *spoiled_notes(clean))
    return Reading("text", file.encoding, tuple(tables), notes)


def records_in(file: TextFile, text: str) -> tuple[TextFile, list[Record]]:
    """The records of the text, and the file with the layout that its lines show."""
    if found := layout_of(file, text):
        return replace(file, dialect=NO_DIALECT, layout=found.kind), found.records
    lines = lines_of(text)
    if file.separator:
        next(lines, None)
    records = list(records_of(lines, file.dialect, file.width))
    mend_top(records[:TOP_RECORDS], file)
    return file, records


def layout_of(file: TextFile, text: str) -> Aligned | None:
    """The table where its cells are told apart by their place; None where a delimiter does it."""
    lines = plain_lines(text)
    return set_apart(lines, file.width, file.dialect.delimiter) if may_be_set(lines) else None


def mend_top(records: list[Record], file: TextFile) -> None:
    """Reads a first row that is divided unlike the rest, as only names can be told; the row is marked as irregular."""
    for record, following in zip(records, records[1:], strict=False):
        if len(following.fields) < file.width or not any(map(cells.is_value, following.fields)):
            continue
        if 0 < len(record.fields) <= file.width / 2 or (len(record.fields) == file.width - 1 and file.width > 2):
            found = resplit(record.fields, record.raw, file.dialect, (file.width, [{}] * file.width))
            if found and all(name.strip() and not cells.is_value(name) for name in found[0]):
                record.fields, record.regular = found[0], False


def even_line_ends(text: str) -> bool:
    """All lines end alike; DuckDB refuses a mixture."""
    both, feeds, returns = text.count("\r\n"), text.count("\n"), text.count("\r")
    return (both == feeds == returns) or (both == 0 and (feeds == 0 or returns == 0))
