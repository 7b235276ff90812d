"""Why a row of a file is no row of the table: totals, repeated headers, notes, rules of a tool, missing values.

`candidate` is cheap and asked of every row; `reason` only of the rows it lets through.
"""

from analytics.ingest.land.lacking import is_null, lacking, lacking_group, told_as
from analytics.ingest.land.plan import Plan, Planned
from analytics.ingest.land.sql import any_of, is_one_of, literal, says_one_of
from analytics.ingest.land.summary_rows import (
    is_footer,
    is_heading,
    is_named_by_total,
    is_note,
    is_report_line,
    is_total,
)
from analytics.ingest.land.words_of_rows import (
    REPORT_STARTS,
    TOTAL_STARTS,
    names_a_sum,
)
from analytics.ingest.recognise.known import sheet_type

# Places of the sales whose money came back, as refunds.py finds them.
REFUNDED = "refunded_sales"
# Places of the lines that add up other lines, as added_lines.py finds them.
ADDED = "added_lines"


def reason(plan: Plan) -> str:
    """SQL of why a row is set aside, as JSON {code, reason, column, value}; null for a row that is used.

    It stands over canonical columns, cells c1 ... cn and leaves, and is slow: for rows that `candidate` lets through.
    """
    branches = [
        f"when {_repeated(plan)} then {told_as('repeated_header', 'The header of the table stands here again.')}",
        *[f"when {_holds(plan, rule)} then {_ruled(plan, rule)}" for rule in plan.set_aside],
        *_refunded(plan),
        *_added_up(plan),
        f"when {is_heading(plan)} then {told_as('group_heading', 'A heading above the rows that belong to it.')}",
        f"when {is_report_line(plan)} then {told_as('note', 'A line below the table.')}",
        f"when {is_footer(plan)} then {told_as('note', 'A line below the table.')}",
        f"when {is_total(plan)} then {told_as('total_row', 'A total or another summary of other rows.')}",
        f"when {is_note(plan)} then {told_as('note', 'A line of text, not a row of the table.')}",
        *[f"when {is_null(one)} then {lacking(one)}" for one in plan.required],
        *[f"when {_none_of(plan, group)} then {lacking_group(plan, group)}" for group in _groups(plan)],
    ]
    return f"case {' '.join(branches)} end"


def _refunded(plan: Plan) -> list[str]:
    """The sales that refunds.py found to be marked as given back."""
    if plan.refund_mark is None:
        return []
    why = told_as("refunded", "This row was refunded.", plan.refund_mark, _cell(plan, plan.refund_mark))
    return [f"when row_number in (select place from {REFUNDED}) then {why}"]


def _added_up(plan: Plan) -> list[str]:
    """The lines of an order that added_lines.py found to add up or to tax its other lines."""
    if not plan.adds_up:
        return []
    total = told_as("total_row", "The sum of the other lines of its order.")
    tax = told_as("not_a_sale", "The tax on the other lines of its order.")
    return [
        f"when row_number in (select place from {ADDED} where not is_tax) then {total}",
        f"when row_number in (select place from {ADDED} where is_tax) then {tax}",
    ]


def _ruled(plan: Plan, rule) -> str:
    return told_as(rule.code, f"This row {rule.reason}.", rule.header, _cell(plan, rule.header))


def candidate(plan: Plan) -> str:
    """Condition that is true for every row that may be set aside, cheap enough for every row of a file."""
    return any_of(_candidates(plan))


def _candidates(plan: Plan) -> list[str]:
    found = [is_null(one) for one in plan.required]
    found += [_rule(plan, rule) for rule in plan.set_aside]
    found += [_none_of(plan, group) for group in _groups(plan)]
    found.append(is_named_by_total(plan))
    found += [names_a_sum("product")] if plan.adds_up else []
    # A discount of a refunded sale goes with it.
    found += ["is_refund", "revenue_amount < 0"] if plan.refund_mark else []
    first = _first_given(plan)
    if first is not None:
        found.append(f"{first.leaves[0].cell} = {literal(first.leaves[0].header)}")
    if plan.made is not None and plan.made.is_given:
        found.append(is_null(plan.made))
    elif first is not None:
        starts = [*TOTAL_STARTS, *(REPORT_STARTS[at : at + 5] for at in range(0, len(REPORT_STARTS), 6))]
        found += [is_one_of(f"lower(substr({cell}, 1, 5))", starts) for cell in {first.leaves[0].cell, "c1"}]
    return found


def _first_given(plan: Plan) -> Planned | None:
    """The column that says best what a row is about: a text that the file gives and that one cell holds."""
    return next((one for one in plan.planned if one.is_given and one.leaves and one.column.type == "varchar"), None)


def _cell(plan: Plan, header: str) -> str:
    return f"c{plan.headers.index(header) + 1}"


def _rule(plan: Plan, rule) -> str:
    value = f"v{plan.headers.index(rule.header) + 1}_text"
    said = says_one_of(value, rule.values) if rule.values else f"{value} is not null"
    return f"(revenue_amount < 0 and {said})" if rule.below_zero else said


def _holds(plan: Plan, rule) -> str:
    """The rule, save for a cell that says that money was taken all the same."""
    if not rule.charged:
        return _rule(plan, rule)
    cell = f"trim({_cell(plan, rule.header)})"
    spoken = f"regexp_replace({cell}, {literal(f'(?i){rule.silent}')}, '', 'g')" if rule.silent else cell
    said = (f"regexp_matches({spoken}, {literal(f'(?i){told}')})" for told in (rule.charged, rule.not_charged or "$^"))
    says, denies = said
    return f"({_rule(plan, rule)} and not ({says} and not {denies}))"


def _groups(plan: Plan) -> list[tuple[str, ...]]:
    """Groups of columns of which one would do, as far as the file has them."""
    given = {one.column.name for one in plan.planned if one.is_given}
    return [
        tuple(name for name in group if name in given)
        for group in sheet_type(plan.table).one_of
        if given.intersection(group)
    ]


def _none_of(plan: Plan, group: tuple[str, ...]) -> str:
    return "(" + " and ".join(f'"{name}" is null' for name in group) + ")"


def _repeated(plan: Plan) -> str:
    """At least two cells, and at least half of those that have a header, hold the header itself."""
    named = [(place, header) for place, header in enumerate(plan.headers) if header]
    same = " + ".join(f"coalesce((trim(c{place + 1}) = {literal(header)})::integer, 0)" for place, header in named)
    return f"({same} >= {max(min(2, len(named)), (len(named) + 1) // 2)})"
