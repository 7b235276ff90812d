"""Every sheet of a workbook as text, each cell as a person sees it."""

import gc
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from analytics.errors import EmptyFile, FileTooLarge, UnreadableFile
from analytics.ingest.read.blocks import Block, blocks_of, extent
from analytics.ingest.read.cell_text import as_texts
from analytics.ingest.read.error_cells import Bounds, Errors, errors_of
from analytics.ingest.read.mend import count_of
from analytics.ingest.read.money_formats import mixed_formats
from analytics.ingest.read.names import header_of
from analytics.ingest.read.row_notes import footer_rows
from analytics.ingest.read.table import Limits, Note, Reading, Rows, Table, note
from analytics.ingest.read.tall import above_table, below_table, tall_table

SAVE_AGAIN = "Open it in Excel, save it again as .xlsx without a password, then upload that file."


def read_workbook(path: Path, name: str, kind: str, limits: Limits) -> Reading:
    """Every table on every sheet, hidden sheets too (with a note).

    Raises
    ------
    UnreadableFile  damaged or protected with a password.
    EmptyFile       no sheet has a row.
    FileTooLarge    more cells than the limit.
    """
    import python_calamine as calamine

    failed = error_cells(path, kind, Bounds(name, limits))
    # Hundreds of thousands of small rows and no cycles: collecting garbage meanwhile costs a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        with path.open("rb") as file, opened(path, file) as book:
            tables = [
                table
                for place, sheet in enumerate(book.sheet_names)
                for table in sheet_tables(book, place, (name, failed.get(sheet, {})), limits)
            ]
    except calamine.PasswordError as error:
        raise UnreadableFile(what=f"'{name}' is protected with a password.", fix=SAVE_AGAIN, code="Password") from error
    except calamine.CalamineError as error:
        raise UnreadableFile(what=f"'{name}' is an Excel file that is damaged.", fix=SAVE_AGAIN) from error
    finally:
        if collecting:
            gc.enable()
    if not tables:
        raise EmptyFile(
            what=f"'{name}' has no rows on any sheet.",
            fix="Check that the right file was saved, then upload it.",
        )
    return Reading(kind, None, tuple(tables), tuple(mixed_formats(path)) if kind == "xlsx" else ())


def error_cells(path: Path, kind: str, bounds: Bounds) -> dict[str, Errors]:
    """Cells that hold an error, by sheet; none where the file is too odd for that, and then it is opened or refused."""
    try:
        return errors_of(path, kind, bounds)
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, struct.error, IndexError, ValueError, EOFError):
        return {}


def opened(path: Path, file):
    """The workbook by its bytes: calamine believes the ending of a name, and looks inside only without one."""
    import python_calamine as calamine

    if path.suffix:
        return calamine.CalamineWorkbook.from_filelike(file)
    return calamine.CalamineWorkbook.from_path(path)


def sheet_tables(book, place: int, told: tuple[str, Errors], limits: Limits) -> list[Table]:
    """The tables of one sheet, in order. told : name of the file, and the error cells of this sheet."""
    name, failed = told
    meta = book.sheets_metadata[place]
    if "WorkSheet" not in str(meta.typ):
        return []
    sheet = book.get_sheet_by_index(place)
    if sheet.total_height * sheet.total_width > limits.workbook_cells:
        raise FileTooLarge(
            what=f"Sheet '{meta.name}' of '{name}' has {sheet.total_height:,} rows and {sheet.total_width:,} columns.",
            fix="Delete the empty rows and columns around the table, save, then upload again.",
        )
    hidden = (
        []
        if str(meta.visible).endswith(".Visible")
        else [note(None, "hidden", f"Sheet '{meta.name}' is hidden; it was read too.")]
    )
    columns = text_columns(sheet, failed)
    tall = tall_table(meta.name, columns, sheet.start[0] + 1, hidden) if columns and not merged_down(sheet) else None
    if tall:
        return [tall]
    rows = text_rows(sheet, columns)
    return (
        [table_of(meta.name, part, block, hidden) for part, block in enumerate(blocks_of(rows), start=1)]
        if rows
        else []
    )


def text_columns(sheet, failed: Errors) -> list[list[str]]:
    """Each column as text, blank ones on the left left out.

    failed : cells that hold an error, which the library gives as empty ones.
    """
    if sheet.start is None:
        return []
    columns = [as_texts(column) for column in zip(*sheet.to_python(skip_empty_area=True), strict=True)]
    for (row, column), error in failed.items():
        place, across = row - sheet.start[0], column - sheet.start[1]
        if 0 <= across < len(columns) and 0 <= place < len(columns[across]):
            columns[across][place] = columns[across][place] or error
    return columns


def merged_down(sheet) -> bool:
    """Some merged cell spans rows of one column."""
    return any(start[1] == end[1] and end[0] > start[0] for start, end in sheet.merged_cell_ranges or [])


def text_rows(sheet, columns: list[list[str]]) -> list[tuple[int, list[str]]]:
    """(row number, cells as text) of every row that is not blank."""
    if not columns:
        return []
    first = sheet.start[0] + 1
    rows = [(number, list(row)) for number, row in enumerate(zip(*columns, strict=True), start=first) if any(row)]
    for (row_from, column_from), (row_to, column_to) in sheet.merged_cell_ranges or []:
        fill_merged(rows, first, sheet.start[1], (row_from, column_from, row_to, column_to))
    return rows


def fill_merged(rows: list, first: int, left: int, area: tuple[int, int, int, int]) -> None:
    """A merged cell that spans rows of one column says its value in each of them, as a person reads it."""
    row_from, column_from, row_to, column_to = area
    if column_from != column_to or row_to <= row_from or row_to - row_from > 10_000:
        return
    by_number = {number: cells_ for number, cells_ in rows if row_from + 1 <= number <= row_to + 1}
    top = by_number.get(row_from + 1)
    if top is None:
        return
    for cells_ in by_number.values():
        cells_[column_from - left] = cells_[column_from - left] or top[column_from - left]


def table_of(sheet: str, part: int, block: Block, hidden: list[Note]) -> Table:
    """One table of a sheet with its rows in memory."""
    block = without_empty_edges(block)
    headers, lines = header_of(block)
    width = block.width
    numbers = [number for number, _ in block.data]
    notes = [above_table(number, cells_) for number, cells_ in block.banner]
    notes += [below_table(number, cells_) for number, cells_ in footer_rows(block.data, width)]
    blank_count = numbers[-1] - numbers[0] + 1 - len(numbers) if numbers else 0
    if blank_count:
        told = f"{count_of(blank_count, 'empty row')} between the data rows left out; nothing needs to be done."
        notes.append(note(None, "blank", told))
    rows = tuple((number, tuple([cell or None for cell in cells_[:width]])) for number, cells_ in block.data)
    return Table(sheet, part, headers[:width], len(rows), (*hidden, *notes), Rows(width, rows), {}, lines)


def without_empty_edges(block: Block) -> Block:
    """The block without the columns on its left and right in which neither header nor data have anything."""
    rows = [cells_ for _, cells_ in (*block.header, *block.data)]
    right = max(map(extent, rows), default=block.width)
    left = next((place for place in range(right) if any(row[place] for row in rows)), 0)
    if not left:
        return Block(block.rows, block.top, right)
    return Block([(number, cells_[left:]) for number, cells_ in block.rows], block.top, right - left)
