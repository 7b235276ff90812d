"""Tables of an upload written as Parquet, day and month decided from all of them together; a receipt for each."""

from dataclasses import replace

import duckdb

from analytics.errors import AmbiguousDates, EmptyFile, GleanerError, UnreadableFile, UnrecognisedSheet
from analytics.ingest.clean.day_order import decide
from analytics.ingest.land import Sheet, Target, land
from analytics.ingest.land.choose import Orders, date_evidence
from analytics.ingest.land.expression import DATES
from analytics.ingest.land.numbering import number_apart
from analytics.ingest.land.scan import Origin
from analytics.ingest.opening import Opened, Work, again, counted
from analytics.ingest.receipt import Receipt, Warned, refused
from analytics.ingest.to_read import Job


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
