"""One upload from bytes to receipts: each table read, recognised and landed; a bad one does not stop the others."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from analytics.errors import AmbiguousDates, EmptyFile, GleanerError, IncompleteSheet, UnreadableFile, UnrecognisedSheet
from analytics.ingest import read
from analytics.ingest.clean.day_order import decide
from analytics.ingest.file_notes import warnings_of
from analytics.ingest.land import Sheet, Target, land, prepare
from analytics.ingest.land.choose import Orders, date_evidence
from analytics.ingest.land.expression import DATES
from analytics.ingest.land.numbering import number_apart
from analytics.ingest.land.scan import Origin
from analytics.ingest.land.source import connect, for_one_job, open_source, sample_rows
from analytics.ingest.receipt import Receipt, Warned, refused
from analytics.ingest.recognise import recognise
from analytics.ingest.recognise.choice import NOTHING_CHOSEN
from analytics.ingest.recognise.mapped import Asked, mapped
from analytics.ingest.recognise.months import MONTHS_ACROSS
from analytics.ingest.recognise.seen import choice_for, seen_sheet
from analytics.ingest.to_read import Job

# A sheet of no more rows than this that fits no type is a cover or a note, not data that somebody misses.
COVER_ROWS = 3
STEPS = {"read": "Reading the file", "check": "Checking columns", "write": "Writing tables"}


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


def load_file(
    job: Job,
    scratch: Path,
    progress: Callable[[str], None],
    connection: duckdb.DuckDBPyConnection | None = None,
) -> list[Receipt]:
    """A receipt for each table of the file, in the order of the file.

    scratch    : an empty folder that is removed afterwards.
    progress   : told each step in the user's words.
    connection : one of `connect` that is kept for several files; a new one when None.
    """
    try:
        progress(STEPS["read"])
        limits = read.Limits()
        reading = read.read_file(job.path, job.name, scratch, limits)
    except GleanerError as error:
        return [refused(Receipt(file=job.name), error)]
    with for_one_job(connection or connect(scratch)) as cursor:
        return load_tables(Work(job, scratch, job.upload_id or sha256(job.path), cursor, progress, limits), reading)


def load_tables(work: Work, reading: read.Reading) -> list[Receipt]:
    """A receipt for each table that was read."""
    work = replace(work, several=len(reading.tables) > 1)
    job, progress = work.job, work.progress
    progress(STEPS["check"])
    opened = [open_table(work, place, table) for place, table in enumerate(reading.tables, 1)]
    # A sheet is no cover of nothing: where no other can be landed, each says what it lacks.
    if any(one.sheet for one in opened):
        opened = [replace(one, receipt=one.cover or one.receipt) for one in opened]
    orders = day_orders(work, opened)
    progress(STEPS["write"])
    receipts = [land_table(work, one, orders) for one in opened]
    return with_file_notes(receipts, warnings_of(reading.notes)) or [refused(Receipt(file=job.name), nothing(job.name))]


def nothing(name: str) -> EmptyFile:
    return EmptyFile(
        what=f"'{name}' holds no table.", fix="Export it again and check that it has rows, then upload it."
    )


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def with_file_notes(receipts: list[Receipt], notes: tuple[Warned, ...]) -> list[Receipt]:
    """What was found about the file as a whole is said on its first receipt."""
    return (
        [replace(receipts[0], warnings=(*notes, *receipts[0].warnings)), *receipts[1:]]
        if receipts and notes
        else receipts
    )


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
        source = open_source(work.connection, table, place, read.relation)
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


def day_orders(work: Work, opened: list[Opened]) -> Orders:
    """Day or month first, decided from all sheets of the file together."""
    evidence = [
        found
        for one in opened
        if one.sheet is not None
        for plan in one.sheet.plans
        for found in date_evidence(work.connection, one.sheet.source, plan)
    ]
    return decide(evidence, day_first(work, opened))


def day_first(work: Work, opened: list[Opened]) -> bool | None:
    """What the user says now, or said before of a sheet like one of these."""
    said = [work.job.day_first, *((one.receipt.choice or {}).get("day_first") for one in opened)]
    return next((each for each in said if each is not None), None)


def land_table(work: Work, one: Opened, orders: Orders) -> Receipt:
    """The receipt of one table, its files written when it could be used."""
    if one.sheet is None:
        return one.receipt
    target = Target(work.job.out / str(one.place), work.job.name, Origin(work.upload_id, one.table.sheet))
    try:
        done = land(work.connection, one.sheet, orders, target)
        warnings = (*one.receipt.warnings, *contradicted(work.job, one.sheet, orders), *done.warnings)
        told = replace(done, part=one.table.part, warnings=warnings, **columns_told(one.receipt))
        return used(number_apart(work.connection, work.job.out, told), target)
    except (AmbiguousDates, UnrecognisedSheet) as error:
        rows = count_rows(work, one.sheet)
        told = replace(
            one.receipt, sheet_type=one.sheet.recognised.sheet_type, columns=dict(one.sheet.recognised.columns)
        )
        choices = ("day_first",) if isinstance(error, AmbiguousDates) else ()
        return counted(refused(told, error, choices), rows, "not_loaded")
    except duckdb.Error as error:
        if one.table.checked:
            raise
        return land_again(work, one, error)


def columns_told(receipt: Receipt) -> dict:
    """What was found out about the columns when the sheet was opened."""
    return {name: getattr(receipt, name) for name in ("header_hash", "choice", "columns_seen")}


def contradicted(job: Job, sheet: Sheet, orders: Orders) -> list[Warned]:
    """A warning for each date column whose own dates speak against what was said about day and month."""
    if job.day_first is None:
        return []
    said, followed = ("day", "month") if job.day_first else ("month", "day")
    headers = {leaf.header for plan in sheet.plans for leaf in plan.leaves if leaf.kind in DATES}
    against = dict.fromkeys(header for (header, _), order in orders.items() if order == followed and header in headers)
    words = f"The {said} was said to come first, but the dates show the {followed} first, and were read so"
    return [Warned("day_first_ignored", f"'{header}': {words[0].lower()}{words[1:]}.") for header in against]


def land_again(work: Work, one: Opened, error: duckdb.Error) -> Receipt:
    """The table landed from the tolerant reader, after its quick scan met a row that does not fit."""
    for left in work.job.out.glob(f"{one.place}-*"):
        left.unlink()
    try:
        mended = again(work, one.place * 1000, one.table, one.receipt)
        return land_table(work, replace(mended, place=one.place), day_orders(work, [mended]))
    except GleanerError as refusal:
        return refused(one.receipt, refusal)


def count_rows(work: Work, sheet: Sheet) -> int:
    return work.connection.table(sheet.source.rows).count("*").fetchall()[0][0]


def used(receipt: Receipt, target: Target) -> Receipt:
    """The receipt, with an error when no row at all could be used."""
    if receipt.rows_used:
        return receipt
    target.of(receipt.sheet_type).with_name(f"{target.stem.name}-{receipt.sheet_type}.parquet").unlink(missing_ok=True)
    reasons = ", ".join(f"{code.replace('_', ' ')}: {count:,}" for code, count in receipt.set_aside.items())
    what = (
        f"None of the {receipt.rows_in:,} rows could be used ({reasons})."
        if receipt.rows_in
        else f"'{receipt.file}' has a header and no rows."
    )
    fix = "Look at the rows that were set aside: each has its reason. Mend them and upload the file again."
    error = (
        UnreadableFile(what, fix)
        if receipt.rows_in
        else EmptyFile(what, "Export it again and check that it has rows, then upload it.")
    )
    return refused(replace(receipt, parquet={}), error)
