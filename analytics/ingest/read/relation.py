"""A table of text as a DuckDB relation: columns c1 to cn, and the row number where it is not simply counted."""

from analytics.ingest.read.table import Columns, CsvScan, Rows, Table

LONGEST_LINE = 8 * 1024 * 1024


def relation(connection, table: Table):
    """The data rows as varchar columns c1..cn, NULL for an empty cell.

    A CsvScan without blank lines has no row_number column: its rows are consecutive from first_row_number. Any other
    source has row_number bigint as its first column.

    Raises (when the relation is run, not here)
    ------
    duckdb.Error  a row of an unchecked CsvScan does not fit: read it again with `reread`.
    """
    if isinstance(table.source, CsvScan):
        return numbered(scanned(connection, table.source), table.source)
    if isinstance(table.source, Columns):
        return across(connection, table.source)
    return spooled(connection, table.source) if table.source.spool else held(connection, table.source)


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


def held(connection, source: Rows):
    """The rows that are in memory, handed over as Arrow."""
    import pyarrow

    columns = {"row_number": pyarrow.array([number for number, _ in source.rows], pyarrow.int64())}
    across = zip(*(row for _, row in source.rows), strict=True) if source.rows else ((),) * source.column_count
    for place, column in enumerate(across, start=1):
        columns[f"c{place}"] = pyarrow.array(column, pyarrow.string())
    return connection.from_arrow(pyarrow.table(columns))


def across(connection, source: Columns):
    """Columns that are in memory, handed over as Arrow."""
    import pyarrow

    count = len(source.columns[0]) if source.columns else 0
    numbers = pyarrow.array(range(source.first_row_number, source.first_row_number + count), pyarrow.int64())
    columns = {"row_number": numbers}
    for place, column in enumerate(source.columns, start=1):
        columns[f"c{place}"] = emptied(pyarrow.array(column, pyarrow.string()))
    return connection.from_arrow(pyarrow.table(columns))


def emptied(column):
    """The Arrow column with NULL for an empty text."""
    import pyarrow
    import pyarrow.compute

    is_empty = pyarrow.compute.equal(column, "")
    if not pyarrow.compute.any(is_empty).as_py():
        return column
    return pyarrow.compute.if_else(is_empty, pyarrow.scalar(None, pyarrow.string()), column)
