"""A reading as CSV or JSON: header and text rows as they stand, and what was skipped, repaired, padded or cut."""

import csv
import io
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

from analytics.errors import UnrecognisedSheet
from analytics.ingest.read.relation import relation
from analytics.ingest.read.reread import reread
from analytics.ingest.read.table import Columns, CsvScan, Reading, Rows, Table
from analytics.settings import from_environment


def as_csv(reading: Reading, sheet: str | None = None, part: int = 1) -> str:
    """The header found (none where the file has none) and the rows of one table; notes below the table are left out.

    sheet : the first one when not given.

    Raises
    ------
    UnrecognisedSheet  no such sheet or part.
    """
    table = chosen(reading, sheet, part)
    footers = {note.row_number for note in table.notes if note.code == "footer"}
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    if table.header_lines:
        writer.writerow(found_header(table))
    writer.writerows(
        ["" if cell is None else cell for cell in row] for number, row in rows_of(table) if number not in footers
    )
    return out.getvalue()


def as_json(reading: Reading, sheet: str | None = None) -> str:
    """Every table (of one sheet when given) with header, rows and notes, as JSON text."""
    return json.dumps(as_plain(reading, sheet), ensure_ascii=False, indent=1)


def as_plain(reading: Reading, sheet: str | None = None) -> dict:
    """The same as lists, texts, numbers and None.

    Raises
    ------
    UnrecognisedSheet  no such sheet.
    """
    tables = [table for table in reading.tables if sheet is None or table.sheet == sheet]
    if not tables:
        raise no_such_sheet(reading, sheet)
    return {
        "kind": reading.kind,
        "encoding": reading.encoding,
        "notes": [asdict(note) for note in reading.notes],
        "tables": [table_as_json(table) for table in tables],
    }


def table_as_json(table: Table) -> dict:
    """One table as plain lists."""
    rows = [{"row_number": number, "cells": list(row)} for number, row in rows_of(table)]
    return {
        "sheet": table.sheet,
        "part": table.part,
        "headers": list(table.headers),
        "dialect": table.dialect,
        "row_count": len(rows),
        "rows": rows,
        "notes": [asdict(note) for note in table.notes],
    }


def chosen(reading: Reading, sheet: str | None, part: int) -> Table:
    """The table asked for."""
    for table in reading.tables:
        if (sheet is None or table.sheet == sheet) and table.part == part:
            return table
    raise no_such_sheet(reading, sheet)


def no_such_sheet(reading: Reading, sheet: str | None) -> UnrecognisedSheet:
    """The error for a sheet or part that the file does not have."""
    names = list(dict.fromkeys(repr(table.sheet) for table in reading.tables if table.sheet))
    there = f"It has the sheets {', '.join(names)}." if names else "A text file has no sheets."
    return UnrecognisedSheet(what=f"There is no sheet {sheet!r} with rows in this file.", fix=there)


def found_header(table: Table) -> list[str]:
    """One line of names, each the cells of all header rows joined by a space, repeats too."""
    width = max(map(len, table.header_lines))
    columns = [[line[place] for line in table.header_lines if place < len(line)] for place in range(width)]
    return [" ".join(cell for cell in column if cell) for column in columns]


def fetched(table: Table, scratch: Path) -> tuple[Table, list[tuple]]:
    """The table, read again row by row where the engine refuses its scan, and its rows as the engine gives them."""
    import duckdb

    from analytics.engine import open_work

    places = [scratch, *(path.parent for path in (table.file, place_of(table)) if path)]
    with open_work(from_environment(), places) as connection:
        try:
            return table, relation(connection, table, scratch).fetchall()
        except duckdb.Error:
            if table.checked:
                raise
            table = reread(table, table.file, table.file.name, scratch)
            return table, relation(connection, table, scratch).fetchall()


def place_of(table: Table) -> Path | None:
    """The file that the engine reads its rows from; None where they are in memory."""
    return table.source.path if isinstance(table.source, CsvScan) else table.source.spool


def rows_of(table: Table) -> list[tuple[int, tuple[str | None, ...]]]:
    """(row number, cells) of every data row, whatever the source."""
    if isinstance(table.source, Rows) and table.source.spool is None:
        return list(table.source.rows)
    if isinstance(table.source, Columns):
        cells = ([cell or None for cell in column] for column in table.source.columns)
        return list(enumerate(zip(*cells, strict=True), start=table.source.first_row_number))
    with tempfile.TemporaryDirectory() as scratch:
        table, rows = fetched(table, Path(scratch))
    if isinstance(table.source, CsvScan) and table.source.is_unbroken:
        return list(enumerate(rows, start=table.source.first_row_number))
    return [(row[0], row[1:]) for row in rows]
