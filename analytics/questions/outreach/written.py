"""Who was written to, one by one."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding


def headline(rows: pd.DataFrame) -> str:
    """How many letters, and how many talks."""
    written = rows[~rows["is_held_out"].astype(bool)]
    letters = f"{len(written):,} {'letter' if len(written) == 1 else 'letters'}"
    return f"{letters} written; {int(written['talked_date'].notna().sum()):,} of these people talked to so far."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Letters by campaign, those talked to apart."""
    written = rows[~rows["is_held_out"].astype(bool)]
    counted = written.groupby("campaign", sort=False)["talked_date"].agg(["size", "count"])
    drawing = charts.new(height=140 + 44 * max(len(counted), 1))
    names = [charts.label(name) for name in counted.index]
    drawing.add_bar(x=counted["count"], y=names, orientation="h", name="Talked", marker=charts.marker("won"))
    waiting = counted["size"] - counted["count"]
    drawing.add_bar(x=waiting, y=names, orientation="h", name="Not yet", marker=charts.marker("open"))
    drawing.update_xaxes(title="People written to", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing.update_layout(barmode="stack")


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: the list of outreach/results, which says what to do."""
    return []
