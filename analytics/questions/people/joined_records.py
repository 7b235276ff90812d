"""Joined records: what was taken for one person without asking, and why."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding


def headline(rows: pd.DataFrame) -> str:
    """How many people stand in several records."""
    people = int(rows["person_count"].iloc[0])
    joins = int(rows["join_count"].iloc[0])
    listed = "" if len(rows) == joins else f" (the first {len(rows):,} of {joins:,} joins are listed)"
    return f"{people:,} {'person stands' if people == 1 else 'people stand'} in more than one record{listed}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Joins by what was shared."""
    counted = rows["reason"].value_counts().sort_index()
    drawing = charts.new()
    drawing.add_bar(
        x=counted.to_numpy(),
        y=[charts.label(reason) for reason in counted.index],
        orientation="h",
        marker=charts.marker("accent"),
    )
    drawing.update_xaxes(title="Joins", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: a list to check, nothing to do."""
    return []
