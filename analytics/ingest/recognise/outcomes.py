"""Words of won and lost in the cells of a sheet: what tells a pipeline from a list of sales."""

from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import sheet_type
from analytics.ingest.recognise.sheet import Sheet

# Card terminals approve and decline payments, and customers accept and refuse: only these words tell a pipeline alone.
PLAIN_OUTCOMES = (
    *("won", "closed won", "gewonnen", "gagné", "gagnée", "ganado", "ganada"),
    *("lost", "closed lost", "verloren", "perdu", "perdue", "perdido", "perdida"),
)
# Card terminals write these beside payments; cards and keys get lost.
OF_PAYMENTS = ("declined", "rejected", "refused")


def says_won_and_lost(sheet: Sheet) -> bool:
    """Some column holds both a word for won and one for lost, as a pipeline does and a list of sales does not."""
    return any(words_of_outcomes(sheet)) or lists_offers(sheet)


def is_pipeline(sheet: Sheet) -> bool:
    """Such a column says won or lost outright."""
    plain = set(map(normalise, PLAIN_OUTCOMES))
    return any(not words.isdisjoint(plain) for words in words_of_outcomes(sheet)) or lists_offers(sheet)


def lists_offers(sheet: Sheet) -> bool:
    """A column of last days on which something holds, and one that says of some that they were turned down."""
    days = set(map(normalise, sheet_type("deals").days_of_offers))
    turned_down = set(map(normalise, outcome_words()[1])) - set(map(normalise, (*OF_PAYMENTS, *PLAIN_OUTCOMES)))
    return not days.isdisjoint(map(normalise, sheet.headers)) and any(
        are_turned_down(set(map(normalise, cells)), turned_down) for cells in sheet.cells
    )


def are_turned_down(words: set[str], turned_down: set[str]) -> bool:
    """Some of a column are, and none is paid or done: a voucher that was refused beside paid ones is no offer."""
    return not words.isdisjoint(turned_down) and words.isdisjoint(map(normalise, sheet_type("deals").done_words))


def words_of_outcomes(sheet: Sheet) -> list[set[str]]:
    """The words of each column that holds both a word for won and one for lost."""
    won, lost = (set(map(normalise, words)) for words in outcome_words())
    words = ({normalise(cell) for cell in cells} for cells in sheet.cells)
    return [each for each in words if not each.isdisjoint(won) and not each.isdisjoint(lost)]


def outcome_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    orders = sheet_type("orders")
    return orders.won_words, orders.lost_words
