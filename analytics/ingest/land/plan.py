"""What land will write for one sheet: each canonical column as an expression, and the cells that it reads."""

from dataclasses import dataclass, replace

from analytics.ingest.land.columns import CanonicalColumn, canonical_columns
from analytics.ingest.land.expression import Leaf, Scope, compiled
from analytics.ingest.recognise.header_text import normalise, unique_names
from analytics.ingest.recognise.known import sheet_type
from analytics.ingest.recognise.mapped import SAID


@dataclass(frozen=True)
class Planned:
    """One canonical column of the table: its SQL and the cells behind it; SQL `null` where the file has none."""

    column: CanonicalColumn
    kind: str
    sql: str
    leaves: tuple[Leaf, ...]
    is_given: bool

    @property
    def header(self) -> str:
        """What the user calls it: the header, or the canonical name where several headers make it."""
        return self.leaves[0].header if len({leaf.index for leaf in self.leaves}) == 1 else self.column.name

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header behind it, as the file writes them; its name in words where no header makes it."""
        return tuple(dict.fromkeys(leaf.header for leaf in self.leaves)) or (self.column.name.replace("_", " "),)


@dataclass(frozen=True)
class Plan:
    """One table to be written from one sheet.

    headers  : of the file, '' for none; names : the same made unique, as keys of raw text.
    planned  : every canonical column in order.
    needs    : headers that must be filled for a row to be made at all (row sets only).
    footers  : beginnings of lines that are no data; once : columns that count on the first row of their key only.
    heading_index : column of headings that stand alone above their rows.
    group_cell    : the cell of a name that stands again in the total below each group; None where none does.
    adds_up       : some lines of its orders are called total or tax.
    refund_mark   : the header that says yes to a refund or to a sale that was refunded; the rows tell which.
    """

    table: str
    headers: tuple[str, ...]
    names: tuple[str, ...]
    planned: tuple[Planned, ...]
    set_aside: tuple = ()
    needs: tuple[Leaf, ...] = ()
    footers: tuple[str, ...] = ()
    once: frozenset[str] = frozenset()
    heading_index: int | None = None
    refund_mark: str | None = None
    group_cell: str | None = None
    adds_up: bool = False

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        found = {leaf: None for planned in self.planned for leaf in planned.leaves}
        rules = {Leaf(self.headers.index(rule.header), rule.header, "text"): None for rule in self.set_aside}
        return tuple(found | rules | dict.fromkeys(self.needs))

    @property
    def required(self) -> tuple[Planned, ...]:
        made = sheet_type(self.table).made
        return tuple(one for one in self.planned if one.column.is_required and one.column.name not in made)

    @property
    def made(self) -> Planned | None:
        """The key that land makes where the file has none."""
        names = sheet_type(self.table).made
        return next((one for one in self.planned if one.column.name in names), None)

    def planned_as(self, name: str) -> Planned:
        return next(one for one in self.planned if one.column.name == name)


def plan(recognised, headers: tuple[str, ...]) -> Plan:
    """The plan of the sheet's own table.

    recognised : a Recognised whose required columns are all there.
    headers    : as `arranged` gives them.
    """
    kinds = sheet_type(recognised.sheet_type)
    matched = {
        match.column: Leaf(match.column_index, match.header, kinds.column(match.column).kind)
        for match in recognised.matches
        if match.column
    }
    rows = recognised.rows
    if rows.group_column is not None and rows.group_index is not None:
        matched[rows.group_column] = Leaf(len(headers) - 1, headers[-1], kinds.column(rows.group_column).kind)
    made = plan_of(recognised.sheet_type, recognised.derived | matched, headers)
    mark = _refund_mark(recognised, kinds)
    return replace(
        made if mark else replace(made, planned=_refunds_below_zero(made.planned)),
        set_aside=tuple(recognised.set_aside),
        footers=rows.footers,
        once=frozenset(rows.once_per[1]) if rows.once_per else frozenset(),
        heading_index=rows.group_index,
        group_cell=f"c{headers.index(rows.filled_below) + 1}" if rows.filled_below else None,
        refund_mark=mark,
    )


def _refund_mark(recognised, kinds) -> str | None:
    """The header of yes and no that may mark the sale as well as the refund; None where the owner said what it is."""
    marks = set(map(normalise, kinds.marks_of_sale))
    match = next((one for one in recognised.matches if one.column == "is_refund"), None)
    return match.header if match and match.why != SAID and normalise(match.header) in marks else None


def plan_of(table: str, expressions: dict, headers: tuple[str, ...]) -> Plan:
    scope, kinds = Scope(headers), {column.name: column.kind for column in sheet_type(table).columns}
    planned = []
    for column in canonical_columns(table):
        kind = kinds.get(column.name, "text")
        given = column.name in expressions
        sql, leaves = compiled(expressions[column.name], kind, scope) if given else ("null", ())
        planned.append(Planned(column, kind, sql, leaves, given))
    return Plan(table, headers, unique_names(headers), tuple(planned))


def _refunds_below_zero(planned: tuple[Planned, ...]) -> tuple[Planned, ...]:
    """A credit note is money given back, also where the file shows its amount and its cost without a sign."""
    given = {one.column.name: one for one in planned if one.is_given}
    told, revenue = given.get("is_refund"), given.get("revenue_amount")
    if told is None or revenue is None:
        return planned
    signs = {
        "revenue_amount": f"case when {told.sql} then -abs({revenue.sql}) else {revenue.sql} end",
    }
    if "cost_amount" in given:
        cost = given["cost_amount"].sql
        signs["cost_amount"] = f"case when {told.sql} and {revenue.sql} > 0 then -abs({cost}) else {cost} end"
    return tuple(replace(one, sql=signs.get(one.column.name, one.sql)) for one in planned)
