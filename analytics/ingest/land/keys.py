"""Keys for rows that came without one, the same each time the same row comes.

A person's key is the e-mail, else the phone's digits, else the name with the place. An order's or deal's key is a hash
of its cells; when the same cells come again in one file, the second is another sale and gets a number.
"""

from dataclasses import dataclass

import duckdb

from analytics.ingest.land.columns import canonical_columns
from analytics.ingest.land.sql import quote
from analytics.ingest.recognise.known import sheet_type

PERSONS = frozenset({"customers", "leads"})
PLACE = {"customers": ("postcode", "city"), "leads": ("postcode", "city")}
# As of an export, a deal's other cells may have changed; these stay.
LASTING = {"deals": ("name", "company", "email", "customer_id", "opened_at")}


@dataclass(frozen=True)
class Keys:
    """How the final file gets its keys. rows : relation to read from; name, sql : the key column; count : keys made."""

    rows: str
    name: str | None
    sql: str
    count: int
    order: str = ""


def finish_keys(connection: duckdb.DuckDBPyConnection, table: str, rows: str) -> Keys:
    """Keys for the used rows of a scan that have none; count 0 when every row has its own."""
    made = sheet_type(table).made
    if not made:
        return Keys(rows, None, "", 0)
    key = quote(made[0])
    count = connection.execute(f"select count(*) filter ({key} is null) from {rows}").fetchone()[0]
    if not count:
        return Keys(rows, None, "", 0)
    if table in PERSONS:
        return Keys(rows, key, f"coalesce({key}, {_person(table)}) as {key}", count)
    hashed = f"'made-' || left(md5(concat_ws(chr(31), {_cells(table, made[0])})), 16)"
    seen = f"row_number() over (partition by {key} is null, {hashed} order by file_row_number)"
    numbered = f"(select *, {hashed} as made_key, {seen} as made_place from {rows})"
    suffixed = "made_key || case when made_place > 1 then '-' || made_place else '' end"
    return Keys(numbered, key, f"coalesce({key}, {suffixed}) as {key}", count, "order by file_row_number")


def _cells(table: str, key: str) -> str:
    names = LASTING.get(table) or [column.name for column in canonical_columns(table) if column.name != key]
    return ", ".join(f"coalesce({quote(name)}::varchar, '')" for name in names)


def _person(table: str) -> str:
    digits = "regexp_replace(phone, '[^0-9]', '', 'g')"
    phone = f"case when length({digits}) >= 6 then 'tel ' || {digits} end"
    place = ", ".join(f"lower({name})" for name in PLACE[table])
    return f"coalesce(email, {phone}, concat_ws(', ', lower(name), {place}))"
