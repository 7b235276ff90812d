"""How the buyers' questions speak of a customer and of how sure they are."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import COMPARED_FROM, LISTED_BELOW
from analytics.questions import named_bars
from analytics.questions.finding import Person

NAMED = 10


def key_of(row: object) -> str:
    """The business's own key of the customer, else ours."""
    return str(row.customer_id if pd.notna(row.customer_id) else row.person_key)


def who(row: object) -> str:
    """Name and key for an axis: two customers of one name stay two bars."""
    return named_bars.place(row.name, key_of(row))


def name_bars(drawing: go.Figure, rows: pd.DataFrame) -> go.Figure:
    """The customers of `who` by name, best on top; with their key only where two have the same name."""
    return named_bars.name_bars(drawing, list(rows["name"]), [key_of(row) for row in rows.itertuples()])


def ago(days: object) -> str:
    """How long before the day looked at: less than a day ago, 1 day ago, 33 days ago."""
    return "less than a day ago" if days == 0 else f"{several(int(days), 'day')} ago"


def person(row: object, why: str) -> Person:
    """The customer of a row, with the reason to call."""
    return Person(str(row.name), key_of(row), why)


def gave(row: object) -> str:
    """A score and what it is out of: gave 9 out of 10, gave 3 on a scale of 1 to 5."""
    lowest, _, highest = str(row.scale_name).partition(" to ")
    scale = f"out of {highest}" if lowest == "0" else f"on a scale of {row.scale_name}"
    return f"gave {float(row.score):g} {scale}"


def is_or_are(count: int) -> str:
    """A count with its verb: 1 is, 12 are."""
    return f"{count:,} {'is' if count == 1 else 'are'}"


def give(count: int) -> str:
    """The verb for so many: 1 gives, 12 give."""
    return "gives" if count == 1 else "give"


def have(count: int) -> str:
    """The verb for so many: 1 has, 12 have."""
    return "has" if count == 1 else "have"


def several(count: int, noun: str) -> str:
    """A count with its noun: 1 ask, 21 asks."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def certainty(cases: int) -> str:
    """How sure a rate is that so many cases tell (H1)."""
    if cases < LISTED_BELOW:
        return "low"
    return "high" if cases >= COMPARED_FROM else "medium"
