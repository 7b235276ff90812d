"""People met at events and talks: whom nobody has called since."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding

BANDS = (
    ("Within 7 days", 0, 7, "won"),
    ("8 to 30 days", 7, 30, "one_off"),
    ("After 30 days", 30, float("inf"), "lost"),
)


def headline(rows: pd.DataFrame) -> str:
    """How many were met and how many heard nothing since."""
    met, left = int(rows["met_count"].iloc[0]), int(rows["unfollowed_count"].iloc[0])
    return f"{met:,} people met at events and talks; {left:,} of them have heard nothing from you since."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Those listed by how soon they were followed up."""
    drawing = charts.new(height=260)
    days = rows["followed_days"].astype("float64")
    for name, above, up_to, meaning in BANDS:
        drawing.add_bar(
            x=[int(((days > above) & (days <= up_to)).sum())],
            y=[name],
            orientation="h",
            name=name,
            marker=charts.marker(meaning),
            showlegend=False,
        )
    drawing.add_bar(
        x=[int(days.isna().sum())], y=["Not yet"], orientation="h", marker=charts.marker("missing"), showlegend=False
    )
    drawing.update_xaxes(title="People", rangemode="tozero")
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: funnel/events names those to call."""
    return []
