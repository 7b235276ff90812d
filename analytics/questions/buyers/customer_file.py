"""What else is on file about one customer."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import file_chart
from analytics.questions.buyers.words import several
from analytics.questions.entry_words import entries_spoken
from analytics.questions.finding import Finding

KINDS = {
    "open deal": "open",
    "won deal": "won",
    "lost deal": "lost",
    "score": "one_off",
    "name given": "missing",
    "introduction": "missing",
    "talk": "accent",
    "contact": "muted",
    "entry": "quiet",
}
PLURALS = {"name given": "names given", "entry": "entries"}

# What was written down is told in words.
compute = entries_spoken


def headline(rows: pd.DataFrame) -> str:
    """How many of each kind."""
    counts = rows["kind"].value_counts()
    told = ", ".join(_counted(int(counts[kind]), kind) for kind in KINDS if kind in counts)
    return f"On file: {told}." if told else "Nothing else is on file."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Everything with a day, by kind."""
    return file_chart.by_kind(rows, KINDS)


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: it is a file to read."""
    return []


def _counted(count: int, kind: str) -> str:
    return f"{count:,} {PLURALS[kind]}" if count != 1 and kind in PLURALS else several(count, kind)
