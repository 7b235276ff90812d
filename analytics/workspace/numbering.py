"""The same numbers for different things: two tools that both count from 1 must not replace each other's rows."""

from dataclasses import replace

from analytics.engine import open_work
from analytics.errors import UnrecognisedSheet
from analytics.ingest.receipt import Receipt, refused
from analytics.settings import from_environment
from analytics.workspace.landing import Landed
from analytics.workspace.landings import Landing

# Fewer shared numbers may be chance, and are listed as updated rows in the receipt.
FEWEST_SHARED = 3
# A corrected export changes a cell here and there: it keeps the day or the amount of an order, the name of a person.
ORDERS_UNLIKE = """
select count(*), count(*) filter (
    cast(one.ordered_at as date) <> cast(other.ordered_at as date) and one.revenue_amount <> other.revenue_amount
)
from one inner join other using (order_id)
"""
CUSTOMERS_UNLIKE = """
select count(*), count(*) filter (
    lower(one.name) <> lower(other.name) and coalesce(one.email, '1') <> coalesce(other.email, '2')
)
from one inner join other using (customer_id)
"""
LEADS_UNLIKE = """
select count(*), count(*) filter (
    lower(one.name) <> lower(other.name) and coalesce(one.email, '1') <> coalesce(other.email, '2')
)
from one inner join other using (lead_id)
"""
UNLIKE = {"orders": ORDERS_UNLIKE, "customers": CUSTOMERS_UNLIKE, "leads": LEADS_UNLIKE}


def asked_about(landed: Landed, standing: list[Landing]) -> Landed:
    """The file, with a question in the place of each sheet whose numbers stand for other things already.

    standing : what the sheets of the uploads in use gave; those of the file itself are passed over.
    """
    if landed.folder is None:
        return landed
    others = [each for each in standing if each.receipt.upload_id != landed.kept.sha256]
    receipts = [_asked(landed, receipt, others) for receipt in landed.receipts]
    folder = landed.folder if any(receipt.parquet and not receipt.error for receipt in receipts) else None
    return replace(landed, receipts=receipts, folder=folder)


def _asked(landed: Landed, receipt: Receipt, standing: list[Landing]) -> Receipt:
    table = receipt.sheet_type
    if table not in UNLIKE or table not in receipt.parquet or "numbering" in (receipt.choice or {}):
        return receipt
    for other in reversed(standing):
        if table in other.files:
            shared, unlike = _compared(table, (landed.folder / receipt.parquet[table], other.files[table]))
            if shared >= FEWEST_SHARED and 2 * unlike > shared:
                return _question(receipt, other.receipt, (shared, unlike))
    return receipt


def _compared(table: str, files: tuple) -> tuple[int, int]:
    """Keys that both files hold, and how many of them stand for something else."""
    with open_work(from_environment(), [file.parent for file in files], files[0].parent) as connection:
        for name, file in zip(("one", "other"), files, strict=True):
            connection.read_parquet(str(file)).create_view(name)
        return connection.execute(UNLIKE[table]).fetchone()


def _question(receipt: Receipt, other: Receipt, counts: tuple[int, int]) -> Receipt:
    shared, unlike = counts
    what = {"orders": "order numbers", "customers": "customer numbers", "leads": "lead numbers"}[receipt.sheet_type]
    differ = "another day and another amount" if receipt.sheet_type == "orders" else "another name and another e-mail"
    error = UnrecognisedSheet(
        f"{shared:,} {what} of '{receipt.file}' are in '{other.file}' too, {unlike:,} of them with {differ}. "
        "They look like the numbers of another tool.",
        "Say on the page Your files whose numbers they are, or use `map` with --numbers-of or --same-numbers.",
        code="SameNumbers",
    )
    asked = refused(replace(receipt, parquet={}), error, ("numbering",))
    rows = receipt.rows_in
    return replace(asked, rows_used=0, rows_set_aside=rows, set_aside={"not_loaded": rows}, sums={}, period=None)
