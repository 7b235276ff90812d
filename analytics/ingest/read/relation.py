"""A table of text as a DuckDB relation: columns c1 to cn, and the row number where it is not simply counted."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from analytics.ingest.read.table import Columns, CsvScan, Rows, Table

LONGEST_LINE = 8 * 1024 * 1024
# DuckDB takes seconds to set up a scan of thousands of columns; Arrow does not.
WIDEST_SCAN = 1000
# The unit separator of ASCII, which no spreadsheet program lets anybody type.
BETWEEN_CELLS = "\x1f"


def relation(connection, table: Table, scratch: Path):
    """The data rows as varchar columns c1..cn, NULL for an empty cell.

    scratch : a folder that the connection reaches; it must live as long as the relation is used.

    A CsvScan without blank lines has no row_number column: its rows are consecutive from first_row_number. Any other
    source has row_number bigint as its first column.

    Raises (when the relation is run, not here)
    ------
    duckdb.Error  a row of an unchecked CsvScan does not fit: read it again with `reread`.
    """
    if isinstance(table.source, CsvScan):
        return numbered(scanned(connection, table.source), table.source)
    if isinstance(table.source, Rows) and table.source.spool:
        return spooled(connection, table.source)
    return held(connection, table.source, scratch)


def scanned(connection, source: CsvScan):
    """A strict scan with everything pinned.

    new_line is left to DuckDB: pinned together with skip it returned no rows at all (2.0).
    """
    return connection.read_csv(
        str(source.path),
        header=False,
        auto_detect=False,
        sep=source.delimiter,
        quotechar=source.quote,
        escapechar=source.escape,
        skiprows=source.skip_lines,
        columns={f"c{place}": "varchar" for place in range(1, source.column_count + 1)},
        strict_mode=True,
        max_line_size=LONGEST_LINE,
    )


def numbered(rows, source: CsvScan):
    """The rows with their numbers where blank lines, which the engine leaves out, stand between them."""
    if source.is_unbroken:
        return rows
    place = "row_number() over ()"
    blanks = " + ".join(f"(place > {int(above)})::bigint" for above in source.rows_above)
    cells = ", ".join(f"c{number}" for number in range(1, source.column_count + 1))
    counted = rows.project(f"{place} as place, {cells}")
    return counted.project(f"place + {int(source.first_row_number) - 1} + {blanks} as row_number, {cells}")


def spooled(connection, source: Rows):
    """The rows that the tolerant reader wrote down."""
    columns = {f"c{place}": "varchar" for place in range(1, source.column_count + 1)}
    return connection.read_csv(
        str(source.spool),
        header=False,
        auto_detect=False,
        sep=",",
        quotechar='"',
        escapechar='"',
        columns={"row_number": "bigint", **columns},
        null_padding=True,
        parallel=False,
        max_line_size=LONGEST_LINE,
    )


def held(connection, source: Rows | Columns, scratch: Path):
    """The rows that are in memory: written down as plain text, or by Arrow where they are too odd or too wide for that.

    Arrow brings NumPy and pandas with it: half a second before the first cell, the time of 50,000 rows.
    """
    columns = {"row_number": "bigint", **{f"c{place}": "varchar" for place in range(1, source.column_count + 1)}}
    text = as_text(source) if source.column_count <= WIDEST_SCAN else None
    if text is None:
        return by_arrow(connection, source, list(columns))
    with tempfile.NamedTemporaryFile("wb", dir=scratch, suffix=".rows", delete=False) as file:
        file.write(text.encode(errors="replace"))
    return connection.read_csv(
        file.name,
        header=False,
        auto_detect=False,
        sep=BETWEEN_CELLS,
        quotechar="",
        escapechar="",
        columns=columns,
        strict_mode=True,
        max_line_size=LONGEST_LINE,
    )


def as_text(source: Rows | Columns) -> str | None:
    """Number and cells of each row on a line of its own; None for no rows, or where a line could not be told again.

    A letter takes up to four bytes.
    """
    lines = list(map(BETWEEN_CELLS.join, numbered_rows(source)))
    if not lines or 4 * max(map(len, lines)) > LONGEST_LINE:
        return None
    text = "\n".join(lines)
    parts = text.count("\n"), text.count(BETWEEN_CELLS), text.count("\r"), text.count("\0")
    return text if parts == (len(lines) - 1, len(lines) * source.column_count, 0, 0) else None


def numbered_rows(source: Rows | Columns) -> Iterator[Sequence[str]]:
    """(row number, cells) of each row as texts, '' for an empty cell."""
    if isinstance(source, Columns):
        yield from zip(map(str, numbers_of(source)), *source.columns, strict=True)
        return
    for number, row in source.rows:
        yield (str(number), *(cell or "" for cell in row))


def numbers_of(source: Rows | Columns) -> Sequence[int]:
    """The row number of each row."""
    if isinstance(source, Rows):
        return [number for number, _ in source.rows]
    count = len(source.columns[0]) if source.columns else 0
    return range(source.first_row_number, source.first_row_number + count)


def by_arrow(connection, source: Rows | Columns, names: list[str]):
    """The rows handed over as Arrow; names : of the row number and of each column."""
    import pyarrow

    if isinstance(source, Rows):
        across = zip(*(row for _, row in source.rows), strict=True) if source.rows else ((),) * source.column_count
    else:
        across = ([cell or None for cell in column] for column in source.columns)
    arrays = [pyarrow.array(numbers_of(source), pyarrow.int64())]
    arrays += [pyarrow.array(column, pyarrow.string()) for column in across]
    return connection.from_arrow(pyarrow.table(dict(zip(names, arrays, strict=True))))
