"""A list of people that says more of something else: opinions, talks, counts of what each person opened.

Landed as people alone, what the sheet is about would be lost without a word.
"""

import re

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.header_text import listed, normalise
from analytics.ingest.recognise.known import sheet_type
from analytics.ingest.recognise.matching import begun_edges
from analytics.ingest.recognise.naming import exact_edges
from analytics.ingest.recognise.readers import FEWEST_COUNTS, counts_readers, holds_states_of_readers
from analytics.ingest.recognise.recognised import Recognised
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.unread_sales import LISTS_OF_PEOPLE
from analytics.ingest.recognise.unrecognised import other, title

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
qualifiziert unqualifiziert angerufen angebot nouveau ouvert contacte qualifie nuevo abierto contactado cualificado
calificado nieuw
gecontacteerd gekwalificeerd called quote quoted interested rappele appele devis llamado presupuesto gebeld offerte
"""
# "Not interested", "Geen interesse", "Kein Interesse" and the like.
NO_INTEREST = re.compile(r"\b(?:interest|interess|interes|inter[eé]s)", re.IGNORECASE)
MOMENT = re.compile(r"\d[ T]\d{1,2}:\d\d")
LEAD_STATES = frozenset(STATES_OF_LEADS.split())
# What a status says of customers, too, and the words of a moment at which nobody came: 'Last login'.
OF_CUSTOMERS_TOO = frozenset(["new", "open", "neu", "offen", "nouveau", "ouvert", "nuevo", "abierto", "nieuw"])
LATER_WORDS = """
last latest updated modified changed login seen letzte letzter letztes zuletzt geaendert aktualisiert derniere dernier
modifie ultimo ultima ultimos modificado actualizado laatste laatst gewijzigd bijgewerkt
"""
LATER = frozenset(LATER_WORDS.split())
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
    says_more = any(first_words(sheet, header) - OF_CUSTOMERS_TOO for header in states)
    moments = [index for index in unread if are_moments(sheet.cells[index]) and (says_more or is_first(sheet, index))]
    comes_in = bool(moments) or not LEAD_SOURCES.isdisjoint(map(normalise, sheet.headers))
    if proposal.sheet_type == "customers" and states and comes_in:
        said = f"{listed(tuple(states))} tells how far each lead is. If they are leads, add a day under 'Created at'"
        return asked(proposal, sheet, "leads", said)
    buyers = any(OF_BUYERS & set(normalise(header).split()) for header in sheet.headers)
    read = [sheet.headers[index] for index in unread if holds_states_of_readers(sheet, index)]
    if proposal.sheet_type == "customers" and not buyers and read:
        said = f"{listed(tuple(read))} tells who reads a newsletter, and who reads is no customer yet"
        return asked(proposal, sheet, "leads", f"{said}. If they are leads, add a column 'Created at' with a day")
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
    one_of = "one of " if len(amounts) > 1 else ""
    said = f"If {one_of}{listed(amounts)} is the amount of a sale, rename it to 'Revenue amount'"
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
        and all(normalise(cell).partition(" ")[0] in LEAD_STATES or NO_INTEREST.search(cell) for cell in cells)
    )


def first_words(sheet: Sheet, header: str) -> set[str]:
    """The first word of each cell below that header."""
    return {normalise(cell).partition(" ")[0] for cell in sheet.cells[sheet.headers.index(header)]}


def is_first(sheet: Sheet, index: int) -> bool:
    """The header does not tell of what came later, as 'Last login' does."""
    return LATER.isdisjoint(normalise(sheet.headers[index]).split())


def are_moments(cells: list[str]) -> bool:
    """Days with their hour and minute, as forms write when somebody filled them in."""
    return bool(cells) and all(MOMENT.search(cell) and cell_looks.is_date(cell) for cell in cells)


def asked(proposal: Recognised, sheet: Sheet, instead: str, fix: str) -> UnrecognisedSheet:
    return UnrecognisedSheet(
        what=f"{title(sheet)} may list {sheet_type(instead).title}. Its columns: {listed(sheet.headers)}.",
        fix=" ".join([f"{fix}, then upload it again.", *other(proposal.sheet_type)]),
    )
