"""Plans of the further rows that one row of a file makes: one per stage column, one per count column."""

from dataclasses import replace

from analytics.ingest.land.expression import Leaf, Scope
from analytics.ingest.land.plan import Plan, plan_of
from analytics.ingest.recognise.known import sheet_type


def row_set_plans(recognised, headers: tuple[str, ...]) -> tuple[Plan, ...]:
    """One plan for each further kind of row that one row of the file makes."""
    scope = Scope(headers)
    return tuple(
        replace(
            plan_of(each.table, _as_leaves(each, recognised, headers), headers),
            set_aside=tuple(recognised.set_aside),
            needs=tuple(scope.leaf(header, "text") for header in each.needs),
            footers=recognised.rows.footers,
        )
        for each in recognised.row_sets
    )


def _as_leaves(row_set, recognised, headers: tuple[str, ...]) -> dict:
    """The values of a row set with matched headers at their own place, for headers that occur twice."""
    places = {match.header: match.column_index for match in recognised.matches if match.column}
    kinds = {column.name: column.kind for column in sheet_type(row_set.table).columns}
    return {
        column: Leaf(places[value], value, kinds.get(column, "text"))
        if isinstance(value, str) and value in places
        else value
        for column, value in row_set.values.items()
    }
