"""The one scan: text cells in, canonical Parquet out.

A row with a cell that was not read, or that may have to be set aside, carries all its cells in `unread`. Only such rows
are looked at again (judge.py), so that nothing but the reading itself is asked of every row.
"""

from dataclasses import dataclass

from analytics.ingest.clean.format import Format
from analytics.ingest.land.expression import NUMBERS, Leaf
from analytics.ingest.land.plan import Plan, Planned
from analytics.ingest.land.reasons import candidate
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import any_of, literal, quote


@dataclass(frozen=True)
class Origin:
    """Where rows come from: sha256 of the upload and name of the sheet."""

    upload_id: str
    sheet: str | None


def leaf_value(leaf: Leaf, chosen: Format) -> str:
    """SQL of the cell as a value of its kind."""
    text = chosen.expression.replace("{x}", leaf.cell)
    if leaf.kind == "count":
        return f"whole(try_cast({text} as decimal(18,3)))"
    return f"try_cast({text} as {NUMBERS[leaf.kind]})" if leaf.kind in NUMBERS else text


def fails(leaf: Leaf) -> str:
    """Condition: the cell is filled but not read (a placeholder counts as read). A text fails where an error stands."""
    if not leaf.can_fail:
        return f"({leaf.value} is null and is_sheet_error(trim({leaf.cell})))"
    return f"({leaf.cell} is not null and {leaf.value} is null and not is_placeholder({leaf.cell}))"


def may_fail(leaf: Leaf) -> str:
    """The cheap half of `fails`, for every row."""
    return f"({leaf.cell} is not null and {leaf.value} is null)" if leaf.can_fail else fails(leaf)


def scan(plan: Plan, formats: dict[Leaf, Format], source: Source, origin: Origin) -> str:
    """The select that land copies to Parquet: canonical columns, origin, cells of rows to be looked at again."""
    number = "row_number" if source.first_row_number is None else "null::bigint as row_number"
    offset = "null::bigint" if source.first_row_number is None else f"{int(source.first_row_number)}::bigint"
    rows = f"select *, {number} from {quote(source.rows)}" if source.first_row_number else quote(source.rows)
    doubt = any_of([candidate(plan), *[may_fail(leaf) for leaf in plan.leaves]])
    names = ", ".join(quote(one.column.name) for one in plan.planned)
    return (
        f"select {names}, {literal(origin.upload_id)} as upload_id, {literal(origin.sheet)}::varchar as sheet, "
        f"row_number, "
        f"{offset} as row_offset, case when {doubt} then json_array({', '.join(cells(plan))})::varchar end as unread\n"
        f"from ({typed(plan, formats, rows)})"
    )


def cells(plan: Plan) -> list[str]:
    """The columns of text of one row, and whether it is the first of its key where that is asked."""
    return [f"c{place + 1}" for place in range(len(plan.headers))] + (["is_first"] if plan.once else [])


def typed(plan: Plan, formats: dict[Leaf, Format], rows: str) -> str:
    """Select of the canonical columns, the read leaves, the cells and row_number over rows of text."""
    values = [f"{leaf_value(leaf, formats[leaf])} as {leaf.value}" for leaf in plan.leaves]
    filled = " and ".join(f"{leaf.value} is not null" for leaf in plan.needs) or "true"
    columns = ", ".join(f"{_final(plan, one)} as {quote(one.column.name)}" for one in plan.planned)
    kept = ", ".join([leaf.value for leaf in plan.leaves] + cells(plan))
    relation = rows if rows.startswith('"') else f"({rows})"
    inner = f"select {', '.join([*values, *cells(plan), 'row_number'])} from {relation}"
    return f"select {columns}, {kept}, row_number from ({inner}) where {filled}"


def _final(plan: Plan, one: Planned) -> str:
    """The expression as the type of its column."""
    cast = "cast" if one.column.type == "varchar" else "try_cast"
    sql = f"{cast}({one.sql} as {one.column.type})"
    return f"case when is_first then {sql} else 0 end" if one.column.name in plan.once else sql
