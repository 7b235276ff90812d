"""A list of people that says more of something else: opinions, talks, counts of what each person opened.

Landed as people alone, what the sheet is about would be lost without a word.
"""

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.header_text import listed, normalise
from analytics.ingest.recognise.known import SheetType, sheet_type
from analytics.ingest.recognise.matching import begun_edges
from analytics.ingest.recognise.naming import exact_edges
from analytics.ingest.recognise.recognised import Recognised
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.unread_sales import LISTS_OF_PEOPLE
from analytics.ingest.recognise.unrecognised import other, title

# What a mailing counts of each of its readers; one alone may be a field of any form.
COUNTED_OF_READERS = ("opens", "clicks", "views")
FEWEST_COUNTS = 2
# A note and a next step stand in many lists of leads, but those tell how to reach somebody or where they came from.
TALKS = frozenset({"note", "outcome", "agreed_step"})
FEWEST_TALKS = 2
# Words of a question about what somebody has or plans, and of what somebody bought, in five languages.
WORDS_OF_THE_PERSON = """
current currently buy book purchase start switch aktuell aktuelle aktuellen derzeit kaufen buchen actuel actuelle
actuellement acheter reserver actual comprar reservar huidige kopen boeken
"""
WORDS_OF_BUYERS = "orders spent purchases customer bestellungen umsatz kunde commandes client pedidos cliente klant"
OF_THE_PERSON, OF_BUYERS = frozenset(WORDS_OF_THE_PERSON.split()), frozenset(WORDS_OF_BUYERS.split())
# How the statuses of leads begin; a customer may be new or open, too, but has no source as a lead beside it.
STATES_OF_LEADS = """
new open contacted working nurturing nurture qualified unqualified attempted converted prospect neu offen kontaktiert
qualifiziert unqualifiziert nouveau ouvert contacte qualifie nuevo abierto contactado cualificado calificado nieuw
gecontacteerd gekwalificeerd
"""
LEAD_STATES = frozenset(STATES_OF_LEADS.split())
LEAD_SOURCES = frozenset(["lead source", "leadquelle", "lead quelle", "origen del lead", "source du lead", "leadbron"])
NO_MORE_THAN_A_NAME = frozenset({"name", "first_name", "company", "created_at", "created_date"})


def tells_other(proposal: Recognised, sheet: Sheet) -> UnrecognisedSheet | None:
    """What to say of a list of people whose unread columns are about something else; None where none are."""
    if proposal.sheet_type not in LISTS_OF_PEOPLE or proposal.tool:
        return None
    unread = [match.column_index for match in proposal.matches if match.header not in proposal.columns]
    opinions = [sheet.headers[index] for index in unread if is_opinion(sheet, index)]
    if opinions:
        said = (
            f"{listed(tuple(opinions))} may hold what customers think of you. If so, write it as a number, as in 4 of 5"
        )
        return asked(proposal, sheet, "feedback", said)
    talks = [sheet.headers[index] for index in unread if tells_of_a_talk(sheet, index)]
    if len(talks) >= FEWEST_TALKS and set(proposal.columns.values()) <= NO_MORE_THAN_A_NAME:
        said = f"{listed(tuple(talks))} may say what was talked about. If so, add the 'Email' or 'Lead' of each person"
        return asked(proposal, sheet, "interactions", said)
    states = [sheet.headers[index] for index in unread if holds_states_of_leads(sheet, index)]
    if proposal.sheet_type == "customers" and states and LEAD_SOURCES & set(map(normalise, sheet.headers)):
        said = f"{listed(tuple(states))} tells how far each lead is. If they are leads, add a day under 'Created at'"
        return asked(proposal, sheet, "leads", said)
    buyers = any(OF_BUYERS & set(normalise(header).split()) for header in sheet.headers)
    counts = [sheet.headers[index] for index in unread if counts_readers(sheet, index)]
    if proposal.sheet_type == "customers" and not buyers and len(counts) >= FEWEST_COUNTS:
        said = f"{listed(tuple(counts))} count what readers did, and who reads is no customer yet"
        return asked(proposal, sheet, "leads", f"{said}. If they are leads, add a column 'Created at' with a day")
    return None


def sells_beside_talks(proposal: Recognised, sheet: Sheet) -> UnrecognisedSheet | None:
    """What to say of contacts that tell nothing but a kind, beside amounts that nobody reads; None for all others."""
    if proposal.sheet_type != "interactions" or proposal.tool or TALKS & set(proposal.columns.values()):
        return None
    unread = [match.column_index for match in proposal.matches if match.header not in proposal.columns]
    amounts = tuple(sheet.headers[index] for index in unread if cell_looks.are_amounts(sheet.cells[index]))
    if not amounts:
        return None
    said = f"If one of {listed(amounts)} is the amount of a sale, rename it to 'Revenue amount'"
    return asked(proposal, sheet, "orders", said)


def is_opinion(sheet: Sheet, index: int) -> bool:
    """A header that asks for a score, above words; 'Rating' alone may be how warm a lead is."""
    if not OF_THE_PERSON.isdisjoint(normalise(sheet.headers[index]).split()):
        return False
    edges = begun_edges(index, sheet.headers[index], sheet_type("feedback"))
    return any(edge.column.name == "score" for edge in edges) and cell_looks.share("name", sheet.cells[index]) == 1


def tells_of_a_talk(sheet: Sheet, index: int) -> bool:
    edges = exact_edges(index, sheet.headers[index], sheet_type("interactions"))
    return bool(sheet.cells[index]) and any(edge.column.name in TALKS for edge in edges)


def holds_states_of_leads(sheet: Sheet, index: int) -> bool:
    """A status of which every cell begins with one of a lead: 'Open - Not Contacted'."""
    known = {
        text for text, column in sheet_type("leads").by_header.items() if any(one.name == "status" for one, _ in column)
    }
    cells = sheet.cells[index]
    return (
        normalise(sheet.headers[index]) in known
        and bool(cells)
        and all(normalise(cell).partition(" ")[0] in LEAD_STATES for cell in cells)
    )


def counts_readers(sheet: Sheet, index: int) -> bool:
    return (
        normalise(sheet.headers[index]) in readers_counts(sheet_type("path_counts"))
        and (cell_looks.share("count", sheet.cells[index]) or 0) >= cell_looks.MOST
    )


def readers_counts(kind: SheetType) -> set[str]:
    named = (rule.named.get(each, ()) for rule in kind.row_sets for each in COUNTED_OF_READERS)
    return {normalise(header) for headers in named for header in headers}


def asked(proposal: Recognised, sheet: Sheet, instead: str, fix: str) -> UnrecognisedSheet:
    return UnrecognisedSheet(
        what=f"{title(sheet)} may list {sheet_type(instead).title}. Its columns: {listed(sheet.headers)}.",
        fix=" ".join([f"{fix}, then upload it again.", *other(proposal.sheet_type)]),
    )
