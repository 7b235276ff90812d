"""Open deals that lack a yes, with the question to ask."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding

DRAWN = 20


def headline(rows: pd.DataFrame) -> str:
    """How many there are, and how many only wait for a question."""
    asked = int(rows["next_question"].notna().sum())
    return (
        f"{charts.count(rows['deal_count'].iloc[0])} open deals lack a yes;"
        f" {asked:,} of the {len(rows):,} listed wait for a question."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Amount of the largest."""
    shown = rows.head(DRAWN)
    drawing = charts.new(height=140 + 24 * len(shown))
    drawing.add_bar(
        x=shown["amount"].astype("float64"),
        y=[charts.label(f"{name} ({key})") for name, key in zip(shown["name"], shown["deal_id"], strict=True)],
        orientation="h",
        marker=charts.marker("unknown"),
        hovertemplate="%{y}<br>%{x:,.0f}<extra></extra>",
    )
    drawing.update_xaxes(title="Amount of the deal", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: this list stands behind the findings of the scores."""
    return []
