"""The customers behind the repeat scores: who came back, and for how much."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW, wilson
from analytics.questions import charts
from analytics.questions.finding import Finding
from analytics.questions.prospects.words import window

DRAWN = 20


def headline(rows: pd.DataFrame) -> str:
    """How many came back, with the range from 10 customers on."""
    came, cases = int(rows["came_back_count"].iloc[0]), int(rows["history_count"].iloc[0])
    low, high = wilson(came, cases)
    share = f", {charts.rate_text(low, came / cases, high)}" if cases >= LISTED_BELOW else ""
    money = charts.money(rows["later_total_amount"].iloc[0])
    within = window(rows["repeat_window_days"].iloc[0])
    return f"{came:,} of {cases:,} customers came back within {within}{share}; they then ordered for {money}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Money after the first order, the largest first."""
    shown = rows.head(DRAWN)
    drawing = charts.new(height=120 + 24 * len(shown))
    drawing.add_bar(
        x=shown["later_amount"].astype("float64"),
        y=[charts.label(f"{name} ({key})") for name, key in zip(shown["name"], shown["person_key"], strict=True)],
        orientation="h",
        marker=charts.marker("won"),
        hovertemplate="%{y}<br>%{x:,.0f} after the first order<extra></extra>",
    )
    within = f", within {window(rows['repeat_window_days'].iloc[0])}" if len(rows) else ""
    drawing.update_xaxes(title=f"Revenue after the first order{within}", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: this list stands behind the findings of the scores."""
    return []
