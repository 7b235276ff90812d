"""A list of what is paid again and again, one row for each who pays: it tells a price, and no payment."""

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.header_text import normalise, without_unit
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.recognised import Recognised
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.unrecognised import other, title

LISTS_OF_PEOPLE = frozenset({"customers", "leads"})
WHO = ("email", "customer_name", "phone", "customer_id")
# Of those who pay hardly anybody stands twice.
SHARE_OF_PEOPLE, FEWEST_ROWS = 0.9, 3
# When somebody pays the next time, and what is paid each month, in five languages.
AGAIN_HEADERS = """
next payment, next payment date, next payment on, next billing date, next billing, next charge, next invoice date,
renews on, renewal date, next renewal, mrr, arr, monthly recurring revenue, billing interval, billing period,
billing cycle, nachste zahlung, naechste zahlung, naechste abbuchung, naechste rechnung, abrechnungszeitraum,
abrechnungsintervall, verlaengert sich am, zahlungsintervall, prochain paiement, prochaine echeance,
prochain prelevement, periodicite, proximo pago, proximo cobro, periodicidad, volgende betaling, volgende incasso,
betaaltermijn, facturatieperiode
"""
AGAIN = frozenset(" ".join(header.split()) for header in AGAIN_HEADERS.split(","))
PERIOD_WORDS = """
day daily week weekly fortnightly month monthly quarter quarterly year yearly annual annually tag taeglich woche
woechentlich monat monatlich quartal vierteljaehrlich halbjaehrlich jahr jaehrlich semaine hebdomadaire mois mensuel
mensuelle trimestre trimestriel annee annuel annuelle mes mensual trimestral anual ano week wekelijks maand maandelijks
kwartaal jaar jaarlijks
"""
PERIODS = frozenset(PERIOD_WORDS.split())
# A day on which something begins; "Order date" is that of a sale.
START_WORDS = """
created start started begin began since joined signup activated subscribed seit beginn startdatum begonnen angelegt
debut depuis cree creation inicio alta desde creado sinds begindatum ingangsdatum aangemaakt
"""
STARTS = frozenset(START_WORDS.split())
# In the header of an amount: it was paid.
PAID = frozenset(["paid", "received", "bezahlt", "gezahlt", "paye", "payee", "pagado", "pagada", "betaald", "pagato"])


def said_of_what_recurs(proposal: Recognised, sheet: Sheet) -> UnrecognisedSheet | None:
    """What to ask of sales that are none: each row is one who pays again, from a day on, with the price."""
    again = recurring_headers(sheet)
    if proposal.tool or proposal.sheet_type != "orders" or not again or not begins(proposal):
        return None
    if {"order_id", "paid_at"} & set(proposal.columns.values()) or says_paid(proposal):
        return None
    if not stands_once(proposal, sheet):
        return None
    return UnrecognisedSheet(
        what=f"By its column '{again[0]}', {title(sheet)} lists what each pays again and again, one row "
        "for each who pays, and not when anything was paid.",
        fix=" ".join(
            [
                "Load a list of the payments or invoices for what was paid.",
                *other("customers"),
                "If each row is one payment, choose Orders (--as orders).",
            ]
        ),
    )


def begins(proposal: Recognised) -> bool:
    """The day is that on which something begins."""
    days = (header for header, column in proposal.columns.items() if column == "ordered_at")
    return any(STARTS & set(normalise(day).split()) for day in days)


def says_paid(proposal: Recognised) -> bool:
    """The amount was paid, by its header: 'Fee paid'."""
    amounts = (header for header, column in proposal.columns.items() if column == "revenue_amount")
    return any(PAID & set(normalise(header).split()) for header in amounts)


def stands_once(proposal: Recognised, sheet: Sheet) -> bool:
    """Nearly every row is somebody else."""
    place = {match.column: match.column_index for match in proposal.matches if match.column in WHO}
    if not place or len(sheet.sample) < FEWEST_ROWS:
        return False
    index = next(place[name] for name in WHO if name in place)
    return len({row[index] for row in sheet.sample}) >= SHARE_OF_PEOPLE * len(sheet.sample)


def recurring_headers(sheet: Sheet) -> list[str]:
    """Headers that say that something is paid again, and those above nothing but periods ('monthly', 'yearly')."""
    return [
        header
        for header, cells in zip(sheet.headers, sheet.cells, strict=True)
        if {normalise(header), without_unit(header)} & AGAIN or are_periods(cells)
    ]


def are_periods(cells: list[str]) -> bool:
    return len(cells) >= FEWEST_ROWS and all(normalise(cell) in PERIODS for cell in cells)


def recurring_told(sheet: Sheet, kind: SheetType) -> tuple[tuple[str, str], ...]:
    """What to tell of a list of people that holds what they pay again and again."""
    again = recurring_headers(sheet) if kind.name in LISTS_OF_PEOPLE and kind.tool is None else []
    if not again or not any(map(cell_looks.are_amounts, sheet.cells)):
        return ()
    told = (
        f"By its column '{again[0]}' this list tells what each pays again and again: the people are kept and no money "
        "is counted. Load a list of the payments or invoices as well."
    )
    return (("recurring", told),)
