"""Amounts that stand in one column for each rate of tax: 'Netto 7 %' and 'Netto 19 %' make one sale."""

import re
from collections import defaultdict

from analytics.ingest.recognise.fees_and_taxes import HIGHEST_RATE, WITHOUT_TAX, cents
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount

RATE = re.compile(r"(.+?)\W*\b(\d{1,2}(?:[.,]\d{1,2})?) ?%\W*")


def added_rates(sheet: Sheet, kind: SheetType, index: int | None) -> RowAmount:
    """The sum of such columns, without tax where there are some.

    index : of the one amount that the sheet has; where it is that sum already, it stands.
    """
    for headers in by_rate(sheet, kind):
        places = [sheet.headers.index(header) for header in headers]
        if index is None or is_more(sheet, places, index):
            listed = " and ".join(f"'{header}'" for header in headers)
            sentence = f"{listed} were added up: each holds what is taxed at its rate."
            return RowAmount({"add": list(headers), "subtract": []}, notes=(("added_rates", sentence),))
    return AS_IT_STANDS


def by_rate(sheet: Sheet, kind: SheetType) -> list[tuple[str, ...]]:
    """Headers that differ in their rate alone and name an amount without it; those without tax first."""
    known = kind.column(kind.given_back.column).ranks
    found: dict[str, list[str]] = defaultdict(list)
    for header in sheet.headers:
        told = RATE.fullmatch(header.strip())
        if told and normalise(told[1]) in known:
            found[normalise(told[1])].append(header)
    several = [(text, tuple(headers)) for text, headers in found.items() if len(set(headers)) > 1]
    return [headers for text, headers in sorted(several, key=lambda each: WITHOUT_TAX.isdisjoint(each[0].split()))]


def is_more(sheet: Sheet, places: list[int], index: int) -> bool:
    """The one amount is never below the sum and on some row above it, by no more than taxes: it holds them, too."""
    rows = [[cents(row[place]) if place < len(row) else 0 for place in (index, *places)] for row in sheet.sample]
    told = [(row[0], sum(row[1:])) for row in rows if row[0] and any(row[1:])]
    are_taxes = all(less <= more <= less * (1 + HIGHEST_RATE / 1000) for more, less in told)
    return bool(told) and are_taxes and any(more > less for more, less in told)
