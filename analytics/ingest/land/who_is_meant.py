"""Whom rows that were counted are about: the owner's own address, nobody in particular, the number of the row."""

import duckdb

from analytics.ingest.land.nameless import known_by_number
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.write import Written
from analytics.ingest.receipt import Warned

WHO = "coalesce(customer_id, email, phone, customer_name)"
# The account of the house, as tills and hand-made sheets call it.
NOBODY_WORDS = """
walk-in, walk in, walkin, walk-in customer, walk in customer, cash sale, cash sales, cash customer, counter
sale, guest, guest customer, various, misc, laufkunde, laufkundschaft, barverkauf, divers, diverse, barkunde,
kassenkunde, client de passage, client comptoir, vente comptoir, passage, client divers, clients divers, cliente
contado, venta contado, cliente de paso, varios, clientes varios, passant, passanten, balieverkoop, contante
verkoop, losse verkoop, diversen
"""
NOBODY = tuple(" ".join(words.split()) for words in NOBODY_WORDS.split(","))
IS_NOBODY = "list_contains($nobody, lower(trim(customer_name))) and customer_id is null and email is null"
# So few sales may well be of one customer.
MANY_SALES = 10
# Of the rows: counts of different values are estimates.
NEARLY = 0.9


def who_bought(connection: duckdb.DuckDBPyConnection, own: Written) -> list[Warned]:
    """Sales that all name one customer, perhaps the owner's own address; sales of nobody in particular."""
    if own.table != "orders" or not own.rows_used:
        return []
    count, example, unnamed, said = connection.execute(
        f"select count(distinct {WHO}), min({WHO}), count(*) filter ({IS_NOBODY}), "
        f"min(customer_name) filter ({IS_NOBODY}) from read_parquet($file)",
        {"file": str(own.parquet), "nobody": list(NOBODY)},
    ).fetchone()
    if count == 1 and own.rows_used >= MANY_SALES:
        told = f"All {own.rows_used:,} sales are of one customer, '{example}'. If that is you, the file does not say "
        return [Warned("one_customer", f"{told}who bought: upload one with a column of customers in its place.")]
    sales = "1 sale names" if unnamed == 1 else f"{unnamed:,} sales name"
    told = f"{sales} '{said}' or the like for a customer. They count as one customer who buys often: delete them where "
    return [Warned("nobody_named", f"{told}you ask who your best buyers are.")] if unnamed else []


def numbers_of_rows(connection: duckdb.DuckDBPyConnection, plan: Plan, own: Written) -> list[Warned]:
    """An id of customers that is another one on every row, though the same names come again: each is somebody else."""
    if own.table != "orders" or not all(plan.planned_as(name).is_given for name in ("customer_id", "customer_name")):
        return []
    rows, ids, names = connection.execute(
        "select count(*), approx_count_distinct(customer_id), approx_count_distinct(customer_name) "
        "from read_parquet($file)",
        {"file": str(own.parquet)},
    ).fetchone()
    if rows < MANY_SALES or ids < NEARLY * rows or names > 0.8 * rows:
        return []
    header, who = plan.planned_as("customer_id").header, plan.planned_as("customer_name").header
    told = f"Nearly every row has a '{header}' of its own, though the same '{who}' come again and again"
    return [
        Warned(
            "numbers_of_rows",
            f"{told}: each is counted as another customer. If '{header}' is the number of the row, leave it out on the "
            f"upload page, or delete that column and upload the file again.",
        )
    ]


def without_name(connection: duckdb.DuckDBPyConnection, plan: Plan, own: Written) -> list[Warned]:
    """Leads of whom nothing is known but their number."""
    count = known_by_number(connection, plan, own.parquet) if own.rows_used else 0
    if not count:
        return []
    rows = "1 lead has" if count == 1 else f"{count:,} leads have"
    told = f"{rows} neither name, company, e-mail nor phone: each stands under its number until a list names it."
    return [Warned("named_by_number", told)]


def without_owner(connection: duckdb.DuckDBPyConnection, own: Written) -> list[Warned]:
    """Deals that name nobody: they count for the business, and for no salesperson."""
    if own.table != "deals" or not own.rows_used:
        return []
    sql = "select count(*) from read_parquet($file) where owner is null"
    (count,) = connection.execute(sql, {"file": str(own.parquet)}).fetchone()
    if not count:
        return []
    who = "No deal names" if count == own.rows_used else f"{count:,} of {own.rows_used:,} deals do not name"
    told = f"{who} a salesperson: they count for the whole business, and for nobody where one salesperson is chosen."
    return [Warned("no_owner", told)]
