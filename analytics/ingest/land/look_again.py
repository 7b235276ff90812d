"""What an owner should look at again: rows that were counted, and may not mean what they were counted as."""

import duckdb

from analytics.ingest.land.plan import Plan
from analytics.ingest.land.sql import quote, says_one_of
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


def rows_looked_at(connection: duckdb.DuckDBPyConnection, sheet, own: Written) -> list[Warned]:
    """Rows that count although a cell of them says something that may mean that they are no sales."""
    found = []
    for rule in sheet.recognised.looked_at if own.rows_used else ():
        said = says_one_of(f"trim(c{sheet.plan.headers.index(rule.header) + 1})", rule.values)
        count = connection.execute(f"select count(*) from {quote(sheet.source.rows)} where {said}").fetchone()[0]
        rows = "1 row" if count == 1 else f"{count:,} rows"
        told = f"{rows} {rule.reason} by '{rule.header}', and each counts as it stands. Delete those that nobody paid."
        found += [Warned(rule.code, told)] if count else []
    return found
