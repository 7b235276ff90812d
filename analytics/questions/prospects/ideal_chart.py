"""What the best clients have, beside the prospects most like them: bars as long as shares, written as counts."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.prospects.ideal_looks import BETWEEN, CLIENTS, LOOKS, SAID, UNKNOWN, spelled

NEAREST = 10
MOST_VALUES = 3


@dataclass(frozen=True)
class Bar:
    """One thing that clients have: how many of those of whom it is known have it, clients and prospects each."""

    label: str
    client_count: int
    known_client_count: int
    prospect_count: int
    known_prospect_count: int


def figure(rows: pd.DataFrame) -> go.Figure:
    """Bars for the clients and for the ten prospects most like them, over the shares of each group."""
    drawing = charts.new(height=420)
    if not len(rows):
        return drawing
    nearest = rows.sort_values("fit_rate", ascending=False, kind="stable").head(NEAREST)
    bars = [bar for name, column in zip(LOOKS, CLIENTS[1:], strict=True) for bar in _bars(nearest, name, column)]
    drawing.update_layout(height=140 + 38 * len(bars))
    labels = [charts.label(bar.label) for bar in bars]
    mine, theirs = (_named(rows["client_count"].iloc[0], "best client"), _named(len(nearest), "prospect"))
    clients = [(bar.client_count, bar.known_client_count) for bar in bars]
    prospects = [(bar.prospect_count, bar.known_prospect_count) for bar in bars]
    _add(drawing, labels, clients, (f"Your {mine}", "won"))
    _add(drawing, labels, prospects, (f"The {theirs} most like them", "open"))
    # No percentage: clients are few (H1), and a bar of 2 of 5 is as long as one of 4 of 10.
    ticks = {"tickvals": [0, 0.5, 1], "ticktext": ["none", "half", "all"]}
    drawing.update_xaxes(title="Share of each group", range=[0, 1.6], **ticks)
    drawing.update_yaxes(autorange="reversed")
    return drawing


def _bars(nearest: pd.DataFrame, name: str, column: str) -> list[Bar]:
    mine = [value for value in str(nearest[column].iloc[0]).split(BETWEEN) if value != UNKNOWN]
    theirs = [spelled(name, value) for value in nearest[name].dropna()]
    if not mine:
        return []
    ways = _within(mine) if name == "site_count" else _each(mine)
    said = SAID[LOOKS[name]].capitalize()
    return [
        Bar(f"{said}: {way}", sum(map(holds, mine)), len(mine), sum(map(holds, theirs)), len(theirs))
        for way, holds in ways.items()
    ]


def _each(values: list[str]) -> dict[str, Callable[[str], bool]]:
    """The values that most clients have, each with what tells whether somebody has it."""
    return {value: value.__eq__ for value, _ in Counter(values).most_common(MOST_VALUES)}


def _within(values: list[str]) -> dict[str, Callable[[str], bool]]:
    """From the smallest to the largest: a number is hardly ever the very same."""
    numbers = [_number(value) for value in values]
    low, high = min(numbers), max(numbers)
    way = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return {way: lambda value: low <= _number(value) <= high}


def _number(value: str) -> int:
    return int(value.replace(",", ""))


def _add(drawing: go.Figure, labels: list[str], counts: list[tuple[int, int]], look: tuple[str, str]) -> None:
    told = [f"{count} of {known}" if known else "not known" for count, known in counts]
    drawing.add_bar(
        y=labels,
        # Nobody known is no bar, which is not a bar of nought.
        x=[count / known if known else None for count, known in counts],
        text=told,
        textposition="outside",
        cliponaxis=False,
        orientation="h",
        name=look[0],
        marker=charts.marker(look[1]),
        hovertemplate="%{y}<br>%{text}<extra></extra>",
    )


def _named(count: int, noun: str) -> str:
    return f"{charts.count(count)} {noun}{'' if count == 1 else 's'}"
