"""One table of an upload looked at: recognised and planned, or the receipt that says why it cannot be used."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import duckdb

from analytics.errors import GleanerError, IncompleteSheet, UnreadableFile, UnrecognisedSheet
from analytics.ingest import read
from analytics.ingest.file_notes import warnings_of
from analytics.ingest.land import Sheet, prepare
from analytics.ingest.land.source import open_source, sample_rows
from analytics.ingest.receipt import Receipt, Warned, refused
from analytics.ingest.recognise import recognise
from analytics.ingest.recognise.choice import NOTHING_CHOSEN
from analytics.ingest.recognise.mapped import Asked, mapped
from analytics.ingest.recognise.months import MONTHS_ACROSS
from analytics.ingest.recognise.seen import choice_for, seen_sheet
from analytics.ingest.to_read import Job

# A sheet of no more rows than this that fits no type is a cover or a note, not data that somebody misses.
COVER_ROWS = 3


@dataclass(frozen=True)
class Work:
    """What stays the same while one file is worked on. several : the file holds more than one table."""

    job: Job
    scratch: Path
    upload_id: str
    connection: duckdb.DuckDBPyConnection
    progress: Callable[[str], None]
    limits: read.Limits
    several: bool = False


@dataclass(frozen=True)
class Opened:
    """One table of the file after it was looked at: a sheet that can be landed, or the receipt that says why not.

    cover : the receipt where it is a cover beside other sheets that hold data.
    """

    place: int
    table: read.Table
    sheet: Sheet | None
    receipt: Receipt
    cover: Receipt | None = None


def open_table(work: Work, place: int, table: read.Table) -> Opened:
    """The table recognised and planned; read again row by row when its quick scan is refused."""
    told = Receipt(
        file=work.job.name,
        sheet=table.sheet,
        part=table.part,
        upload_id=work.upload_id,
        warnings=warnings_of(table.notes),
    )
    try:
        return opened_table(work, place, table, told)
    except GleanerError as error:
        return Opened(place, table, None, refused(told, error))


def opened_table(work: Work, place: int, table: read.Table, told: Receipt) -> Opened:
    try:
        source = open_source(work.connection, table, place, partial(read.relation, scratch=work.scratch))
    except duckdb.Error as error:
        if table.checked:
            raise UnreadableFile(*unreadable(work.job.name, table)) from error
        return again(work, place, table, told)
    seen = seen_sheet(table.headers, sample_rows(work.connection, source), work.upload_id)
    choice = choice_for(seen, work.job.mappings, work.job.as_type)
    headers = table.headers if choice == NOTHING_CHOSEN else seen.headers
    try:
        recognised = mapped(recognise, Asked(headers, seen.rows, work.job.as_type, title(work.job, table)), choice)
    except UnrecognisedSheet as error:
        return unrecognised(work, place, table, (replace(told, **seen.told(None, choice)), error))
    told = replace(told, **seen.told(recognised, choice))
    return Opened(place, table, prepare(work.connection, source, recognised, table.headers, table.dialect), told)


def again(work: Work, place: int, table: read.Table, told: Receipt) -> Opened:
    """The same table through the tolerant reader, after a row did not fit."""
    work.progress("Reading the file row by row")
    mended = read.reread(table, work.job.path, work.job.name, work.scratch, work.limits)
    return opened_table(work, place, mended, replace(told, warnings=warnings_of(mended.notes)))


def unreadable(name: str, table: read.Table) -> tuple[str, str]:
    where = f", sheet '{table.sheet}'" if table.sheet else ""
    return (
        f"'{name}'{where} holds rows that cannot be told apart.",
        "Open it in a spreadsheet program, save it as CSV (UTF-8), then upload that file.",
    )


def title(job: Job, table: read.Table) -> str:
    """File and sheet name; both may say what the sheet is."""
    return f"{Path(job.name).stem} {table.sheet}" if table.sheet else job.name


def unrecognised(work: Work, place: int, table: read.Table, found: tuple[Receipt, UnrecognisedSheet]) -> Opened:
    """A sheet that fits no type: an error; beside others, when it has a few words only, a cover."""
    told, error = found
    rows = table.row_count or 0
    asked = () if error.code == MONTHS_ACROSS else ("sheet_type",)
    receipt = counted(refused(told, error, asked), rows, "not_loaded")
    if not work.several or rows > COVER_ROWS or work.job.as_type or isinstance(error, IncompleteSheet):
        return Opened(place, table, None, receipt)
    where = f"Sheet '{table.sheet}'" if table.sheet else f"Part {table.part}"
    said = Warned("nothing_to_read", f"{where} holds no table ({rows} rows) and was left out.")
    cover = counted(replace(told, warnings=(*told.warnings, said)), rows, "no_table")
    return Opened(place, table, None, receipt, cover)


def counted(receipt: Receipt, rows: int, code: str) -> Receipt:
    """Rows of a sheet of which nothing was used are all set aside."""
    return replace(receipt, rows_in=rows, rows_set_aside=rows, set_aside={code: rows} if rows else {})
