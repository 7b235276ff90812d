"""Columns that tell of readers of a newsletter: what they opened, and whether they still read it."""

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import SheetType, sheet_type
from analytics.ingest.recognise.sheet import Sheet

# What a mailing counts of each of its readers; one alone may be a field of any form.
COUNTED_OF_READERS = ("opens", "clicks", "views")
FEWEST_COUNTS = 2
# What a newsletter says of each of its readers.
STATES_OF_READERS = """
subscribed unsubscribed subscriber unconfirmed nonsubscribed bounced cleaned abonniert abgemeldet angemeldet
unbestaetigt abonne abonnee desabonne desabonnee desinscrit desinscrite suscrito suscrita desuscrito ingeschreven
uitgeschreven afgemeld aangemeld iscritto disiscritto
"""
READER_STATES = frozenset(STATES_OF_READERS.split())
FEWEST_READER_STATES = 2


def holds_states_of_readers(sheet: Sheet, index: int) -> bool:
    """Most cells say subscribed or unsubscribed, and several different ones do."""
    words = [normalise(cell) for cell in sheet.cells[index]]
    told = [word for word in words if word in READER_STATES]
    return len(set(told)) >= FEWEST_READER_STATES and 2 * len(told) > len(words)


def counts_readers(sheet: Sheet, index: int) -> bool:
    return (
        normalise(sheet.headers[index]) in readers_counts(sheet_type("path_counts"))
        and (cell_looks.share("count", sheet.cells[index]) or 0) >= cell_looks.MOST
    )


def readers_counts(kind: SheetType) -> set[str]:
    named = (rule.named.get(each, ()) for rule in kind.row_sets for each in COUNTED_OF_READERS)
    return {normalise(header) for headers in named for header in headers}
