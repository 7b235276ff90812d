"""From headers to a sheet type: which table a sheet is and which header stands for which column."""

from collections.abc import Sequence

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import unrecognised
from analytics.ingest.recognise.fit import Match, Recognised, fit
from analytics.ingest.recognise.known import SheetType, sheet_type, sheet_types
from analytics.ingest.recognise.matching import Sheet
from analytics.ingest.recognise.tools import as_shown_by, tools_of

__all__ = ["Match", "Recognised", "propose", "recognise", "sheet_type", "sheet_types"]

# A lead of less than this over the next sheet type is no lead: the user is asked.
CLEAR_LEAD = 1.0


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
    if known:
        return known
    proposals = sorted((fit(sheet, kind) for kind in kinds), key=lambda each: -each.score)
    whole = [each for each in proposals if not each.missing and (as_type or is_covered(each))]
    if not whole:
        raise unrecognised.lacking(sheet, max(proposals, key=nearness))
    if len(whole) > 1 and whole[0].score - whole[1].score < CLEAR_LEAD:
        raise unrecognised.ambiguous(sheet, [each.sheet_type for each in whole[:2]])
    return with_others(whole[0], whole[1:])


def propose(headers: Sequence[str], sample: Sequence[Sequence[str | None]], as_type: str) -> Recognised:
    """What the sheet would be as that type, its missing columns named and nothing raised: for the mapping screen."""
    return fit(Sheet(tuple(header or "" for header in headers), sample), known_type(as_type))


def known_type(name: str) -> SheetType:
    if name not in sheet_types():
        listed = ", ".join(sheet_types())
        raise UnrecognisedSheet(what=f"There is no sheet type '{name}'.", fix=f"Use one of: {listed}.")
    return sheet_type(name)


def with_others(best: Recognised, others: list[Recognised]) -> Recognised:
    also = tuple((each.sheet_type, each.score) for each in others)
    return Recognised(**(vars(best) | {"also": also}))


def is_covered(proposal: Recognised) -> bool:
    """False for a sheet of which next to nothing was understood: one known header of three is chance."""
    named = sum(1 for match in proposal.matches if match.header.strip())
    known = len(proposal.columns) + len(proposal.derived) + len(proposal.row_sets)
    return known >= 3 or 2 * known >= named


def nearness(proposal: Recognised) -> tuple[bool, float]:
    """Types that lack something before those that fit by chance; then few columns missing and much recognised."""
    return bool(proposal.missing), proposal.score - 3 * len(proposal.missing)
