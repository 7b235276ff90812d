"""A list of people that is a list of sales: the same people again and again beside amounts and dates nobody reads.

Landed as customers it would lose every sale without a word.
"""

import re

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.matching import Sheet
from analytics.ingest.recognise.recognised import Recognised

SALES = "orders"
LISTS_OF_PEOPLE = frozenset({"customers", "leads"})
WHO = frozenset({"customer_id", "lead_id", "name", "first_name", "company", "email", "phone"})
FEWEST_ROWS = 5
# In a list of people hardly anybody stands twice.
SHARE_OF_PEOPLE = 0.7
# A number with cents, or with a sign or code of money: years, ids and counts have neither.
AMOUNT = re.compile(r"[-+(\s]*(?:[$€£]|[A-Z]{3}\b)|.*\d[.,]\d\d(?:\D*)$|.*[€£$]\s*$")


def holds_unread_sales(proposal: Recognised, sheet: Sheet) -> bool:
    """Most people of the list come again, and some unread columns hold amounts and dates."""
    if proposal.sheet_type not in LISTS_OF_PEOPLE or proposal.tool or len(sheet.sample) < FEWEST_ROWS:
        return False
    who = [match.column_index for match in proposal.matches if match.column in WHO]
    people = {tuple(row[at] if at < len(row) else None for at in who) for row in sheet.sample}
    if len(people) > SHARE_OF_PEOPLE * len(sheet.sample):
        return False
    unread = [sheet.cells[match.column_index] for match in proposal.matches if match.header not in proposal.columns]
    return any(map(are_amounts, unread)) and any(map(are_dates, unread))


def are_amounts(cells: list[str]) -> bool:
    amounts = cell_looks.share("money", cells)
    return (
        amounts is not None and amounts >= 0.8 and sum(bool(AMOUNT.match(cell)) for cell in cells) >= 0.5 * len(cells)
    )


def are_dates(cells: list[str]) -> bool:
    return bool(cells) and sum(map(cell_looks.is_date, cells)) >= 0.8 * len(cells)
