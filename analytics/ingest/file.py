"""One upload from bytes to receipts: each table read, recognised and landed; a bad one does not stop the others."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb

from analytics.errors import EmptyFile, GleanerError
from analytics.ingest import read
from analytics.ingest.file_notes import warnings_of
from analytics.ingest.land.source import connect, for_one_job
from analytics.ingest.landing import day_orders, land_table
from analytics.ingest.opening import Work, open_table
from analytics.ingest.receipt import Receipt, Warned, refused
from analytics.ingest.to_read import Job

STEPS = {"read": "Reading the file", "check": "Checking columns", "write": "Writing tables"}


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
    with for_one_job(connection or connect(scratch, [job.path.parent, job.out])) as cursor:
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
