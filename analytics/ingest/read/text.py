"""A text file becomes tables: encoding, dialect, blocks; clean ones are left to DuckDB, others read row by row."""

import re
from dataclasses import replace
from pathlib import Path

from analytics.errors import EmptyFile, FileTooLarge
from analytics.ingest.read import cells
from analytics.ingest.read.aligned import Aligned, is_unclear, may_be_set, set_apart
from analytics.ingest.read.blocks import blocks_of
from analytics.ingest.read.encoding import as_utf8, encoding_of, spoiled_before
from analytics.ingest.read.formula_marks import copy_without_marks, has_marks, without_marks
from analytics.ingest.read.large import first_block, head_of, refuse_long_lines, reread, scan_of
from analytics.ingest.read.mend import count_of, resplit
from analytics.ingest.read.names import header_of
from analytics.ingest.read.records import NO_DIALECT, Dialect, Record, lines_of, records_of
from analytics.ingest.read.row_notes import top_notes
from analytics.ingest.read.sniff import separator_line, sniff
from analytics.ingest.read.table import Limits, Note, Reading, Rows, Table, note
from analytics.ingest.read.text_table import TextFile, described, table_of

TOP_RECORDS = 12
LAYOUTS = {
    "drawn": "The table is drawn with lines; the cells between them were read.",
    "aligned": "The columns are set with blanks; they were cut where blanks stand one under the other.",
    "unclear": "The columns are set with blanks, and where one ends cannot be told: export the file as CSV or Excel.",
}
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


def read_large(file: TextFile, head: str, scratch: Path, limits: Limits) -> Reading:
    """The one table of a large file, judged by its start."""
    block, known = first_block(file, head)
    headers, lines = header_of(block)
    refuse_too_wide(file.name, block.width, limits)
    source, tail_notes = scan_of(file, block, known, scratch)
    notes = (*top_notes(block, known), *tail_notes)
    table = Table(
        None,
        1,
        headers,
        None,
        notes,
        source or Rows(block.width),
        described(file),
        lines,
        checked=False,
        file=file.original,
    )
    if source is None:
        table = reread(table, file.original, file.name, scratch, limits)
    return Reading("text", file.encoding, (table,), file_notes(file, 0, 1))


def text_file(utf8: Path, name: str, original: Path, encoding: str, head: str) -> TextFile:
    """The file with the dialect that its `sep=` line names or its first rows show."""
    mark = separator_line(head)
    sniffed = sniff(head.split("\n", 1)[-1] if mark else head)
    dialect = Dialect(mark, sniffed.dialect.quote, sniffed.dialect.escape) if mark else sniffed.dialect
    return TextFile(utf8, name, original, encoding, dialect, sniffed.width, mark is not None)


def refuse_too_wide(name: str, width: int, limits: Limits) -> None:
    """Raises FileTooLarge for more columns than any spreadsheet program has."""
    if width > limits.columns:
        raise FileTooLarge(
            what=f"'{name}' has a row of {width:,} cells; up to {limits.columns:,} columns can be read.",
            fix="Export it again with one record a row, then upload that file.",
        )


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


def spoiled_notes(text: str) -> list[Note]:
    """That letters were spoiled before the file came here."""
    if not (spoiled := spoiled_before(text)):
        return []
    told = f"Letters such as '{spoiled[0]}' stand for '{spoiled[1]}': the program that made the file spoiled them. "
    return [note(None, "spoiled_letters", f"{told}They were kept as they stand.")]


def plain_lines(text: str) -> list[str]:
    """Physical lines without their ends."""
    return [line.rstrip("\r\n") for line in lines_of(text)]


def layout_of(file: TextFile, text: str) -> Aligned | None:
    """The table where its cells are told apart by their place; None where a delimiter does it."""
    lines = plain_lines(text)
    return set_apart(lines, file.width, file.dialect.delimiter) if may_be_set(lines) else None


def layout_notes(file: TextFile, text: str) -> list[Note]:
    """How the columns were told apart where no delimiter does it, or that they may be wrong."""
    if file.layout:
        return [note(None, file.layout, LAYOUTS[file.layout])]
    if (file.width == 1 or file.dialect.delimiter == " ") and is_unclear(plain_lines(text)):
        return [note(None, "unclear_columns", LAYOUTS["unclear"])]
    return []


def mend_top(records: list[Record], file: TextFile) -> None:
    """Reads a first row that is divided unlike the rest, as only names can be told; the row is marked as irregular."""
    for record, following in zip(records, records[1:], strict=False):
        if len(following.fields) < file.width or not any(map(cells.is_value, following.fields)):
            continue
        if 0 < len(record.fields) <= file.width / 2 or (len(record.fields) == file.width - 1 and file.width > 2):
            found = resplit(record.fields, record.raw, file.dialect, (file.width, [{}] * file.width))
            if found and all(name.strip() and not cells.is_value(name) for name in found[0]):
                record.fields, record.regular = found[0], False


def file_notes(file: TextFile, nul_count: int, table_count: int) -> tuple[Note, ...]:
    """What was found out about the file as a whole."""
    notes = []
    if file.encoding not in ("utf-8", "utf-16"):
        notes.append(note(None, "encoding", f"The file is not UTF-8; it was read as {file.encoding}."))
    if not file.as_is:
        notes.append(note(None, "line_quotes", "Every line stood in quotes as a whole; they were taken off."))
    if file.marked:
        told = 'Cells were written as formulas (="0042"); the texts in them were read.'
        notes.append(note(None, "formula_marks", told))
    if nul_count:
        notes.append(note(None, "nul", f"{count_of(nul_count, 'zero byte')} left out of the text."))
    if table_count > 1:
        notes.append(note(None, "several_tables", f"The file holds {table_count} tables, offered apart."))
    return tuple(notes)


def even_line_ends(text: str) -> bool:
    """All lines end alike; DuckDB refuses a mixture."""
    both, feeds, returns = text.count("\r\n"), text.count("\n"), text.count("\r")
    return (both == feeds == returns) or (both == 0 and (feeds == 0 or returns == 0))
