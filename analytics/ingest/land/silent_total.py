"""A last row that adds up the rows above without saying so: 'total row' is then the reason why it is set aside."""

from pathlib import Path

import duckdb

from analytics.ingest.land.judge import JUDGED, staged
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.sql import literal, quote

TOLD = '{"code": "total_row", "reason": "The sum of the rows above.", "column": null, "value": null}'
FEWEST_ABOVE = 2


def tell_silent_total(connection: duckdb.DuckDBPyConnection, plan: Plan, stage: Path) -> None:
    """Correct the reason of the last row where it lacks what each row needs and its amounts are those above it added.

    stage : file of the scan. Only a row that is set aside already is looked at: a row that has all it needs is a row.
    """
    added = [one for one in plan.planned if one.is_given and one.column.type.startswith(("decimal", "bigint"))]
    last = connection.execute(
        f"select max(place) from {JUDGED} where told->>'code' in ('missing_required', 'note') "
        f"and place = (select max(file_row_number) from {staged(stage)})"
    ).fetchone()[0]
    if last is None or not added or last < FEWEST_ABOVE:
        return
    names = [quote(one.column.name) for one in added]
    above = ", ".join(f"sum({name}) filter (file_row_number < {int(last)})" for name in names)
    own = ", ".join(f"max({name}) filter (file_row_number = {int(last)})" for name in names)
    found = connection.execute(f"select {above}, {own} from {staged(stage)}").fetchone()
    pairs = [pair for pair in zip(found[: len(names)], found[len(names) :], strict=True) if pair[1] is not None]
    if pairs and all(sum_above == value and value != 0 for sum_above, value in pairs):
        connection.execute(f"update {JUDGED} set told = {literal(TOLD)}::json where place = {int(last)}")
