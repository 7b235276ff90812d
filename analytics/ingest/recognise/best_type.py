"""From headers to a sheet type: which table a sheet is and which header stands for which column."""

from collections.abc import Sequence

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import unrecognised
from analytics.ingest.recognise.fit import fit
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.in_cents import told_in_cents
from analytics.ingest.recognise.known import SheetType, sheet_type, sheet_types
from analytics.ingest.recognise.naming import GENERIC
from analytics.ingest.recognise.recognised import Match, Recognised
from analytics.ingest.recognise.recurring import said_of_what_recurs
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.sold_tickets import as_sales
from analytics.ingest.recognise.tools import as_shown_by, tools_of
from analytics.ingest.recognise.unlike import is_like
from analytics.ingest.recognise.unread_others import sells_beside_talks, tells_other
from analytics.ingest.recognise.unread_sales import (
    LISTS_OF_PEOPLE,
    SALES,
    holds_unread_amounts,
    holds_unread_sales,
    may_be_sales,
    without_lists_of_sales,
)

__all__ = ["Match", "Recognised", "propose", "recognise", "sheet_type", "sheet_types"]

# A lead of less than this over the next sheet type is no lead: the user is asked.
CLEAR_LEAD = 1.0
# A column of this weight or more tells what a sheet is, under a header that scores this much.
MARK, EXACT = 2.0, 97.0


def recognise(
    headers: Sequence[str], sample: Sequence[Sequence[str | None]], as_type: str | None = None, name: str = ""
) -> Recognised:
    """The sheet type with every required column present and the most telling columns matched.

    headers : as typed in the file; case, spaces, accents and punctuation are ignored.
    sample  : some rows of text cells; they support or doubt a header.
    as_type : the sheet type when the user has said it.
    name    : file and sheet name; decides only between types that fit equally well.

    Raises
    ------
    UnrecognisedSheet  names the nearest type and the columns it lacks, or the types it could equally be.
    """
    sheet = Sheet(tuple(header or "" for header in headers), sample, name)
    kinds = [known_type(as_type)] if as_type else list(sheet_types().values())
    exports = (fit(sheet, as_shown_by(tool)) for tool in tools_of(sheet.headers, as_type))
    known = next((each for each in exports if not each.missing), None)
    if known and not as_type and (said := told_in_cents(known, sheet)):
        raise said
    if known:
        return known if as_type else as_sales(known, sheet)
    proposals = sorted((fit(sheet, kind) for kind in kinds), key=lambda each: -each.score)
    whole = [each for each in proposals if not each.missing and (as_type or is_like(each, sheet))]
    whole = whole if as_type else without_lists_of_sales(whole, sheet)
    if not whole and not any(header.strip() for header in sheet.headers):
        raise unrecognised.without_header(sheet, *first_row_as_header(sheet, kinds))
    if not whole:
        raise unrecognised.lacking(sheet, nearest_of(proposals, sheet))
    if len(whole) > 1 and lead(whole[0], whole[1]) < CLEAR_LEAD:
        whole = [clearly_more(whole, sheet), *whole]
    lacking_some = [each for each in proposals if each.missing]
    better = next((each for each in lacking_some if understands_more(each, whole[0]) or sells(each, whole[0])), None)
    if not as_type and better is None and holds_unread_sales(whole[0], sheet):
        raise may_be_sales(whole[0], next(each for each in proposals if each.sheet_type == SALES), sheet)
    if not as_type and better is None:
        said = tells_other(whole[0], sheet) or sells_beside_talks(whole[0], sheet)
        if said := said or said_of_what_recurs(whole[0], sheet):
            raise said
    if better and not as_type:
        raise unrecognised.lacking(sheet, better, instead=whole[0].sheet_type)
    return with_others(whole[0], whole[1:])


def propose(headers: Sequence[str], sample: Sequence[Sequence[str | None]], as_type: str) -> Recognised:
    """What the sheet would be as that type, its missing columns named and nothing raised: for the mapping screen."""
    sheet = Sheet(tuple(header or "" for header in headers), sample)
    exports = (fit(sheet, as_shown_by(tool)) for tool in tools_of(sheet.headers, as_type))
    return next((each for each in exports if not each.missing), None) or fit(sheet, known_type(as_type))


def known_type(name: str) -> SheetType:
    if name not in sheet_types():
        listed = ", ".join(sheet_types())
        raise UnrecognisedSheet(what=f"There is no sheet type '{name}'.", fix=f"Use one of: {listed}.")
    return sheet_type(name)


def lead(best: Recognised, other: Recognised) -> float:
    """How much more speaks for the best, in hundredths as the scores are."""
    return round(best.score - other.score, 2)


def clearly_more(whole: list[Recognised], sheet: Sheet) -> Recognised:
    """Of types that fit equally well, the one that knows all that the others know, and more that tells.

    Raises
    ------
    UnrecognisedSheet  there is none: the owner is asked.
    """
    close = [each for each in whole if lead(whole[0], each) < CLEAR_LEAD]
    for one in close:
        if all(understands_more(one, other) or sells_on_days(one, other) for other in close if other is not one):
            return one
    raise unrecognised.ambiguous(sheet, [each.sheet_type for each in close[:2]])


def with_others(best: Recognised, others: list[Recognised]) -> Recognised:
    also = tuple((each.sheet_type, each.score) for each in others if each is not best)
    return Recognised(**(vars(best) | {"also": also}))


def understands_more(other: Recognised, best: Recognised) -> bool:
    """True when the other type knows every header that the best one uses, and one more that tells what a sheet is.

    'Order ID, Customer' would do as customers, but an order id says that it lists orders, with columns left out; and so
    does an amount of which only the owner can say what it is.
    """
    more = set(other.columns) - set(best.columns)
    # A status by which rows are left out is understood too.
    known = set(other.columns) | {rule.header for rule in other.set_aside}
    is_weak = len(best.columns) == 1 or is_name_and_day(best)  # beside an amount or a note that is no list of names
    tells = is_weak or other.unclear is not None or any(is_mark(other, header) for header in more)
    return bool(more) and set(best.columns) < known and tells


def sells(other: Recognised, best: Recognised) -> bool:
    """The number of a sale and its amount stand unread in what would be a list of people."""
    if other.sheet_type != SALES or best.sheet_type not in LISTS_OF_PEOPLE or best.tool:
        return False
    more = {header for header in other.columns if header not in best.columns and is_mark(other, header)}
    return {"order_id", "revenue_amount"} <= {other.columns[header] for header in more}


def sells_on_days(other: Recognised, best: Recognised) -> bool:
    """The amount of a sale and its day or number stand unread in what would be a list of people."""
    if other.sheet_type != SALES or best.sheet_type not in LISTS_OF_PEOPLE or best.tool:
        return False
    marks = {other.columns[header] for header in other.columns if header not in best.columns and is_mark(other, header)}
    return "revenue_amount" in marks and bool({"order_id", "ordered_at"} & marks)


def is_name_and_day(proposal: Recognised) -> bool:
    kind = sheet_type(proposal.sheet_type)
    return sorted(kind.column(name).kind for name in proposal.columns.values()) == ["name", "time"]


def is_mark(proposal: Recognised, header: str) -> bool:
    """A header by which its sheet type is known: an exact name of a telling column (not just 'ID'), or an amount."""
    exact = [match for match in proposal.matches if match.header == header and match.column and match.score >= EXACT]
    kind = sheet_type(proposal.sheet_type)
    columns = [kind.column(match.column) for match in exact]
    is_telling = normalise(header) not in GENERIC
    return any(column.weight >= MARK and (is_telling or column.kind == "money") for column in columns)


def first_row_as_header(sheet: Sheet, kinds: list[SheetType]) -> tuple[tuple[str, ...], Recognised | None]:
    """The first row of a sheet without a header, and the type that it is nearest to; None when it is near to none."""
    first = tuple(cell or "" for cell in sheet.sample[0]) if sheet.sample else ()
    tried = Sheet(first, sheet.sample[1:], sheet.name)
    nearest = max((fit(tried, kind) for kind in kinds), key=nearness)
    return first, nearest if nearest.columns else None


def nearest_of(proposals: list[Recognised], sheet: Sheet) -> Recognised:
    """What the sheet comes nearest to: sales before people, where they lack no more and read amounts that the list of
    people does not."""
    nearest = max(proposals, key=nearness)
    if nearest.sheet_type not in LISTS_OF_PEOPLE or not holds_unread_amounts(nearest, sheet):
        return nearest
    sales = (each for each in proposals if each.sheet_type == SALES and "revenue_amount" not in each.missing)
    return next((each for each in sales if len(each.missing) <= len(nearest.missing)), nearest)


def nearness(proposal: Recognised) -> tuple[bool, bool, float]:
    """Types that lack something before those that fit by chance; then few columns missing and much recognised."""
    knows_a_header = any(match.column for match in proposal.matches)
    return bool(proposal.missing), knows_a_header, proposal.score - 3 * len(proposal.missing)
