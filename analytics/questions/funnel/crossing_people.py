"""People who were touched on more than one path."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding
from analytics.questions.funnel.words import OUTCOMES

LOOKS = {"sold": "won", "in_play": "open", "refused": "lost", "left": "unknown"}


def headline(rows: pd.DataFrame) -> str:
    """How many crossed, and how many of them bought."""
    crossed, sold = (int(rows[name].iloc[0]) for name in ("crossing_sum", "sold_sum"))
    return f"{crossed:,} people were touched on more than one path; {sold:,} of them bought."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Those listed by what became of them."""
    drawing = charts.new(height=240)
    for outcome, name in OUTCOMES.items():
        count = int((rows["outcome"] == outcome).sum())
        drawing.add_bar(
            x=[count], y=[name], orientation="h", marker=charts.marker(LOOKS[outcome]), name=name, showlegend=False
        )
    drawing.update_xaxes(title="People", rangemode="tozero")
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: a list to look into."""
    return []
