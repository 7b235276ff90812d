"""How the buyers' questions speak of a customer and of how sure they are."""

import pandas as pd

from analytics.models.intervals import COMPARED_FROM, LISTED_BELOW
from analytics.questions import charts
from analytics.questions.finding import Person

NAMED = 10


def key_of(row: object) -> str:
    """The business's own key of the customer, else ours."""
    return str(row.customer_id if pd.notna(row.customer_id) else row.person_key)


def who(row: object) -> str:
    """Name and key for an axis: two customers of one name stay two bars."""
    return charts.label(f"{row.name} ({key_of(row)})")


def person(row: object, why: str) -> Person:
    """The customer of a row, with the reason to call."""
    return Person(str(row.name), key_of(row), why)


def is_or_are(count: int) -> str:
    """A count with its verb: 1 is, 12 are."""
    return f"{count:,} {'is' if count == 1 else 'are'}"


def several(count: int, noun: str) -> str:
    """A count with its noun: 1 ask, 21 asks."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def certainty(cases: int) -> str:
    """How sure a rate is that so many cases tell (H1)."""
    if cases < LISTED_BELOW:
        return "low"
    return "high" if cases >= COMPARED_FROM else "medium"
