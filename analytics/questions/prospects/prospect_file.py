"""Everything that happened with one prospect so far."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import file_chart
from analytics.questions.entry_words import entries_spoken
from analytics.questions.finding import Finding

KINDS = {
    "came in": "open",
    "contact": "muted",
    "talk": "accent",
    "open deal": "open",
    "won deal": "won",
    "lost deal": "lost",
    "entry": "quiet",
}

# What was written down is told in words.
compute = entries_spoken


def headline(rows: pd.DataFrame) -> str:
    """How often somebody was in touch, and when last."""
    touched = rows[rows["kind"].isin(["contact", "talk"])]
    days = touched["happened_date"].dropna()
    if not len(days):
        return f"Nobody was in touch with {rows['name'].iloc[0]} as far as the files tell."
    times = "once" if len(touched) == 1 else f"{len(touched):,} times"
    return f"In touch with {rows['name'].iloc[0]} {times}, last on {max(days):%Y-%m-%d}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Everything with a day, by kind."""
    return file_chart.by_kind(rows, KINDS)


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: it is a file to read."""
    return []
