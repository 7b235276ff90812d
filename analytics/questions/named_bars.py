"""Bars that lie beside names which owners gave: long ones leave room for the bars, equal ones stay apart."""

from collections import Counter
from collections.abc import Sequence
from textwrap import wrap

import plotly.graph_objects as go

from analytics import labels
from analytics.questions import charts

# Characters of a line beside a bar: more leave no room for the bars on a phone. A longer name takes two lines.
BESIDE_A_BAR = 24
LONGEST = 48
# Pixels of a bar whose name takes two lines, and what stands above and below the bars.
TALL_BAR, AROUND = 33, 140


def place(name: object, key: object) -> str:
    """Where on the axis the bar lies: two of one name stay two bars."""
    return charts.label(f"{name} ({key})")


def name_bars(drawing: go.Figure, names: Sequence[object], keys: Sequence[object]) -> go.Figure:
    """The bars that lie at their `place` by name, first on top; with the key only where two have the same name."""
    short = [_in_two_lines(labels.plain(name, LONGEST)) for name in names]
    often = Counter(short)
    texts = [f"{name} ({key})" if often[name] > 1 else name for name, key in zip(short, keys, strict=True)]
    order = [place(name, key) for name, key in zip(names, keys, strict=True)]
    if any("<br>" in text for text in texts):
        drawing.update_layout(height=AROUND + TALL_BAR * len(texts))
    return drawing.update_yaxes(
        autorange="reversed", categoryorder="array", categoryarray=order, tickvals=order, ticktext=texts
    )


def _in_two_lines(name: str) -> str:
    if len(name) <= BESIDE_A_BAR:
        return charts.label(name)
    return "<br>".join(charts.label(line) for line in wrap(name, max(BESIDE_A_BAR, len(name) // 2 + 4)))
