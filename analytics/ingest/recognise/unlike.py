"""What speaks against a sheet type although the sheet has all its columns."""

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import SheetType, sheet_type
from analytics.ingest.recognise.ledgers import both_sides
from analytics.ingest.recognise.matching import numbers_things
from analytics.ingest.recognise.naming import GENERIC
from analytics.ingest.recognise.outcomes import lists_offers, says_won_and_lost
from analytics.ingest.recognise.recognised import Match, Recognised
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.unread_sales import LISTS_OF_PEOPLE, are_dates

# What tells how to reach somebody.
REACHED = frozenset({"email", "phone"})


def is_like(proposal: Recognised, sheet: Sheet) -> bool:
    """Enough of the sheet was understood, and nothing says that it lists something else."""
    return is_covered(proposal) and not lists_other(sheet_type(proposal.sheet_type), proposal, sheet)


def lists_other(kind: SheetType, proposal: Recognised, sheet: Sheet) -> bool:
    """Rows are numbered as something else ('Quote no' and no 'Invoice no' before it), or without any number a status is
    won and lost; or what should be stages are the states of sales."""
    if kind.done_words and holds_states_of_sales(kind, proposal, sheet):
        return True
    if lists_no_people(kind, sheet) or names_things(kind, proposal, sheet):
        return True
    other = set(map(normalise, kind.unlike))
    own = headers_of_rows(kind, proposal)
    headers = [match.header for match in proposal.matches]
    first = next((header for header in headers if header in own or normalise(header) in other), None)
    if first is not None:
        # Card terminals and shops write approved and declined beside a number of their own.
        is_mere_number = first in own and normalise(first) in GENERIC
        return first not in own or (is_mere_number and bool(kind.won_words) and lists_offers(sheet))
    return bool(kind.won_words) and says_won_and_lost(sheet)


def lists_no_people(kind: SheetType, sheet: Sheet) -> bool:
    """A header says so wherever it stands ('Tracking number'), or rows with days stand on two sides of a ledger."""
    if not set(map(normalise, kind.never)).isdisjoint(map(normalise, sheet.headers)):
        return True
    return kind.name in LISTS_OF_PEOPLE and bool(both_sides(sheet)) and any(map(are_dates, sheet.cells))


def names_things(kind: SheetType, proposal: Recognised, sheet: Sheet) -> bool:
    """'Name' beside 'Client', and no e-mail or phone: the name of a project or an article."""
    whose = set(map(normalise, kind.whose))
    named = {match.header for match in proposal.matches if match.column == "name"}
    beside = [cells for header, cells in zip(sheet.headers, sheet.cells, strict=True) if normalise(header) in whose]
    is_of_a_thing = bool(named) and not any(normalise(header) in whose for header in named)
    return is_of_a_thing and REACHED.isdisjoint(proposal.columns.values()) and any(map(cell_looks.are_names, beside))


def names_deal(match: Match, kind: SheetType) -> bool:
    """'Deal', 'Opportunity name', 'Deal ID': a column of the type whose header begins with what the type lists."""
    first = normalise(match.header).partition(" ")[0]
    return bool(match.column) and (
        first in kind.prefixes or normalise(match.header) in set(map(normalise, kind.own_names))
    )


def headers_of_rows(kind: SheetType, proposal: Recognised) -> set[str]:
    """Headers of the number of a row, and of the name that every row must have: 'Deal' behind it is about a lead.

    'Project ID' may number what was offered as well as what was sold.
    """
    naming = {*kind.made, "name"} if "name" in kind.required else {*kind.made}
    found = {match.header for match in proposal.matches if match.column in naming}
    named = {header for header in found if not numbers_things(header, kind)}
    return named | (headers_of_name_parts(proposal) if "name" in naming else set())


def headers_of_name_parts(proposal: Recognised) -> set[str]:
    """'First name' and 'Last name', where they make up the name."""
    whole = proposal.derived.get("name")
    choices = whole["first_of"] if isinstance(whole, dict) and "first_of" in whole else [whole]
    return {header for choice in choices if isinstance(choice, list) for header in choice}


def is_covered(proposal: Recognised) -> bool:
    """False for a sheet of which next to nothing was understood: one known header of three is chance."""
    named = sum(1 for match in proposal.matches if match.header.strip())
    known = len(proposal.columns) + len(proposal.derived) + len(proposal.row_sets)
    return known >= 3 or 2 * known >= named


def holds_states_of_sales(kind: SheetType, proposal: Recognised, sheet: Sheet) -> bool:
    """All cells of a mere status begin with what became of a sale ("Completed", "No-show, charged"), one says alone
    that it took place; and no header names a deal."""
    if any(names_deal(match, kind) for match in proposal.matches):
        return False
    stages = (match for match in proposal.matches if match.column == "stage_name")
    place = next((match.column_index for match in stages if normalise(match.header) in GENERIC), None)
    found = set(map(normalise, sheet.cells[place])) if place is not None else set()
    done, other = set(map(normalise, kind.done_words)), set(map(normalise, kind.undone_words))
    return bool(found & done) and all(begins_with_one_of(done | other, text) for text in found)


def begins_with_one_of(words: set[str], text: str) -> bool:
    """'Cancelled - fee charged' begins with a state of a sale."""
    return any(f"{text} ".startswith(f"{word} ") for word in words)
