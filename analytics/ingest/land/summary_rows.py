"""Rows that sum up or explain other rows: totals, headings, notes, the lines of a program below its table."""

from analytics.ingest.land.lacking import is_empty, is_null
from analytics.ingest.land.plan import Plan, Planned
from analytics.ingest.land.sql import any_of, literal
from analytics.ingest.land.words_of_rows import BETWEEN, GROUP_TOTAL, NUMBER_IS_TOTAL, REPORT_LINE, TOTAL_ROW


def is_heading(plan: Plan) -> str:
    """A heading alone on its row; the cell that land adds for the rows below it is empty there."""
    if plan.heading_index is None:
        return "false"
    own = f"c{plan.heading_index + 1}"
    return f"({own} is not null and ({filled_count(plan)}) = 1 and not starts_with(lower({own}), 'total'))"


def is_report_line(plan: Plan) -> str:
    """One cell is filled, with words that a program writes below its tables."""
    if len(plan.headers) < 3:
        return "false"
    cells = ", ".join(f"c{place + 1}" for place in range(len(plan.headers)))
    return f"(({filled_count(plan)}) = 1 and regexp_matches(coalesce({cells}), {literal(REPORT_LINE)}))"


def is_footer(plan: Plan) -> str:
    """A row whose first filled cell begins like a footer of this tool, and whose required cells are not all there."""
    if not plan.footers:
        return "false"
    first = f"lower(trim(coalesce({', '.join(f'c{place + 1}' for place in range(len(plan.headers)))})))"
    begins = any_of([f"starts_with({first}, {literal(text)})" for text in plan.footers if text != "total"])
    return f"({begins} and {any_of([is_null(one) for one in plan.required])})"


def filled_count(plan: Plan) -> str:
    return " + ".join(f"(c{place + 1} is not null)::integer" for place in range(len(plan.headers)))


def has_total_word(plan: Plan) -> str:
    """Some cell says that the row is a total."""
    cells = ", ".join(f"c{place + 1}" for place in range(len(plan.headers)))
    return f"regexp_matches(concat_ws('{BETWEEN}', {cells}), {literal(TOTAL_ROW)})"


def is_total(plan: Plan) -> str:
    """A word for a total in some cell, and no key or a required cell empty (or most cells, without keys)."""
    empty = [condition for one in plan.required for condition in (is_empty(one), is_word_for_total(one))]
    if plan.made is not None and plan.made.is_given:
        empty.append(is_null(plan.made))
    else:
        empty.append(f"({filled_count(plan)}) * 2 <= {len(plan.headers)}")
    says_total = has_total_word(plan)
    if plan.group_cell is not None:
        says_total = f"({says_total} or regexp_matches({plan.group_cell}, {literal(GROUP_TOTAL)}))"
    return f"(({says_total} and {any_of(empty)}) or {is_named_by_total(plan)})"


def is_named_by_total(plan: Plan) -> str:
    """A lead of which nothing but the number is known, and that is a word for a total: see nameless.py."""
    if plan.table != "leads" or not plan.planned_as("lead_id").is_given:
        return "false"
    return f"(name = lead_id and regexp_matches(lead_id, {literal(NUMBER_IS_TOTAL)}))"


def is_word_for_total(one: Planned) -> str:
    """The cell where a date or number should stand says that the row is a total."""
    words = " or ".join(f"regexp_matches({leaf.cell}, {literal(TOTAL_ROW)})" for leaf in one.leaves if leaf.can_fail)
    return f"({is_null(one)} and ({words or 'false'}))"


def is_note(plan: Plan) -> str:
    """At most one cell is filled, and what is required is not."""
    lacking = any_of([is_null(one) for one in plan.required])
    return f"({lacking} and {filled_count(plan)} <= 1)" if len(plan.headers) > 2 else "false"
