"""The format of every cell of a plan, and what must be said about the choice."""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from analytics.errors import AmbiguousDates
from analytics.ingest.clean.day_order import Open, OrderEvidence
from analytics.ingest.clean.decimal_mark import NumberEvidence, number_format
from analytics.ingest.clean.format import BOOLEAN, COMMA, PLAIN, POINT, SCORE, Format
from analytics.ingest.land.day_evidence import order_evidence
from analytics.ingest.land.expression import DATES, NUMBERS, Leaf
from analytics.ingest.land.formats import Look, choose_date, looks, number_evidence, text_format
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.source import Source
from analytics.ingest.receipt import Warned

Orders = dict[tuple[str, str], str | Open]


@dataclass(frozen=True)
class Chosen:
    """Format of every leaf of a plan, and what to tell the user about it."""

    formats: dict[Leaf, Format]
    warnings: tuple[Warned, ...]


def date_evidence(connection: duckdb.DuckDBPyConnection, source: Source, plan: Plan) -> list[OrderEvidence]:
    """What the date columns of a sheet say about day and month; all rows are asked where the sample is silent."""
    quick, whole = looks(connection, source)
    found = []
    for leaf in plan.leaves:
        if leaf.kind in DATES:
            one = order_evidence(quick, leaf)
            silent = any(each.order is None and each.open for each in one)
            found += order_evidence(whole, leaf) if silent and not source.is_whole else one
    return found


def refuse_open_dates(orders: Orders, plan: Plan) -> None:
    """Raises AmbiguousDates when a date column of the plan cannot be read without asking."""
    headers = {leaf.header for leaf in plan.leaves if leaf.kind in DATES}
    for (header, _), order in orders.items():
        if header in headers and isinstance(order, Open):
            raise AmbiguousDates(
                what=f"'{order.example}' in column '{header}' can be two different days, and no other date of "
                f"the file tells which.",
                fix="Say whether the day or the month comes first: choose it on the upload page, or load the "
                "file with --day-first or --month-first.",
            )


def choose(look: Look, plan: Plan, orders: Orders, dialect: dict) -> Chosen:
    """Formats by what the rows of `look` hold. dialect : of the file, {} for a workbook."""
    numbers = [leaf for leaf in plan.leaves if leaf.kind in NUMBERS]
    formats, warnings = _choose_numbers(look, numbers, dialect)
    for leaf in plan.leaves:
        if leaf.kind in DATES:
            formats[leaf] = choose_date(look, leaf, orders)
        elif leaf.kind == "boolean":
            formats[leaf] = BOOLEAN
        elif leaf.kind not in NUMBERS:
            formats[leaf] = text_format(look, leaf)
    return Chosen(formats, tuple(warnings))


def _choose_numbers(look: Look, leaves: list[Leaf], dialect: dict) -> tuple[dict[Leaf, Format], list[Warned]]:
    found = {leaf: number_evidence(look, leaf) for leaf in leaves}
    beside = _told(found.values())
    formats, warnings = {}, []
    for leaf, evidence in found.items():
        chosen = number_format(evidence, beside or _hint(evidence, dialect), leaf.kind in {"money", "part"})
        if leaf.kind == "score" and max(evidence.point, evidence.comma) < evidence.filled:
            chosen = SCORE
        formats[leaf] = chosen
        if evidence.is_open and beside is None and dialect:
            warnings.append(_ambiguous(leaf, evidence, chosen))
    return formats, warnings


def _told(evidence: Iterable[NumberEvidence]) -> Format | None:
    """What the columns that tell it agree on."""
    told = {POINT if one.point_only > one.comma_only else COMMA for one in evidence if one.point_only != one.comma_only}
    return told.pop() if len(told) == 1 else None


def _hint(evidence: NumberEvidence, dialect: dict) -> Format | None:
    """A workbook holds numbers as programs write them; a file with semicolons is from where the comma is decimal."""
    if not dialect:
        return POINT if evidence.open_point else None
    comma = dialect.get("decimal_hint") == "," or dialect.get("delimiter") == ";"
    return COMMA if comma and evidence.open_point else None


def _ambiguous(leaf: Leaf, evidence: NumberEvidence, chosen: Format) -> Warned:
    value = evidence.example or ""
    kept = value if chosen in (POINT, PLAIN) else value.replace(",", ";").replace(".", ",").replace(";", ".")
    is_thousand = ("," in value) == (chosen in (POINT, PLAIN))
    meaning = "thousands" if is_thousand else "a decimal part"
    return Warned(
        "ambiguous_number",
        f"Column '{leaf.header}' holds numbers such as '{value}' that can be read two ways; it was read as {meaning} "
        f"({kept.replace(',', '')}).",
    )
