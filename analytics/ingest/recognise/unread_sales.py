"""A list of people that is a list of sales, by what nobody reads in it: amounts and dates.

The same people come again and again, or there is tax on the amounts. Landed as customers it would lose every sale
without a word.
"""

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.header_text import TAX_NAMES, listed, normalise
from analytics.ingest.recognise.recognised import Match, Recognised
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.unrecognised import other, title

SALES = "orders"
LISTS_OF_PEOPLE = frozenset({"customers", "leads"})
IDS = frozenset({"customer_id", "lead_id"})
DAYS_OF_PEOPLE = frozenset({"created_at", "created_date"})
PLAIN_DAYS = frozenset(["date", "day", "datum", "fecha", "data", "dato", "tag", "jour", "dia", "dag", "timestamp"])
NAMES = frozenset({"name", "first_name", "company", "email", "phone"})
FEWEST_ROWS = 5
# In a list of people hardly anybody stands twice.
SHARE_OF_PEOPLE = 0.7
# Words of a person's own days and amounts, in five languages: a birthday, a balance or a limit is no sale.
WORDS_OF_A_PERSON = """
birth birthday birthdate dob born visit visited seen contact contacted balance limit credit joined since member
membership expires expiry renewal renews valid until signup registered changed updated modified login budget income
salary points age next due geburt geburtsdatum geburtstag geb besuch saldo kontostand kreditlimit eintritt mitglied
seit gueltig bis guthaben naissance ne nee visite solde limite plafond adhesion depuis nacimiento cumpleanos visita
alta desde geboorte geboortedatum verjaardag bezoek limiet kredietlimiet lid sinds
"""
OF_A_PERSON = frozenset(WORDS_OF_A_PERSON.split())
# Beside an amount they are no score.
POINTS = frozenset(["points", "loyalty points", "punkte", "puntos", "punten"])
WITH_WHOM = frozenset({"deal_id", "lead_id", "email"})


def holds_unread_sales(proposal: Recognised, sheet: Sheet) -> bool:
    return bool(sign_of_sales(proposal, sheet))


def sign_of_sales(proposal: Recognised, sheet: Sheet) -> str:
    """Why a list of people with unread amounts and dates is one of sales; '' where it is none."""
    could_be = could_be_of_sales(proposal)
    unread = [sheet.cells[match.column_index] for match in could_be]
    if proposal.sheet_type not in LISTS_OF_PEOPLE or proposal.tool or not holds_unread_amounts(proposal, sheet):
        return ""
    is_dated = any(map(are_dates, unread))
    if (is_dated or has_day_of_each_row(proposal)) and come_again(proposal, sheet):
        return "the same people come again beside amounts and dates"
    taxed = [match.header for match in could_be if is_tax(match.header, sheet.cells[match.column_index])]
    return f"{listed(tuple(taxed))} is tax on what was sold, beside dates" if taxed and is_dated else ""


def come_again(proposal: Recognised, sheet: Sheet) -> bool:
    """Most people of the list stand in it more than once."""
    if len(sheet.sample) < FEWEST_ROWS:
        return False
    # A number may be that of the row: names tell who comes again.
    who = places_of(proposal, NAMES) or places_of(proposal, IDS)
    people = {tuple(row[at] if at < len(row) else None for at in who) for row in sheet.sample}
    return len(people) <= SHARE_OF_PEOPLE * len(sheet.sample)


def holds_unread_amounts(proposal: Recognised, sheet: Sheet) -> bool:
    """Some column that nobody reads, and whose header tells nothing of a person, holds amounts."""
    return any(cell_looks.are_amounts(sheet.cells[match.column_index]) for match in could_be_of_sales(proposal))


def has_day_of_each_row(proposal: Recognised) -> bool:
    """'Datum' stands for the day of a person who came; beside people who come again it is that of each time."""
    days = (normalise(match.header) for match in proposal.matches if match.column in DAYS_OF_PEOPLE)
    return any(day in PLAIN_DAYS for day in days)


def is_tax(header: str, cells: list[str]) -> bool:
    """Amounts of tax: of people there are numbers and rates of it at most."""
    return not TAX_NAMES.isdisjoint(normalise(header).split()) and cell_looks.are_amounts(cells)


def places_of(proposal: Recognised, columns: frozenset[str]) -> list[int]:
    return [match.column_index for match in proposal.matches if match.column in columns]


def without_lists_of_sales(whole: list[Recognised], sheet: Sheet) -> list[Recognised]:
    """Where the sheet can be read as sales, it is no list of people that leaves those sales unread."""
    sales = next((each for each in whole if each.sheet_type == SALES), None)
    if sales is None:
        return whole
    kept = [each for each in whole if not (holds_unread_sales(each, sheet) or scores_points(each))]
    return [each for each in kept if not (talks_with_buyers(each, sales) or ends_in_outcomes(each))]


def talks_with_buyers(proposal: Recognised, sales: Recognised) -> bool:
    """Contacts that name nobody but who bought: 'Outcome' beside an amount may say how the work went."""
    people = [header for header, column in proposal.columns.items() if column in WITH_WHOM]
    return proposal.sheet_type == "interactions" and all(sales.columns.get(each) == "customer_name" for each in people)


def ends_in_outcomes(proposal: Recognised) -> bool:
    """Deals whose only stage is an outcome: without the won and the lost it says how work went that was paid."""
    return any(match.column == "stage_name" and normalise(match.header) == "outcome" for match in proposal.matches)


def scores_points(proposal: Recognised) -> bool:
    """The score is what shops give for a sale."""
    return any(match.column == "score" and normalise(match.header) in POINTS for match in proposal.matches)


def could_be_of_sales(proposal: Recognised) -> list[Match]:
    """Columns that nobody reads and whose header tells nothing of a person."""
    unread = (match for match in proposal.matches if match.header not in proposal.columns)
    return [match for match in unread if not set(normalise(match.header).split()) & OF_A_PERSON]


def may_be_sales(proposal: Recognised, orders: Recognised, sheet: Sheet) -> UnrecognisedSheet:
    """Why the list may be one of sales, the columns that speak for it, and how to load it either way."""
    could_be = could_be_of_sales(proposal)
    kinds = ((are_dates, "date", "Ordered at"), (cell_looks.are_amounts, "amount", "Revenue amount"))
    advised = [
        f"If {'one of ' if len(headers) > 1 else ''}{listed(headers)} is the {said} of a sale, rename it to '{name}'."
        for holds, said, name in kinds
        if name.lower().replace(" ", "_") in orders.missing
        and (headers := [match.header for match in could_be if holds(sheet.cells[match.column_index])])
    ]
    return UnrecognisedSheet(
        what=f"{title(sheet)} may list Orders: {sign_of_sales(proposal, sheet)}. Its columns: {listed(sheet.headers)}.",
        fix=" ".join([*advised, *other(proposal.sheet_type)]),
    )


def are_dates(cells: list[str]) -> bool:
    return bool(cells) and sum(map(cell_looks.is_date, cells)) >= 0.8 * len(cells)
