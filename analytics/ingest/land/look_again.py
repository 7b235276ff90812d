"""What an owner should look at again: rows that were counted, and may not mean what they were counted as."""

import duckdb

from analytics.ingest.land.nameless import known_by_number
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.words_of_rows import names_a_sum
from analytics.ingest.land.write import Written
from analytics.ingest.receipt import Warned


def same_headers(recognised) -> list[Warned]:
    """Headers that stand over several columns, of which one was used: the others are named nowhere else."""
    used = {match.header: match.column for match in recognised.matches if match.column}
    headers = [match.header for match in recognised.matches]
    found = []
    for header, column in used.items():
        count = headers.count(header)
        if header and count > sum(1 for match in recognised.matches if match.header == header and match.column):
            others = "the other" if count == 2 else "the others"
            told = f"{count} columns are called '{header}': one was used as {column.replace('_', ' ')}"
            found.append(Warned("same_header", f"{told}, nothing was made of {others}."))
    return found


def totals_as_products(connection: duckdb.DuckDBPyConnection, plan: Plan, own: Written) -> list[Warned]:
    """Lines such as 'Total' or 'VAT 20%' among the products of an order, which repeat or tax its other lines."""
    if own.table != "orders" or not own.rows_used or not plan.planned_as("product").is_given:
        return []
    count, example = connection.execute(
        f"select count(*), min(trim(product)) from read_parquet($file) where {names_a_sum('product')}",
        {"file": str(own.parquet)},
    ).fetchone()
    header = plan.planned_as("product").header
    rows = "1 row says" if count == 1 else f"{count:,} rows say"
    told = (
        f"{rows} '{example}' or the like under '{header}' and counted as sales of their own. Where they add up or tax "
        f"other rows, delete them and upload the file again."
    )
    return [Warned("maybe_totals", told)] if count else []


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
