"""What land did, told as a receipt."""

import duckdb

from analytics.ingest.land import check
from analytics.ingest.land.choose import Chosen
from analytics.ingest.land.dittos import dittos_read
from analytics.ingest.land.look_again import rows_looked_at, same_headers, totals_as_products
from analytics.ingest.land.marks import money_marks, short_ids
from analytics.ingest.land.maybe_credits import maybe_credits
from analytics.ingest.land.payment_days import dated_by_payment
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.sql import rows_of
from analytics.ingest.land.swapped_days import swapped_days
from analytics.ingest.land.unknown_states import unknown_states
from analytics.ingest.land.unread import unread_cells
from analytics.ingest.land.unread_words import unread_words
from analytics.ingest.land.who_is_meant import numbers_of_rows, who_bought, without_name, without_owner
from analytics.ingest.land.write import Written
from analytics.ingest.land.wrong_weekdays import wrong_weekdays
from analytics.ingest.receipt import Receipt, Warned
from analytics.ingest.recognise.known import sheet_type
from analytics.ingest.recognise.months import months_across
from analytics.ingest.recognise.one_currency import OWN_CURRENCY

LISTED = 20
MADE_FROM = {
    "customers": "its e-mail, else its phone, else its name and place",
    "leads": "its e-mail, else its phone, else its name and place",
    "orders": "the cells of its row",
    "deals": "its name, customer and opening day",
}


def told(
    connection: duckdb.DuckDBPyConnection, sheet, chosen: Chosen, written: tuple[Written, ...], sums: dict, target
) -> Receipt:
    """The receipt of one sheet. written : the sheet's own table first."""
    own = written[0]
    return Receipt(
        file=target.name,
        sheet=target.origin.sheet,
        sheet_type=sheet.recognised.sheet_type,
        rows_in=own.rows_in,
        rows_used=own.rows_used,
        rows_set_aside=own.rows_set_aside,
        columns=dict(sheet.recognised.columns),
        formats=check.format_texts(sheet.plan, chosen.formats),
        warnings=tuple(warned(connection, sheet, chosen, own)),
        upload_id=target.origin.upload_id,
        set_aside=reasons(connection, own),
        ignored=ignored(sheet.recognised),
        sums=check.reconcile(connection, sheet.plan, own, sums),
        period=check.period(connection, sheet.plan, own),
        parquet={one.table: one.parquet.name for one in written if one.rows_used},
        rejects=own.rejects.name if own.rejects else None,
    )


def warned(connection: duckdb.DuckDBPyConnection, sheet, chosen: Chosen, own: Written) -> list[Warned]:
    """What the owner should know of the sheet, in the order of its reading."""
    return [
        *noted(sheet.recognised),
        *(Warned(code, sentence) for code, sentence in sheet.recognised.notes),
        *refunds_below_zero(connection, sheet, own),
        *columns_ignored(sheet.recognised),
        *months_ignored(sheet.recognised),
        *same_headers(sheet.recognised),
        *dittos_read(connection, sheet, own),
        *dated_by_payment(sheet.plan),
        *totals_as_products(connection, sheet.plan, own),
        *chosen.warnings,
        *unread_cells(connection, sheet.plan, own),
        *swapped_days(connection, sheet.source, sheet.plan),
        *wrong_weekdays(connection, sheet.source, chosen.formats),
        *check.odd_dates(connection, sheet.plan, own),
        *keys_made(sheet.plan, own),
        *without_owner(connection, own),
        *without_name(connection, sheet.plan, own),
        *who_bought(connection, own),
        *rows_looked_at(connection, sheet, own),
        *unknown_states(connection, sheet, own),
        *unread_words(connection, sheet, own, ignored(sheet.recognised)),
        *maybe_credits(connection, sheet, own),
        *numbers_of_rows(connection, sheet.plan, own),
        *currencies_told(connection, sheet, chosen),
        *short_ids(connection, sheet.source, sheet.plan),
    ]


def currencies_told(connection: duckdb.DuckDBPyConnection, sheet, chosen: Chosen) -> list[Warned]:
    """Marks of money; no several currencies where only those rows count that are in the file's own."""
    found = money_marks(connection, sheet.source, sheet.plan, chosen)
    is_own = any(code == OWN_CURRENCY for code, _ in sheet.recognised.notes)
    return [one for one in found if one.code != "mixed_currencies"] if is_own else found


def noted(recognised) -> list[Warned]:
    """What the owner of a known tool's export should know about its numbers."""
    return [Warned("tool", f"{recognised.tool}: {recognised.note}")] if recognised.tool and recognised.note else []


def refunds_below_zero(connection: duckdb.DuckDBPyConnection, sheet, own: Written) -> list[Warned]:
    """Refunds of a sheet that people made: told, because the file may show their amounts without a sign."""
    marks = [one for one in sheet.plan.planned if one.column.name == "is_refund" and one.is_given]
    if sheet.recognised.tool or not marks or not own.rows_used:
        return []
    sql = "select count(*) from read_parquet($file) where is_refund and revenue_amount < 0"
    (count,) = connection.execute(sql, {"file": str(own.parquet)}).fetchone()
    rows = "1 row is a refund or credit note" if count == 1 else f"{count:,} rows are refunds or credit notes"
    found = [Warned("refunds", f"{rows} by '{marks[0].header}' and counted below zero.")] if count else []
    return found + below_zero(connection, marks[0].header, own)


def below_zero(connection: duckdb.DuckDBPyConnection, header: str, own: Written) -> list[Warned]:
    """Rows below zero that the file does not call refunds: what was paid out looks like that too."""
    sql = "select count(*) from read_parquet($file) where not is_refund and revenue_amount < 0"
    (count,) = connection.execute(sql, {"file": str(own.parquet)}).fetchone()
    rows = "1 row is" if count == 1 else f"{count:,} rows are"
    told = f"{rows} below zero without being a refund by '{header}': counted as money given back to the customer."
    return [Warned("below_zero", f"{told} If it is money that you paid out, delete it.")] if count else []


def ignored(recognised) -> tuple[str, ...]:
    # A status by which rows are left out is no canonical column, and not ignored either.
    used = recognised.columns.keys() | {rule.header for rule in (*recognised.set_aside, *recognised.looked_at)}
    return tuple(match.header for match in recognised.matches if match.header and match.header not in used)


def columns_ignored(recognised) -> list[Warned]:
    """One warning that names the columns of which nothing was made."""
    names = [f"'{header[:60]}'" for header in ignored(recognised)]
    if not names:
        return []
    shown = ", ".join(names[:LISTED]) + (f" and {len(names) - LISTED:,} more" if len(names) > LISTED else "")
    title = sheet_type(recognised.sheet_type).title
    count, made = ("1 column has", "of it") if len(names) == 1 else (f"{len(names):,} columns have", "of them")
    return [Warned("ignored_columns", f"{count} no place in {title} and nothing was made {made}: {shown}.")]


def months_ignored(recognised) -> list[Warned]:
    """How the amounts of months side by side come in, where nothing was made of them."""
    # Q1, Q2 and Q3 of a survey are its questions.
    advice = None if recognised.sheet_type == "feedback" else months_across(ignored(recognised))
    return [Warned("months_across", advice)] if advice else []


def reasons(connection: duckdb.DuckDBPyConnection, written: Written) -> dict[str, int]:
    """Reason code -> rows set aside."""
    if written.rejects is None:
        return {}
    sql = f"select reason_code, count(*) from {rows_of(written.rejects)} group by 1 order by 1"
    return dict(connection.execute(sql).fetchall())


def keys_made(plan: Plan, written: Written) -> list[Warned]:
    if not written.made_keys or plan.made is None:
        return []
    title = sheet_type(plan.table).title.lower()
    which = "has no" if not plan.made.is_given else f"lacks in {written.made_keys:,} of {written.rows_used:,} rows the"
    sentence = f"The file {which} id of its {title}; each was given one made from {MADE_FROM[plan.table]}."
    return [Warned("key_made", sentence)]
