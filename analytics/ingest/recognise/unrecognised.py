"""The words for a sheet that fits no type: what was found, which type is nearest, what it lacks, what to do."""

import re

from rapidfuzz import fuzz, process

from analytics.errors import IncompleteSheet, UnrecognisedSheet
from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.header_text import CURRENCIES, listed, normalise, without_unit
from analytics.ingest.recognise.known import Column, SheetType, sheet_type, sheet_types
from analytics.ingest.recognise.ledgers import said_of_ledger
from analytics.ingest.recognise.matching import CHECKED
from analytics.ingest.recognise.months import MONTHS_ACROSS, months_across
from analytics.ingest.recognise.price_of_one import is_price
from analytics.ingest.recognise.recognised import Recognised
from analytics.ingest.recognise.scales import scaled
from analytics.ingest.recognise.sheet import Sheet

DAYS = "Write each day with its year, as in 2026-01-31, then upload it again."
AMOUNTS = "Write the amounts as numbers, as in 1234.50, then upload it again."
WRITTEN = {"time": DAYS, "date": DAYS, "money": AMOUNTS}
# Any column of words could hold names: their headers have to be nearer.
NEAR, NEAR_NAMES = 60, 75
# Headers of other names over cells that fit: so many can be named.
FEW = 3
# So few words that stand so often are kinds of something.
FEW_KINDS, SEVERAL_TIMES = 4, 8
# So many of the cells look like the column that lacks.
ALIKE = 0.6
# A header that says that money stands below.
MONEY_SIGN = re.compile(
    rf"[$€£]|\b(?:{'|'.join(sorted(CURRENCIES))}|amount|total|price|value|sum|revenue|sales|betrag|summe|preis|wert|umsatz"
    r"|montant|prix|valeur|importe|precio|valor|bedrag|prijs|omzet|importo|prezzo|kwota|cena)",
    re.IGNORECASE,
)
# Counted as sales, these would be a silent error.
PART_OF_AMOUNT = re.compile(
    r"\b(?:margin|marge|margen|profit|gewinn|benefice|beneficio|winst|balance|saldo|solde|vat|tax|mwst|ust|tva|iva|btw"
    r"|discount|rabatt|remise|descuento|korting|fees?|tips?|trinkgeld|commission|provision|deposit|anzahlung|acompte|anticipo|aanbetaling|per|pro|je|par|por|each"
    r"|id|no|nr|code|pin|pincode|zip|plz|qty|quantity|units?|hours?|year|count|score|batch"
    r"|expenses?|outgoings?|withdrawals?|ausgaben?|depenses?|sorties?|gastos?|salidas?|egresos?|uitgaven|uscit[ae])\b"
)
# Five digits under such a header are no day as Excel counts it.
CODES = re.compile(r"\b(?:id|no|nr|number|numero|nummer|code|zip|zipcode|plz|postal|postcode|cep|pin|phone|tel)\b")


def lacking(sheet: Sheet, nearest: Recognised, instead: str | None = None) -> UnrecognisedSheet:
    """The nearest type and the columns it lacks, with the headers that come nearest to them.

    instead : the type that the sheet would do for if the columns that it has no place for were left out.
    """
    kind = sheet_type(nearest.sheet_type)
    if nearest.score == 0:
        return unknown(sheet)
    if nearest.unclear:
        return UnrecognisedSheet(what=f"{title(sheet)} looks like {kind.title}.", fix=nearest.unclear)
    lacks = " and ".join(one_of(group_of(column, kind)) for column in nearest.missing)
    unused = [match.header for match in nearest.matches if match.column is None and match.header.strip()]
    is_known = len(nearest.missing) == 1 and len(nearest.columns) >= 3 and not unused
    what = (
        f"{title(sheet)} looks most like {kind.title} ({kind.says}), but has no column for {lacks}. "
        f"Its columns: {listed(sheet.headers)}."
    )
    if across := months_across(sheet.headers):
        return UnrecognisedSheet(what, across, MONTHS_ACROSS)
    if ledger := said_of_ledger(sheet, kind):
        return UnrecognisedSheet(what, " ".join([ledger, *other(instead)]))
    wanted = [kind.column(best_told(group_of(column, kind), kind)) for column in nearest.missing]
    advised = [
        misread(column, sheet, unused)
        or advice(column.name, column, could_be(column, sheet, unused), seen_to_be(column, sheet, unused))
        for column in wanted
    ]
    return (IncompleteSheet if is_known else UnrecognisedSheet)(what=what, fix=" ".join(advised + other(instead)))


def without_header(sheet: Sheet, first: tuple[str, ...], nearest: Recognised | None) -> UnrecognisedSheet:
    """No row reads as names of columns: the first row, and the type that it would be nearest to."""
    if not any(cell.strip() for cell in first):
        return UnrecognisedSheet(
            what=f"{title(sheet)} has no header row.",
            fix="Put the names of the columns into the first row, then upload it again.",
        )
    what = f"{title(sheet)} has no header row that fits a kind of sheet. Its first row: {listed(first)}."
    if nearest is not None:
        kind = sheet_type(nearest.sheet_type)
        lacks = " and ".join(nearest.missing) or "more columns that tell so"
        what += f" As names of columns that is nearest to {kind.title} ({kind.says}), but lacks {lacks}."
    kinds = "; ".join(f"{kind.title}: {', '.join(kind.required)}" for kind in sheet_types().values())
    fix = "Put the names of the columns into the first row, then upload it again. "
    return UnrecognisedSheet(what=what, fix=f"{fix}Each kind of sheet needs its own columns. {kinds}.")


def unknown(sheet: Sheet) -> UnrecognisedSheet:
    kinds = "; ".join(f"{kind.title}: {kind.says}" for kind in sheet_types().values())
    return UnrecognisedSheet(
        what=f"{title(sheet)} has no header that is known here. Its columns: {listed(sheet.headers)}.",
        fix=f"Gleaner reads these sheets. {kinds}. Name the columns as the README lists them, "
        "or say which kind of sheet it is (on a command line: --as).",
    )


def other(instead: str | None) -> list[str]:
    """The way to load the sheet as the lesser type all the same."""
    if instead is None:
        return []
    title = sheet_type(instead).title
    return [f"Or say that it holds {title} (on a command line: --as {instead}); the other columns are then left out."]


def advice(column: str, wanted: Column, unused: list[str], seen: list[str]) -> str:
    """What to do for a column that lacks. seen : headers of any name whose cells show that they could be it."""
    accepts = wanted.accepts
    names = ", ".join(f"'{name}'" for name in accepts[:3])
    near = nearest_headers(accepts, unused, NEAR_NAMES if wanted.kind == "name" else NEAR)
    near = near or [f"'{header}'" for header in seen]
    counted = scaled([f"'{header}'" for header in unused] if wanted.kind == "money" else near)
    if counted:
        return f"For {column}: {counted} Write the amounts out in full, in a column '{accepts[0]}'."
    instead = (
        f"If {' or '.join(near)} is meant, rename it to '{accepts[0]}'."
        if near
        else f"Name that column {names}, then upload it again."
    )
    return f"For {column}: {instead}"


def one_of(columns: tuple[str, ...]) -> str:
    """'customer_name, email or phone'."""
    return " or ".join(filter(None, (", ".join(columns[:-1]), columns[-1])))


def group_of(column: str, kind: SheetType) -> tuple[str, ...]:
    """The columns of which one would do where that one lacks."""
    return next((group for group in kind.one_of if group[0] == column), (column,))


def best_told(group: tuple[str, ...], kind: SheetType) -> str:
    """The column of the group that an owner has: the name, before an id."""
    return next((name for name in group if kind.column(name).kind == "name"), group[0])


def misread(wanted: Column, sheet: Sheet, unused: list[str]) -> str:
    """What stands in a column that has the right name, and how it should be written; '' where there is none."""
    how = WRITTEN.get(wanted.kind)
    for header, cells in zip(sheet.headers, sheet.cells, strict=True):
        is_named = header in unused and {normalise(header), without_unit(header)} & wanted.ranks.keys()
        if how and is_named and cells and cell_looks.share(wanted.kind, cells) < ALIKE:
            return f"For {wanted.name}: '{header}' has the name for it, but '{cells[0][:40]}' cannot be read. {how}"
    return ""


def seen_to_be(wanted: Column, sheet: Sheet, unused: list[str]) -> list[str]:
    """A few headers over days or amounts, where days or amounts lack; none of a file without rows."""
    found = could_be(wanted, sheet, unused) if sheet.sample and wanted.kind in WRITTEN else []
    return found if len(found) <= FEW else []


def could_be(wanted: Column, sheet: Sheet, unused: list[str]) -> list[str]:
    """The headers over cells that the column could hold; none that names a part of an amount, or the price of one."""
    if wanted.kind == "money":
        unused = [header for header in unused if not is_part_of_amount(header)]
    if wanted.kind in CHECKED and not sheet.sample:
        # No cell shows what a column holds: 'Status' is a little like 'Start'.
        return [header for header in unused if nearest_headers(wanted.accepts, [header], NEAR_NAMES)]
    if wanted.kind not in CHECKED:
        return unused
    cells = dict(zip(sheet.headers, sheet.cells, strict=True))
    fitting = [header for header in unused if (cell_looks.share(wanted.kind, cells[header]) or 0) >= ALIKE]
    if wanted.kind == "name":
        return [header for header in fitting if not are_kinds(cells[header])]
    if wanted.kind != "money":
        return [header for header in fitting if not CODES.search(normalise(header)) or any_date(cells[header])]
    # Tiers of a cake and guests of a party are whole numbers, too.
    return [header for header in fitting if MONEY_SIGN.search(header) or cell_looks.are_amounts(cells[header])]


def are_kinds(cells: list[str]) -> bool:
    """A few words, each again and again: departments and colours are no names of people."""
    return SEVERAL_TIMES * len(set(cells)) <= len(cells) and len(set(cells)) <= FEW_KINDS


def any_date(cells: list[str]) -> bool:
    return any(map(cell_looks.is_date, cells))


def is_part_of_amount(header: str) -> bool:
    """'Margin', 'Preis/kg'."""
    return bool(PART_OF_AMOUNT.search(normalise(header))) or ("/" in header and is_price(header))


def nearest_headers(accepts: tuple[str, ...], unused: list[str], at_least: float = NEAR) -> list[str]:
    """Up to three unused headers that are much like an accepted name, best first."""
    known = [normalise(name) for name in accepts]
    scored = [
        (process.extractOne(normalise(header), known, scorer=fuzz.token_sort_ratio)[1], header)
        for header in unused
        if normalise(header)
    ]
    return [
        f"'{header}'" for score, header in sorted(scored, reverse=True)[:3] if score >= at_least and len(header) > 3
    ]


def ambiguous(sheet: Sheet, names: list[str]) -> UnrecognisedSheet:
    titles = " and ".join(sheet_type(name).title for name in names)
    return UnrecognisedSheet(
        what=f"{title(sheet)} fits {titles} equally well. Its columns: {listed(sheet.headers)}.",
        fix=f"Say which it is (on a command line: --as {names[0]} or --as {names[1]}).",
    )


def title(sheet: Sheet) -> str:
    return f"'{sheet.name}'" if sheet.name else "The sheet"
