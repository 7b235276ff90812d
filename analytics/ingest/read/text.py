"""A text file becomes tables: encoding, dialect, blocks; clean ones are left to DuckDB, others read row by row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analytics.errors import EmptyFile, FileTooLarge
from analytics.ingest.read import cells
from analytics.ingest.read.blocks import Block, blocks_of
from analytics.ingest.read.encoding import as_utf8, encoding_of
from analytics.ingest.read.large import first_block, head_of, refuse_long_lines, reread, scan_of
from analytics.ingest.read.likeness import MOST_CELLS
from analytics.ingest.read.mend import count_of, fitted, resplit
from analytics.ingest.read.records import Dialect, Record, lines_of, records_of
from analytics.ingest.read.sniff import separator_line, sniff
from analytics.ingest.read.table import CsvScan, Limits, Note, Reading, Rows, Table, note

TOP_RECORDS = 12
WHOLE_LINE = re.compile(r'"(?:[^"]|"")*"')
# Page breaks of printed reports, and the mark at the end of files of old programs.
NO_TEXT = str.maketrans("", "", "\x00\x0c\x1a")
# No width at all, so nobody sees them in a column name: zero-width blanks and a byte-order mark pasted in.
NO_WIDTH = "\u200b\u2060\ufeff"
# DuckDB takes seconds to set up a scan of thousands of columns; Arrow does not.
WIDEST_SCAN = 1000


@dataclass(frozen=True)
class TextFile:
    """A text file as far as it is known: its UTF-8 form, encoding, dialect and usual width.

    as_is : its text is that of the file; False when quotes around whole lines were taken off.
    """

    path: Path
    name: str
    original: Path
    encoding: str
    dialect: Dialect
    width: int
    separator: bool
    as_is: bool = True


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
        head = head_of(utf8, name, limits)
        return read_large(text_file(utf8, name, path, encoding, head), head, scratch, limits)
    found = utf8.read_bytes().decode("utf-8-sig", errors="replace")
    text = without_line_quotes(found)
    file = replace(text_file(utf8, name, path, encoding, text), as_is=text == found)
    return read_whole(file, text, limits)


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
    lines = lines_of(clean)
    if file.separator:
        next(lines, None)
    records = list(records_of(lines, file.dialect, file.width))
    mend_top(records[:TOP_RECORDS], file)
    filled = [record for record in records if any(map(str.strip, record.fields))]
    if not filled:
        raise EmptyFile(
            what=f"'{file.name}' has no rows.",
            fix="Export it again and check that it has rows, then upload it.",
        )
    refuse_too_wide(file.name, max(len(record.fields) for record in filled), limits)
    blocks = blocks_of([(record.number, record.fields) for record in filled])
    known = {record.number: record for record in records}
    untouched = file.as_is and len(clean) == len(text) and file.encoding == "utf-8"
    single = len(blocks) == 1 and untouched and even_line_ends(text)
    tables = [table_of(file, block, part, known, single) for part, block in enumerate(blocks, start=1)]
    return Reading("text", file.encoding, tuple(tables), file_notes(file, text.count("\x00"), len(blocks)))


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
    if nul_count:
        notes.append(note(None, "nul", f"{count_of(nul_count, 'zero byte')} left out of the text."))
    if table_count > 1:
        notes.append(note(None, "several_tables", f"The file holds {table_count} tables, offered apart."))
    return tuple(notes)


def even_line_ends(text: str) -> bool:
    """All lines end alike; DuckDB refuses a mixture."""
    both, feeds, returns = text.count("\r\n"), text.count("\n"), text.count("\r")
    return (both == feeds == returns) or (both == 0 and (feeds == 0 or returns == 0))


def table_of(file: TextFile, block: Block, part: int, known: dict[int, Record], single: bool) -> Table:
    """One table: a scan for DuckDB when nothing at all is odd about it, else its rows one by one."""
    headers, lines = header_of(block)
    width = max(block.width, len(headers))
    notes = top_notes(block, known)
    rows, row_notes = fitted_rows(file, block, known, width)
    notes += row_notes + blank_notes(block)
    dialect = described(file)
    if single and not row_notes and is_clean(block, known, width):
        first = block.data[0][0] if block.data else len(known) + 1
        source = CsvScan(
            file.path,
            file.dialect.delimiter,
            file.dialect.quote,
            file.dialect.escape,
            first - 1 + file.separator,
            width,
            first,
        )
        return Table(None, part, headers, len(block.data), tuple(notes), source, dialect, lines)
    widest = max([width, *(len(cells_) for _, cells_ in rows)])
    source = Rows(widest, tuple((number, emptied(cells_, widest)) for number, cells_ in rows))
    return Table(None, part, headers, len(rows), tuple(notes), source, dialect, lines)


def header_of(block: Block) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """(names, header rows): the names are the rows joined by a space, a repeated row said once."""
    lines = tuple(tuple(cell.strip().strip(NO_WIDTH).strip() for cell in cells_) for _, cells_ in block.header)
    if not lines:
        return (), ()
    width = max(map(len, lines))
    distinct = list(dict.fromkeys(lines))
    if len(distinct) > 1:
        distinct = [carried_on(distinct[0], distinct[1]), *distinct[1:]]
    names = [
        " ".join(dict.fromkeys(line[place] for line in distinct if place < len(line) and line[place]))
        for place in range(width)
    ]
    return tuple(names), lines


def carried_on(groups: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Group names carried on to the right over the gaps that have names under them."""
    found, last = [], ""
    for place in range(max(len(groups), len(names))):
        cell = groups[place] if place < len(groups) else ""
        last = cell or (last if place < len(names) and names[place] else "")
        found.append(last)
    return tuple(found)


def top_notes(block: Block, known: dict[int, Record]) -> list[Note]:
    """Each banner row above the header, and a header that repeats itself or has too few names."""
    notes = [
        note(number, "preamble", f"Row {number} stands above the header and is no data.", known[number].raw)
        for number, _ in block.banner
    ]
    for index, (number, cells_) in enumerate(block.header[1:], start=1):
        if cells_ == block.header[index - 1][1]:
            notes.append(note(number, "repeated_header", f"Row {number} repeats the header.", known[number].raw))
    if block.header and len(block.header[-1][1]) < block.width:
        number, names = block.header[-1]
        text = f"Row {number} names {len(names)} of {block.width} columns; the names were given from the left."
        notes.append(note(number, "short_header", text, known[number].raw))
    return notes


def fitted_rows(file: TextFile, block: Block, known: dict[int, Record], width: int) -> tuple[list, list[Note]]:
    """(row number, cells) of every data row, and a note for each that was not as the others are."""
    good = [cells_ for _, cells_ in block.data[: max(10, min(300, MOST_CELLS // width))] if len(cells_) == width]
    shape = (width, cells.column_looks(good, width))
    rows, notes = [], []
    for number, cells_ in block.data:
        fit, found = fitted(number, cells_, known[number].raw, file.dialect, shape)
        rows.append((number, fit))
        if found:
            notes.append(found)
        elif not known[number].regular:
            notes.append(
                note(
                    number,
                    "repaired",
                    f"Row {number} has a quote where none belongs; it was read as text.",
                    known[number].raw,
                )
            )
    below = footer_notes(block.data, width, known)
    told = {footer.row_number for footer in below}
    return rows, [found for found in notes if found.row_number not in told] + below


def footer_notes(data: Sequence, width: int, known: dict[int, Record]) -> list[Note]:
    """A note for each row below the table."""
    return [
        note(number, "footer", f"Row {number} stands below the table and looks like a note.", known[number].raw)
        for number, _ in footer_rows(data, width)
    ]


def footer_rows(data: Sequence, width: int) -> list:
    """Rows at the end that fill one cell only, and that with words: notes below the table, not data."""
    count = 0
    for _, cells_ in reversed(data):
        filled = [cell for cell in cells_ if cell.strip()]
        if width < 3 or len(filled) > 1 or cells.is_value(filled[0]):
            break
        count += 1
    return list(data[len(data) - count :]) if count < len(data) else []


def blank_notes(block: Block) -> list[Note]:
    """Blank rows between data rows."""
    notes = []
    for (before, _), (after, _) in zip(block.data, block.data[1:], strict=False):
        notes += [note(number, "blank", f"Row {number} is blank.") for number in range(before + 1, after)]
    return notes


def is_clean(block: Block, known: dict[int, Record], width: int) -> bool:
    """Rows are consecutive, of one width, and every quote in the file is in its place."""
    numbers = [number for number, _ in block.data]
    consecutive = width <= WIDEST_SCAN and (not numbers or numbers[-1] - numbers[0] + 1 == len(numbers))
    # To DuckDB a last line of delimiters only, and a blank one of a one-column file, is a row of its own.
    last = numbers[-1] if numbers else max((number for number, _ in block.header), default=0)
    below = [record for number, record in known.items() if number > last]
    ends = all(record.raw == "" for record in below) and (width > 1 or not below)
    return consecutive and ends and all(record.regular for record in known.values())


def emptied(row: Sequence[str], width: int) -> tuple[str | None, ...]:
    """The row at full width, None for an empty cell."""
    return tuple(cell or None for cell in row) + (None,) * (width - len(row))


def described(file: TextFile) -> dict:
    """The dialect as a receipt shows it."""
    return {
        "encoding": file.encoding,
        "delimiter": file.dialect.delimiter,
        "quote": file.dialect.quote,
        "escape": file.dialect.escape,
    }
