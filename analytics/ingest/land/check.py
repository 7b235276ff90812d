"""What the written files say about themselves: sums that must reconcile, the period, cells that were not read."""

from pathlib import Path

import duckdb

from analytics.ingest.clean.format import Format
from analytics.ingest.land.expression import DATES, Leaf
from analytics.ingest.land.plan import Plan, Planned
from analytics.ingest.land.write import Written
from analytics.ingest.receipt import Warned

# The column that tells when a row happened, where it is not the first required date.
TIME = {"deals": "opened_at", "customers": "created_date", "referrals": "given_at"}
FAR_YEARS = 10
SUMS = "select coalesce(sum(columns($names)), 0)::varchar from read_parquet($file)"
SUMS_SET_ASIDE = """
select coalesce(sum(columns($names)), 0)::varchar
from read_parquet($file, file_row_number = true)
where file_row_number in (select place from judged where told is not null)
"""
PERIOD = """
select min(columns([$name]))::date::varchar, max(columns([$name]))::date::varchar
from read_parquet($file)
"""
YEARS = "select year(min(columns([$name]))), year(max(columns([$name]))) from read_parquet($file)"
FAR_AWAY = """
select count(*), min(day)::date::varchar
from (select columns([$name])::timestamp as day from read_parquet($file))
cross join (select median(columns([$name])::timestamp) as middle from read_parquet($file))
where day > middle + to_years($years) or day < middle - to_years($years)
"""


def totals(connection: duckdb.DuckDBPyConnection, plan: Plan, stage: Path) -> dict[str, dict[str, str]]:
    """Sum of each money column over all rows of the scan, exact."""
    money = _money(plan)
    return {
        _label(one, money): {"in": value}
        for one, value in zip(money, _sums(connection, money, SUMS, stage), strict=True)
    }


def add_set_aside(
    connection: duckdb.DuckDBPyConnection, plan: Plan, written: Written, stage: Path, sums: dict
) -> dict[str, dict[str, str]]:
    """The sums with those of the rows that were judged not to be used."""
    money = _money(plan)
    if not money or written.rejects is None:
        return {label: each | {"set_aside": "0.00"} for label, each in sums.items()}
    aside = _sums(connection, money, SUMS_SET_ASIDE, stage)
    return {label: each | {"set_aside": value} for (label, each), value in zip(sums.items(), aside, strict=True)}


def _money(plan: Plan) -> list[Planned]:
    return [one for one in plan.planned if one.is_given and one.column.type == "decimal(18,2)"]


def _sums(connection: duckdb.DuckDBPyConnection, money: list[Planned], sql: str, file: Path) -> list[str]:
    """Sum of each column over the rows of the file, as text with cents; sql : SUMS or SUMS_SET_ASIDE."""
    if not money:
        return []
    names = [one.column.name for one in money]
    found = connection.execute(sql, {"names": names, "file": str(file)})
    # They come in the order of the file.
    sums = dict(zip((column[0] for column in found.description), found.fetchone(), strict=True))
    return [with_cents(sums[name]) for name in names]


def _label(one: Planned, among: list[Planned]) -> str:
    """The header, or the canonical name where two columns come from one header."""
    return one.header if [other.header for other in among].count(one.header) == 1 else one.column.name


def reconcile(
    connection: duckdb.DuckDBPyConnection, plan: Plan, written: Written, sums: dict
) -> dict[str, dict[str, str]]:
    """The sums with what was used, read back from the final file; asserts that no cent is lost."""
    used = _sums(connection, _money(plan), SUMS, written.parquet)
    told = {label: each | {"used": value} for (label, each), value in zip(sums.items(), used, strict=True)}
    for label, each in told.items():
        assert _cents(each["in"]) == _cents(each["used"]) + _cents(each["set_aside"]), f"{label} does not reconcile"
    return told


def with_cents(text: str) -> str:
    """The sum of no rows has no decimals; every sum is told with two."""
    return text if "." in text else f"{text}.00"


def _cents(text: str) -> int:
    """Decimal text with two places as whole cents."""
    return int(text.replace(".", ""))


def period(connection: duckdb.DuckDBPyConnection, plan: Plan, written: Written) -> dict[str, str] | None:
    """First and last day of the column that tells when a row happened."""
    column = time_column(plan)
    if column is None:
        return None
    asked = {"name": column.column.name, "file": str(written.parquet)}
    first, last = connection.execute(PERIOD, asked).fetchone()
    return {"first": first, "last": last} if first else None


def time_column(plan: Plan) -> Planned | None:
    dates = [one for one in plan.planned if one.is_given and one.kind in DATES]
    named = [one for one in dates if one.column.name == TIME.get(plan.table)]
    return next(iter(named or [one for one in dates if one.column.is_required] or dates), None)


def odd_dates(connection: duckdb.DuckDBPyConnection, plan: Plan, written: Written) -> list[Warned]:
    """A warning for each date column with days more than ten years away from nearly all others."""
    found = []
    for one in plan.planned:
        if not (one.is_given and one.kind in DATES and written.rows_used):
            continue
        asked = {"name": one.column.name, "file": str(written.parquet)}
        first, last = connection.execute(YEARS, asked).fetchone()
        if first is None or last - first <= FAR_YEARS:
            continue
        count, example = connection.execute(FAR_AWAY, asked | {"years": FAR_YEARS}).fetchone()
        if 0 < count <= max(5, written.rows_used // 50):
            found.append(
                Warned(
                    "odd_dates",
                    f"{rows_word(count)} of '{one.header}' more than {FAR_YEARS} years from the others, such as "
                    f"{example}.",
                )
            )
    return found


def rows_word(count: int) -> str:
    return "1 date" if count == 1 else f"{count:,} dates"


def format_texts(plan: Plan, formats: dict[Leaf, Format]) -> dict[str, str]:
    """Canonical column -> how it was read, for the columns that have to be read."""
    told = {}
    for one in plan.planned:
        labels = list(dict.fromkeys(formats[leaf].label for leaf in one.leaves))
        if one.is_given and labels:
            told[one.column.name] = "; ".join(labels)
    return told
