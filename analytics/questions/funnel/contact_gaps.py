"""Leads of whom something is missing to reach them by e-mail, phone and post."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding

DETAILS = ("e-mail", "phone", "address")


def headline(rows: pd.DataFrame) -> str:
    """How many leads lack something."""
    gaps, leads = int(rows["gap_count"].iloc[0]), int(rows["lead_count"].iloc[0])
    listed = "" if len(rows) == gaps else f" (the first {len(rows):,} are listed)"
    lack = "lead lacks" if leads == 1 else "leads lack"
    return f"{gaps:,} of {leads:,} {lack} an e-mail, a phone or an address{listed}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """How many of those listed lack what."""
    drawing = charts.new(height=240)
    missing = rows["missing_detail"].astype("str")
    counts = [int(missing.str.contains(detail, regex=False).sum()) for detail in DETAILS]
    drawing.add_bar(
        x=counts, y=[f"No {detail}" for detail in DETAILS], orientation="h", marker=charts.marker("unknown")
    )
    drawing.update_xaxes(title="Leads", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: a list to work through."""
    return []
