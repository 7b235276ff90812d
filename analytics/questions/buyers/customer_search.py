"""Find a customer by part of a name, number or e-mail."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.buyers.amounts import floats
from analytics.questions.buyers.words import name_bars, several, who
from analytics.questions.finding import Finding


def headline(rows: pd.DataFrame) -> str:
    """How many were found."""
    return f"{several(len(rows), 'customer')} found, most revenue first."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Revenue so far of those found."""
    shown = rows.head(20)
    drawing = charts.new(height=140 + 24 * len(shown))
    drawing.add_bar(
        x=floats(shown, "revenue_amount"),
        y=[who(row) for row in shown.itertuples()],
        orientation="h",
        marker=charts.marker("accent"),
        hovertemplate="%{y}: %{x:,.0f}<extra></extra>",
    )
    drawing.update_xaxes(title="Revenue so far", rangemode="tozero")
    return name_bars(drawing, shown)


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None."""
    return []
