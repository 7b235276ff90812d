"""The ideal clients themselves, by name."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding


def headline(rows: pd.DataFrame) -> str:
    """How many there are, of how many wanted."""
    first = rows.iloc[0]
    count, aim = charts.count(first["client_count"]), charts.count(first["client_aim_count"])
    return f"{count} of your latest customers are profitable, loyal and active ({aim} are looked for)."


def figure(rows: pd.DataFrame) -> go.Figure:
    """What each has paid so far."""
    drawing = charts.new(height=120 + 30 * len(rows))
    drawing.add_bar(
        x=rows["revenue_amount"].astype("float64"),
        y=[charts.label(name) for name in rows["name"]],
        orientation="h",
        marker=charts.marker("won"),
        hovertemplate="%{y}<br>%{x:,.0f}<extra></extra>",
    )
    drawing.update_xaxes(title="Revenue so far", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: this list stands behind the findings of the profile."""
    return []
