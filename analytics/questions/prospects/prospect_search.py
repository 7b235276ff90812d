"""Find a prospect by part of a name, company, number or e-mail."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding

DRAWN = 20


def headline(rows: pd.DataFrame) -> str:
    """How many were found."""
    return f"{len(rows):,} {'prospect' if len(rows) == 1 else 'prospects'} found, opportunities first."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Both scores of those found."""
    shown = rows.head(DRAWN)
    drawing = charts.new(height=140 + 24 * len(shown))
    names = [charts.label(f"{name} ({key})") for name, key in zip(shown["name"], shown["person_key"], strict=True)]
    for axis, meaning in (("sale", "open"), ("repeat", "won")):
        drawing.add_scatter(
            x=shown[f"{axis}_score"].astype("float64"),
            y=names,
            mode="markers",
            name=f"{axis.capitalize()} score",
            marker=charts.point(meaning),
        )
    drawing.update_xaxes(title="Points", range=[-3, 103])
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None."""
    return []
