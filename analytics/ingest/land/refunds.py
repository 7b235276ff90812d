"""Yes under "Refund": a row that gives money back, or a sale whose money came back later. The rows beside it tell.

"Credit note: yes" marks a document of its own and needs no asking. "Refund: yes" beside 100.00 may be either, and taken
for the wrong one it turns a sale into a loss. See docs/decisions/060-refund-yes.md.
"""

from pathlib import Path

import duckdb

from analytics.ingest.land.judge import staged
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.reasons import REFUNDED
from analytics.ingest.land.write import copy
from analytics.ingest.receipt import Warned

PERSON = "coalesce(customer_id, email, phone, lower(customer_name))"


def settle_refunds(connection: duckdb.DuckDBPyConnection, plan: Plan, stage: Path) -> list[Warned]:
    """Put refunds of the scan below zero and name the refunded sales in the table REFUNDED; what to tell of it."""
    connection.execute(f"create or replace temp table {REFUNDED} (place bigint)")
    if plan.refund_mark is None or not _any_above_zero(connection, stage):
        return []
    _mark(connection, stage)
    repeated, every = connection.execute(
        "select count(*) filter (is_repeated), count(*) from refund_marks where not is_answered"
    ).fetchone()
    if 2 * repeated > every:
        _below_zero(connection, stage)
        return []
    connection.execute(f"insert into {REFUNDED} select place from refund_marks where not is_answered")
    return [_refunded(plan.refund_mark, every)] if every else []


def _any_above_zero(connection: duckdb.DuckDBPyConnection, stage: Path) -> bool:
    sql = "select count(*) from read_parquet($file) where is_refund and revenue_amount > 0"
    return connection.execute(sql, {"file": str(stage)}).fetchone()[0] > 0


def _mark(connection: duckdb.DuckDBPyConnection, stage: Path) -> None:
    """The table refund_marks: each marked row above zero.

    is_answered : the money that came back stands below zero in another row of the same order, or of the same person
                  and amount. is_repeated : the sale stands in another row that is not marked: the same order and
                  amount, or the only one of that person and amount, and not a later one.
    """
    connection.execute(
        f"""create or replace temp table refund_marks as
        with sold as (
            select file_row_number as place, order_id, {PERSON} as person, revenue_amount as amount, ordered_at,
                coalesce(is_refund, false) as is_marked
            from {staged(stage)} where revenue_amount <> 0
        ),
        orders_back as (select distinct order_id from sold where amount < 0 and order_id is not null),
        persons_back as (select distinct person, -amount as amount from sold where amount < 0 and person is not null),
        orders_sold as (
            select distinct order_id, amount from sold
            where not is_marked and amount > 0 and order_id is not null
        ),
        persons_sold as (
            select person, amount, min(ordered_at) as ordered_at from sold
            where not is_marked and person is not null group by person, amount having count(*) = 1
        )
        select sold.place,
            orders_back.order_id is not null or persons_back.person is not null as is_answered,
            orders_sold.order_id is not null or persons_sold.person is not null as is_repeated
        from sold
        left join orders_back on orders_back.order_id = sold.order_id
        left join persons_back on persons_back.person = sold.person and persons_back.amount = sold.amount
        left join orders_sold on orders_sold.order_id = sold.order_id and orders_sold.amount = sold.amount
        left join persons_sold on persons_sold.person = sold.person and persons_sold.amount = sold.amount
            and persons_sold.ordered_at <= sold.ordered_at
        where sold.is_marked and sold.amount > 0"""
    )


def _below_zero(connection: duckdb.DuckDBPyConnection, stage: Path) -> None:
    """The scan's file written anew with each refund, and what it cost, below zero."""
    found = "file_row_number in (select place from refund_marks where not is_answered)"
    signed = ", ".join(
        f"case when {found} then -abs({name}) else {name} end as {name}" for name in ("revenue_amount", "cost_amount")
    )
    turned = stage.with_name(f"turned-{stage.name}")
    # Places of rows are asked again later: their order must stay.
    copy(
        connection,
        f"select * exclude (file_row_number) replace ({signed}) from {staged(stage)} order by file_row_number",
        turned,
    )
    turned.replace(stage)


def _refunded(header: str, count: int) -> Warned:
    rows = "1 row says" if count == 1 else f"{count:,} rows say"
    told = (
        f"{rows} yes under '{header}' beside an amount above zero, and the sale does not stand in a row of its own: "
        f"each was taken for a sale whose money came back, and counts nothing. If such a row is a refund of another "
        f"sale, say on the upload page that '{header}' is 'is refund', or rename it to 'Credit note' and upload the "
        f"file again."
    )
    return Warned("refunded_sales", told)
