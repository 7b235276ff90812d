"""How a row is told that lacks what every row needs: a cell that is empty, or one that could not be read."""

from collections.abc import Sequence

from analytics.ingest.land.expression import DATES, NUMBERS, Leaf
from analytics.ingest.land.plan import Plan, Planned
from analytics.ingest.land.sql import literal

FAILED = "' in '{header}' is an error of the spreadsheet program."
MEANING = {**dict.fromkeys(NUMBERS, "a number"), **dict.fromkeys(DATES, "a date"), "boolean": "yes or no"}


def is_null(one: Planned) -> str:
    return f'"{one.column.name}" is null'


def group_words(plan: Plan, group: tuple[str, ...]) -> str:
    return empty_words(_headers(plan, group))


def empty_words(headers: Sequence[str]) -> str:
    """'First name' and 'Last name' are empty."""
    told = " and ".join(f"'{header}'" for header in headers)
    return f"{told} {'is' if len(headers) == 1 else 'are'} empty."


def _headers(plan: Plan, group: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(header for name in group for header in plan.planned_as(name).headers))


def lacking_group(plan: Plan, group: tuple[str, ...]) -> str:
    """Missing, or an error of a spreadsheet program in place of the first cell that would have done."""
    missing = told_as("missing_required", group_words(plan, group), _headers(plan, group)[0])
    leaves = {leaf.index: leaf for name in group for leaf in plan.planned_as(name).leaves}.values()
    failed = " ".join(f"when is_sheet_error(trim({leaf.cell})) then {failed_cell(leaf)}" for leaf in leaves)
    return f"case {failed} else {missing} end" if failed else missing


def failed_cell(leaf: Leaf) -> str:
    quote = literal("'")
    words = f"concat({quote}, {leaf.cell}, {literal(FAILED.replace('{header}', leaf.header))})"
    told = f"'code', 'unread_required', 'reason', {words}, 'column', {literal(leaf.header)}, 'value', {leaf.cell}"
    return f"json_object({told})"


def is_empty(one: Planned) -> str:
    """No cell behind the column holds anything."""
    cells = " and ".join(f"is_placeholder({leaf.cell})" for leaf in one.leaves) or "true"
    return f"({is_null(one)} and {cells})"


def lacking(one: Planned) -> str:
    """Missing when no cell behind it is filled, else unread with the value."""
    value = f"concat_ws(' ', {', '.join(leaf.cell for leaf in one.leaves)})" if one.leaves else "null"
    header, told = one.headers[0], " and ".join(f"'{each}'" for each in one.headers)
    missing = told_as("missing_required", empty_words(one.headers), header)
    before, after = literal("'"), literal(f"' in {told} cannot be read as {MEANING.get(one.kind, 'text')}.")
    failed = literal(FAILED.replace("'{header}'", told))
    end = f"case when is_sheet_error(trim({value})) then {failed} else {after} end"
    said = f"{before} || substr({value}, 1, 200) || {end}"
    unread = f"json_object('code', 'unread_required', 'reason', {said}, 'column', {literal(header)}, 'value', {value})"
    return f"case when {is_empty(one)} then {missing} else {unread} end"


def told_as(code: str, words: str, column: str | None = None, value: str = "null") -> str:
    told = f"'code', {literal(code)}, 'reason', {literal(words)}, 'column', {literal(column)}, 'value', {value}"
    return f"json_object({told})"
