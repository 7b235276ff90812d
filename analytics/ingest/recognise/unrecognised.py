"""The words for a sheet that fits no type: what was found, which type is nearest, what it lacks, what to do."""

import re

from rapidfuzz import fuzz, process

from analytics.errors import IncompleteSheet, UnrecognisedSheet
from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.header_text import listed, normalise
from analytics.ingest.recognise.known import Column, sheet_type, sheet_types
from analytics.ingest.recognise.matching import CHECKED, Sheet
from analytics.ingest.recognise.months import MONTHS_ACROSS, months_across
from analytics.ingest.recognise.price_of_one import is_price
from analytics.ingest.recognise.recognised import Recognised
from analytics.ingest.recognise.scales import scaled

# So many of the cells look like the column that lacks.
ALIKE = 0.6
# Counted as sales, these would be a silent error.
PART_OF_AMOUNT = re.compile(
    r"\b(?:margin|marge|margen|profit|gewinn|benefice|beneficio|winst|balance|saldo|solde|vat|tax|mwst|ust|tva|iva|btw"
    r"|discount|rabatt|remise|descuento|korting|fees?|tips?|trinkgeld|commission|provision|per|pro|je|par|por|each)\b"
)


def lacking(sheet: Sheet, nearest: Recognised, instead: str | None = None) -> UnrecognisedSheet:
    """The nearest type and the columns it lacks, with the headers that come nearest to them.

    instead : the type that the sheet would do for if the columns that it has no place for were left out.
    """
    kind = sheet_type(nearest.sheet_type)
    if nearest.score == 0:
        return unknown(sheet)
    if nearest.unclear:
        return UnrecognisedSheet(what=f"{title(sheet)} looks like {kind.title}.", fix=nearest.unclear)
    lacks = " and ".join(nearest.missing)
    unused = [match.header for match in nearest.matches if match.column is None and match.header.strip()]
    is_known = len(nearest.missing) == 1 and len(nearest.columns) >= 3 and not unused
    what = (
        f"{title(sheet)} looks most like {kind.title} ({kind.says}), but has no column for {lacks}. "
        f"Its columns: {listed(sheet.headers)}."
    )
    if across := months_across(sheet.headers):
        return UnrecognisedSheet(what, across, MONTHS_ACROSS)
    advised = [
        advice(column, kind.column(column), could_be(kind.column(column), sheet, unused)) for column in nearest.missing
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
        "or choose the sheet type on the upload page.",
    )


def other(instead: str | None) -> list[str]:
    """The way to load the sheet as the lesser type all the same."""
    if instead is None:
        return []
    title = sheet_type(instead).title
    return [f"Or choose {title} on the upload page (--as {instead}); the other columns are then left out."]


def advice(column: str, wanted: Column, unused: list[str]) -> str:
    accepts = wanted.accepts
    names = ", ".join(f"'{name}'" for name in accepts[:3])
    near = nearest_headers(accepts, unused)
    counted = scaled([f"'{header}'" for header in unused] if wanted.kind == "money" else near)
    if counted:
        return f"For {column}: {counted} Write the amounts out in full, in a column '{accepts[0]}'."
    instead = (
        f"If {' or '.join(near)} is meant, rename it to '{accepts[0]}'."
        if near
        else f"Name that column {names}, then upload it again."
    )
    return f"For {column}: {instead}"


def could_be(wanted: Column, sheet: Sheet, unused: list[str]) -> list[str]:
    """The headers over cells that the column could hold; none that names a part of an amount, or the price of one."""
    if wanted.kind == "money":
        unused = [header for header in unused if not is_part_of_amount(header)]
    if wanted.kind not in CHECKED:
        return unused
    fits = {
        header: cell_looks.share(wanted.kind, cells) for header, cells in zip(sheet.headers, sheet.cells, strict=True)
    }
    return [header for header in unused if fits[header] is None or fits[header] >= ALIKE]


def is_part_of_amount(header: str) -> bool:
    """'Margin', 'Preis/kg'."""
    return bool(PART_OF_AMOUNT.search(normalise(header))) or ("/" in header and is_price(header))


def nearest_headers(accepts: tuple[str, ...], unused: list[str]) -> list[str]:
    """Up to three unused headers that are much like an accepted name, best first."""
    known = [normalise(name) for name in accepts]
    scored = [
        (process.extractOne(normalise(header), known, scorer=fuzz.token_sort_ratio)[1], header)
        for header in unused
        if normalise(header)
    ]
    return [f"'{header}'" for score, header in sorted(scored, reverse=True)[:3] if score >= 60 and len(header) > 3]


def ambiguous(sheet: Sheet, names: list[str]) -> UnrecognisedSheet:
    titles = " and ".join(sheet_type(name).title for name in names)
    return UnrecognisedSheet(
        what=f"{title(sheet)} fits {titles} equally well. Its columns: {listed(sheet.headers)}.",
        fix="Say which it is: choose the sheet type on the upload page, "
        f"or load it with --as {names[0]} or --as {names[1]}.",
    )


def title(sheet: Sheet) -> str:
    return f"'{sheet.name}'" if sheet.name else "The sheet"
