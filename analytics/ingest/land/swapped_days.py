"""Days that a spreadsheet program took for months before the file came here.

Where the file had 13/05/2025 and the program expects the month first, it leaves that cell as text, and makes of
04/05/2025 a real date, the 5th of April. The real dates are then all of the 1st to 12th, beside texts that have a
larger number first.
"""

import duckdb

from analytics.ingest.land.expression import DATES, Leaf
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import quote
from analytics.ingest.receipt import Warned

# With fewer real dates it may be chance that all are of the 1st to 12th: (12 / 30.4) ** 4 is 2 in 100.
FEWEST_DATES = 4
TEXT = r"^([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ][0-9]{2,4}"


def swapped_days(connection: duckdb.DuckDBPyConnection, source: Source, plan: Plan) -> list[Warned]:
    """A warning for each date column that shows it."""
    leaves = {leaf.index: leaf for leaf in plan.leaves if leaf.kind in DATES}.values()
    return [told for leaf in leaves if (told := _column_told(connection, source, leaf))]


def _column_told(connection: duckdb.DuckDBPyConnection, source: Source, leaf: Leaf) -> Warned | None:
    first, second = (f"try_cast(regexp_extract(trim(x), '{TEXT}', {group}) as integer)" for group in (1, 2))
    real, late, texts, could, example = connection.execute(
        f"with cells as (select {leaf.cell} as x from {quote(source.sample)} where {leaf.cell} is not null), "
        f"parts as (select x, {first} as a, {second} as b, try_cast(x[:10] as date) as real from cells) "
        f"select count(distinct real), count(real) filter (day(real) > 12), count(a) filter (real is null), "
        f"count(a) filter (real is null and a <= 12 and b <= 12 and a <> b), min(x) filter (a > 12 and real is null) "
        f"from parts"
    ).fetchone()
    if real < FEWEST_DATES or late or not texts or could or not example:
        return None
    return Warned(
        "swapped_days",
        f"'{leaf.header}' holds real dates, all of the 1st to 12th of a month, beside texts such as '{example}': the "
        f"program that saved the file probably took the day for the month. Export it again and open it day first.",
    )
