"""People who did not go on, with everything known of them that may tell why."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding
from analytics.questions.funnel.words import LINKS, STATES

LOOKS = {"never_followed_up": "missing", "never_asked": "leak", "no_answer": "unknown", "refused": "lost"}


def headline(rows: pd.DataFrame) -> str:
    """How many did not go on, and how many of them never said no."""
    total, listed = int(rows["dropped_count"].iloc[0]), len(rows)
    refused = int((rows["state"] == "refused").sum())
    of = "of them" if listed == total else f"of the {listed:,} listed"
    return f"{total:,} people did not go on; {refused:,} {of} said no, the others were left or did not answer."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Those listed by the link they did not take, and what happened there."""
    drawing = charts.new(height=300)
    for state, meaning in LOOKS.items():
        counts = rows[rows["state"] == state].groupby("link").size()
        drawing.add_bar(
            x=[int(counts.get(link, 0)) for link in list(LINKS)[1:]],
            y=list(LINKS.values())[1:],
            name=STATES[state],
            orientation="h",
            marker=charts.marker(meaning),
        )
    drawing.update_layout(barmode="stack")
    drawing.update_xaxes(title="People", rangemode="tozero")
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: funnel/drop_reasons tells what they have in common."""
    return []
