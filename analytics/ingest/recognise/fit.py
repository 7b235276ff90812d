"""One sheet read as one sheet type: what each header is taken for, what is lacking, how much speaks for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from analytics.ingest.recognise import derive
from analytics.ingest.recognise.assignment import assign
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import SheetType, sheet_type
from analytics.ingest.recognise.matching import Edge, Sheet, edges
from analytics.ingest.recognise.row_amount import RowAmount, row_amount
from analytics.ingest.recognise.row_rules import (
    ResolvedRowSet,
    ResolvedSetAside,
    Rows,
    row_sets,
    rows_of,
    set_aside,
)

FILE_NAME_LEAD = 2.0
# Card terminals approve and decline payments, and customers accept and refuse: only these words tell a pipeline alone.
PLAIN_OUTCOMES = (
    *("won", "closed won", "gewonnen", "gagné", "gagnée", "ganado", "ganada"),
    *("lost", "closed lost", "verloren", "perdu", "perdue", "perdido", "perdida"),
)


@dataclass(frozen=True)
class Match:
    """What one header was taken for; column is None when it is not used. is_accepted : by name, not by likeness."""

    header: str
    column_index: int
    column: str | None
    score: float
    why: str
    is_accepted: bool = False


@dataclass(frozen=True)
class Recognised:
    """What a sheet is and how land makes canonical rows of it.

    matches   : one per header, in the order of the file.
    missing   : required columns that nothing gives; () unless it comes from `propose`.
                Ids that can be made never stand here.
    also      : other sheet types that it could be, best first, with their scores.
    derived   : canonical column -> expression (derive.py says how to read one) for columns that no single header gives.
    set_aside : rows that must not be counted.
    row_sets  : further rows to make of each row; when one is of the sheet type itself, the plain row is not landed.
    rows      : how rows belong together.
    tool      : the export of a known tool, such as "Shopify orders".
    note      : what the owner should know about the numbers.
    notes     : (code, sentence) of what was judged from the cells.
    unclear   : what the owner has to say before an amount can be read, or None.
    """

    sheet_type: str
    matches: tuple[Match, ...]
    missing: tuple[str, ...]
    score: float
    also: tuple[tuple[str, float], ...] = ()
    derived: dict = field(default_factory=dict)
    set_aside: tuple[ResolvedSetAside, ...] = ()
    row_sets: tuple[ResolvedRowSet, ...] = ()
    rows: Rows = Rows()
    tool: str | None = None
    note: str | None = None
    notes: tuple[tuple[str, str], ...] = ()
    unclear: str | None = None

    @property
    def columns(self) -> dict[str, str]:
        """Header -> canonical column for every header that is used, in derived columns and row sets too."""
        parts: dict[str, str] = {}
        for column, expression in self.derived.items():
            for header in derive.headers_in(expression):
                parts.setdefault(header, column)
        for one in self.row_sets:
            table = "" if one.table == self.sheet_type else f"{one.table}."
            (header,) = one.needs
            parts[header] = table + next(column for column, cell in one.values.items() if cell == header)
        return parts | {match.header: match.column for match in self.matches if match.column}


def fit(sheet: Sheet, kind: SheetType) -> Recognised:
    """The sheet read as that type."""
    names = derive.Names(sheet.headers, kind.parts)
    found = without_net_of_fees(without_name_parts(edges(sheet, kind), names), sheet, kind, names)
    chosen = assign(found, frozenset(kind.required) | {name for group in kind.one_of for name in group})
    amount = row_amount(sheet, kind, chosen, names)
    used = {index: edge for index, edge in chosen.items() if not is_replaced(edge, sheet.headers[index], kind, amount)}
    taken = {edge.column.name: sheet.headers[index] for index, edge in used.items()}
    derived = {
        column: expression
        for column, told in kind.derived.items()
        if column not in taken and (expression := derive.resolve(told, names)) is not None
    }
    if amount.expression is not None:
        derived[kind.given_back.column] = amount.expression
    sets = row_sets(kind, taken | derived, sheet.headers)
    rows = rows_of(kind.tool, names, (amount.once_per, (kind.given_back.column,)) if amount.once_per else None)
    given = taken.keys() | derived.keys() | {name for each in sets if each.table == kind.name for name in each.values}
    given |= {rows.group_column}
    return Recognised(
        sheet_type=kind.name,
        matches=tuple(match_of(index, header, used) for index, header in enumerate(sheet.headers)),
        missing=missing(kind, given, chosen, sheet),
        score=round(evidence(sheet, kind, chosen) + 0.5 * len(sets), 2),
        derived=derived,
        set_aside=set_aside(kind.set_aside, names, derived),
        row_sets=sets,
        rows=rows,
        tool=kind.tool.name if kind.tool else None,
        note=kind.tool.note if kind.tool else None,
        notes=amount.notes,
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


def without_name_parts(found: list[Edge], names: derive.Names) -> list[Edge]:
    """Beside a first and a last name, 'Nom' is the last name and 'Company' the company: neither is the whole name."""
    parts = {names.find(part) for part in ("First name", "Last name") if part in names.parts}
    if len(parts - {None}) < 2:
        return found
    companies = {edge.header_index for edge in found if edge.column.name == "company"}
    apart = companies | {index for index, header in enumerate(names.headers) if header in parts}
    return [edge for edge in found if edge.column.name != "name" or edge.header_index not in apart]


def without_net_of_fees(found: list[Edge], sheet: Sheet, kind: SheetType, names: derive.Names) -> list[Edge]:
    """Where net is gross less a fee, it is what the payment service left of a sale, not the sale."""
    told = kind.after_fees
    if not told or not any(map(names.find, told["fees"])):
        return found
    nets, fees, taxes = (places_of(told[key], names) for key in ("nets", "fees", "taxes"))
    amounts = {edge.header_index for edge in found if edge.column.name == told["column"]}
    pairs = [(gross, net) for gross in amounts - nets for net in amounts & nets]
    after_fees = {net for gross, net in pairs if leaves(sheet, gross, fees, net)}
    after_taxes = {net for gross, net in pairs if leaves(sheet, gross, taxes, net)}
    apart = after_fees - after_taxes
    return [edge for edge in found if edge.column.name != told["column"] or edge.header_index not in apart]


def places_of(wanted: Sequence[str], names: derive.Names) -> set[int]:
    headers = set(map(names.find, wanted))
    return {index for index, header in enumerate(names.headers) if header in headers}


def leaves(sheet: Sheet, gross: int, parts: set[int], net: int) -> bool:
    """Gross less one of these parts, or less all of them, is net in most rows where some part is not zero."""
    rows = [[cents(row[at]) if at < len(row) else 0 for at in (gross, net, *parts)] for row in sheet.sample]
    told = [row for row in rows if any(row[2:])]
    fitting = [row for row in told if row[0] - row[1] in {sum(row[2:]), *row[2:]}]
    return 2 * len(fitting) > len(told)


def cents(cell: str | None) -> int:
    """An amount without its sign in cents, whichever mark divides it; 0 where there is none."""
    digits = "".join(one for one in cell or "" if one.isdecimal() or one in ".,")
    whole, mark, part = max(digits.rpartition("."), digits.rpartition(","), key=lambda parts: len(parts[0]))
    if not mark or len(part) > 2:
        whole, part = digits, ""
    number = "".join(filter(str.isdecimal, whole)) + part.ljust(2, "0")
    return int(number) if number.isdecimal() else 0


def match_of(index: int, header: str, chosen: dict[int, Edge]) -> Match:
    if index not in chosen:
        return Match(header, index, None, 0.0, "No column is called so.")
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


def says_won_and_lost(sheet: Sheet) -> bool:
    """Some column holds both a word for won and one for lost, as a pipeline does and a list of sales does not."""
    return any(words_of_outcomes(sheet))


def is_pipeline(sheet: Sheet) -> bool:
    """Such a column says won or lost outright."""
    plain = set(map(normalise, PLAIN_OUTCOMES))
    return any(not words.isdisjoint(plain) for words in words_of_outcomes(sheet))


def words_of_outcomes(sheet: Sheet) -> list[set[str]]:
    """The words of each column that holds both a word for won and one for lost."""
    won, lost = (set(map(normalise, words)) for words in outcome_words())
    words = ({normalise(cell) for cell in cells} for cells in sheet.cells)
    return [each for each in words if not each.isdisjoint(won) and not each.isdisjoint(lost)]


def outcome_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    orders = sheet_type("orders")
    return orders.won_words, orders.lost_words


def evidence(sheet: Sheet, kind: SheetType, chosen: dict[int, Edge]) -> float:
    """How much speaks for the type: telling columns count more, generic headers half, own words a little."""
    total = sum(edge.column.weight * edge.score / 100 * (0.5 if edge.is_generic else 1.0) for edge in chosen.values())
    own = sum(1 for index in chosen if kind.prefixes & set(normalise(sheet.headers[index]).split()))
    named = bool(kind.file_words & set(normalise(sheet.name).split()))
    return total + min(own, 3) + (FILE_NAME_LEAD if named else 0.0)
