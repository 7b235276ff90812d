"""Sales without a day of their own take the day of their payment: only where every one of them was paid."""

import duckdb

from analytics.errors import UnrecognisedSheet
from analytics.ingest.land.judge import JUDGED
from analytics.ingest.land.plan import Plan
from analytics.ingest.receipt import Warned

# Rows that count but for their empty day of payment, or for a word such as "open" in its place.
UNPAID = f"""
select count(*) from {JUDGED}
where told->>'column' = $header and told->>'code' in ('missing_required', 'unread_required')
    and not regexp_matches(coalesce(told->>'value', ''), '[0-9]')
"""


def dated_by_payment(plan: Plan) -> list[Warned]:
    """That the sales took the day of their payment."""
    if not takes_payment_days(plan):
        return []
    header = plan.planned_as("paid_at").header
    return [Warned("dated_by_payment", f"The file has no day of sale: the day under '{header}' was taken for it.")]


def refuse_unpaid(connection: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """Raises UnrecognisedSheet where sales that nobody paid yet would be lost for want of a day.

    All rows were judged before: no cancelled sale, total or note is among them.
    """
    if not takes_payment_days(plan):
        return
    header = plan.planned_as("paid_at").header
    ((count,),) = connection.execute(UNPAID, {"header": header}).fetchall()
    if count:
        rows = "1 row has" if count == 1 else f"{count:,} rows have"
        raise UnrecognisedSheet(
            what=f"The only day of a sale is '{header}', and {rows} none: sales not paid yet would not count.",
            fix="Add a column 'Invoice date' with the day of each sale, or delete the rows without a day of payment, "
            "then upload it again.",
        )


def takes_payment_days(plan: Plan) -> bool:
    if plan.table != "orders":
        return False
    day, paid = plan.planned_as("ordered_at"), plan.planned_as("paid_at")
    return paid.is_given and day.leaves == paid.leaves
