"""How the buyers' questions speak of a customer and of how sure they are."""

from collections import Counter
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from analytics import labels
from analytics.models.intervals import COMPARED_FROM, LISTED_BELOW
from analytics.questions import charts
from analytics.questions.finding import Person

NAMED = 10
# Characters of a line beside a bar: more leave no room for the bars on a phone. A longer name takes two lines.
BESIDE_A_BAR = 24
LONGEST = 48
# Pixels of a bar whose name takes two lines, and what stands above and below the bars.
TALL_BAR, AROUND = 33, 140


def key_of(row: object) -> str:
    """The business's own key of the customer, else ours."""
    return str(row.customer_id if pd.notna(row.customer_id) else row.person_key)


def who(row: object) -> str:
    """Name and key for an axis: two customers of one name stay two bars."""
    return charts.label(f"{row.name} ({key_of(row)})")


def name_bars(drawing: go.Figure, rows: pd.DataFrame) -> go.Figure:
    """The customers of `who` by name, best on top; with their key only where two have the same name."""
    short = [_in_two_lines(labels.plain(name, LONGEST)) for name in rows["name"]]
    often = Counter(short)
    texts = [
        f"{name} ({key_of(row)})" if often[name] > 1 else name
        for name, row in zip(short, rows.itertuples(), strict=True)
    ]
    order = [who(row) for row in rows.itertuples()]
    if any("<br>" in text for text in texts):
        drawing.update_layout(height=AROUND + TALL_BAR * len(rows))
    return drawing.update_yaxes(
        autorange="reversed", categoryorder="array", categoryarray=order, tickvals=order, ticktext=texts
    )


def _in_two_lines(name: str) -> str:
    if len(name) <= BESIDE_A_BAR:
        return charts.label(name)
    return "<br>".join(charts.label(line) for line in wrap(name, max(BESIDE_A_BAR, len(name) // 2 + 4)))


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
