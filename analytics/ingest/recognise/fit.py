"""One sheet read as one sheet type: what each header is taken for, what is lacking, how much speaks for it."""

from dataclasses import replace

from analytics.ingest.recognise import cell_looks, derive
from analytics.ingest.recognise.fees_and_taxes import without_gross_of_tax, without_net_of_fees
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.house_numbers import with_house_number
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.matching import edges
from analytics.ingest.recognise.name_parts import with_plain_part, without_name_parts
from analytics.ingest.recognise.named_groups import filled_below, headed_by
from analytics.ingest.recognise.one_currency import without_mixed_currencies
from analytics.ingest.recognise.other_names import with_other_names
from analytics.ingest.recognise.outcomes import is_pipeline
from analytics.ingest.recognise.price_of_one import without_percent_prices
from analytics.ingest.recognise.recognised import Match, Recognised
from analytics.ingest.recognise.recurring import recurring_told
from analytics.ingest.recognise.row_amount import row_amount
from analytics.ingest.recognise.row_rules import (
    row_sets,
    rows_of,
    set_aside,
)
from analytics.ingest.recognise.sheet import Edge, Sheet
from analytics.ingest.recognise.told_amount import RowAmount, filled
from analytics.ingest.recognise.whose_name import assigned

FILE_NAME_LEAD = 2.0
# Score of a header that the columns beside it tell.
OTHERWISE = 97.0


def fit(sheet: Sheet, kind: SheetType) -> Recognised:
    """The sheet read as that type."""
    names = derive.Names(sheet.headers, with_plain_part(sheet, kind.parts))
    found = without_day_parts(without_name_parts(edges(sheet, kind), names), sheet, names)
    found = without_net_of_fees(meant_otherwise(found, sheet, kind, names), sheet, kind, names)
    found = without_mixed_currencies(without_gross_of_tax(found, sheet, kind, names), sheet)
    wanted = frozenset(kind.required) | {name for group in kind.one_of for name in group}
    chosen = assigned(sheet, kind, found, wanted)
    amount = row_amount(sheet, kind, chosen, names)
    filled = with_other_names(sheet, kind, found, chosen) | with_house_number(sheet, kind, chosen, names)
    used = {
        index: edge
        for index, edge in chosen.items()
        if edge.column.name not in filled and not is_replaced(edge, sheet.headers[index], kind, amount)
    }
    taken = {edge.column.name: sheet.headers[index] for index, edge in used.items()}
    derived = {
        column: expression
        for column, told in kind.derived.items()
        if column not in taken and (expression := derive.resolve(told, names)) is not None
    }
    derived = without_percent_prices(derived, sheet) | filled
    if amount.expression is not None:
        derived[kind.given_back.column] = amount.expression
    sets = row_sets(kind, taken | derived, sheet.headers)
    rows = rows_of(kind.tool, names, (amount.once_per, (kind.given_back.column,)) if amount.once_per else None)
    rules = set_aside(kind, names, derived, rows)
    if kind.tool is None and kind.given_back is not None:
        rows = replace(rows, filled_below=filled_below(sheet, chosen))
        if (place := headed_by(sheet, chosen)) is not None:
            rows = replace(rows, group_index=place, group_column="customer_name")
    given = taken.keys() | derived.keys() | {name for each in sets if each.table == kind.name for name in each.values}
    given |= {rows.group_column}
    return Recognised(
        sheet_type=kind.name,
        matches=tuple(match_of(index, header, used) for index, header in enumerate(sheet.headers)),
        missing=missing(kind, given, chosen, sheet),
        score=round(evidence(sheet, kind, chosen) + 0.5 * len(sets), 2),
        derived=derived,
        set_aside=tuple(rule for rule in rules if not rule.counts),
        looked_at=tuple(rule for rule in rules if rule.counts),
        row_sets=sets,
        rows=rows,
        tool=kind.tool.name if kind.tool else None,
        note=kind.tool.note if kind.tool else None,
        notes=(*amount.notes, *recurring_told(sheet, kind)),
        unclear=amount.unclear,
    )


def is_replaced(edge: Edge, header: str, kind: SheetType, amount: RowAmount) -> bool:
    """The cell alone is not the amount: something else is, or the owner has to say. Or it was taken off the amount."""
    if kind.given_back is None:
        return False
    is_told_otherwise = amount.expression is not None or amount.unclear is not None
    taken_off = (amount.expression or {}).get("less_given_back", ())
    is_amount = edge.column.name == kind.given_back.column
    return (is_amount and is_told_otherwise) or (edge.column.name == "is_refund" and header in taken_off)


def without_day_parts(found: list[Edge], sheet: Sheet, names: derive.Names) -> list[Edge]:
    """Beside a year and a month, 'Day' is the number of a day and no date."""
    parts = {names.find(part) for part in ("Year", "Month", "Day") if part in names.parts}
    if len(parts - {None}) < 3:
        return found
    numbers = {
        index
        for index, header in enumerate(sheet.headers)
        if header in parts and not any(map(cell_looks.is_date, sheet.cells[index]))
    }
    return [edge for edge in found if edge.column.kind != "time" or edge.header_index not in numbers]


def meant_otherwise(found: list[Edge], sheet: Sheet, kind: SheetType, names: derive.Names) -> list[Edge]:
    """Beside a day of payment, 'Startdatum' is no day of a sale; beside guests, 'Event' is what is wanted."""
    for rule in kind.meant_otherwise:
        if any(map(names.find, rule.beside)):
            known = set(map(normalise, rule.headers))
            named = {index for index, header in enumerate(sheet.headers) if normalise(header) in known}
            days = [sheet.headers.index(one) for one in map(names.find, rule.unless_of_one) if one]
            places = {index for index in named if not any(come_again_beside_one(sheet, index, day) for day in days)}
            found = [edge for edge in found if edge.header_index not in places]
            found += [named_edge(index, sheet, kind, rule.column) for index in places if rule.column]
    return found


def come_again_beside_one(sheet: Sheet, index: int, other: int) -> bool:
    """Each name comes again, always beside one cell of the other column: a fair has its day, weddings have many."""
    rows = filled(sheet.sample, (index, other))
    names = {row[index] for row in rows}
    return 2 * len(names) <= len(rows) and len({(row[index], row[other]) for row in rows}) == len(names)


def named_edge(index: int, sheet: Sheet, kind: SheetType, column: str) -> Edge:
    why = f"'{sheet.headers[index]}' is {column} by the columns beside it."
    return Edge(index, kind.column(column), OTHERWISE, why, is_accepted=True)


def match_of(index: int, header: str, chosen: dict[int, Edge]) -> Match:
    if index not in chosen:
        return Match(header, index, None, 0.0, "No known column has this name.")
    edge = chosen[index]
    return Match(header, index, edge.column.name, round(min(edge.score, 100.0), 1), edge.why, edge.is_accepted)


def missing(kind: SheetType, given: set[str], chosen: dict[int, Edge], sheet: Sheet) -> tuple[str, ...]:
    """Columns that must be there and are not; of a group of which one would do, the first."""
    meaningful = {edge.column.name for edge in chosen.values() if not edge.is_generic}
    lacking = [name for name in kind.required if name not in given]
    lacking += [group[0] for group in kind.one_of if not given.intersection(group)]
    if not lacking and not (kind.won_and_lost_tell and is_pipeline(sheet)):
        lacking = [group[0] for group in kind.telling if not meaningful.intersection(group)]
    return tuple(lacking)


def evidence(sheet: Sheet, kind: SheetType, chosen: dict[int, Edge]) -> float:
    """How much speaks for the type: telling columns count more, generic headers half, own words a little."""
    total = sum(edge.column.weight * edge.score / 100 * (0.5 if edge.is_generic else 1.0) for edge in chosen.values())
    own = sum(1 for index in chosen if kind.prefixes & set(normalise(sheet.headers[index]).split()))
    named = bool(kind.file_words & set(normalise(sheet.name).split()))
    is_alike = not set(map(normalise, kind.alike)).isdisjoint(map(normalise, sheet.headers))
    return total + min(own, 3) + is_alike + (FILE_NAME_LEAD if named else 0.0)
