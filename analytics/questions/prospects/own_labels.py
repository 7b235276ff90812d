"""Labels that people wrote themselves, graded beside ours by what happened (H7)."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding

OUTCOMES = {"bought": "Bought", "not_bought": "Did not buy in time", "in_play": "In play"}


def headline(rows: pd.DataFrame) -> str:
    """Counts of who was right; nothing while all are in play."""
    first = rows.iloc[0]
    settled, open_count = int(first["settled_count"]), int(first["open_count"])
    waiting = f"{open_count:,} {'is' if open_count == 1 else 'are'} still in play"
    if not settled:
        return f"None of your own labels is settled yet; {waiting}."
    own, ours = int(first["own_right_count"]), int(first["ours_right_count"])
    told = f"Of {settled:,} settled, your own label was right for {own:,} and ours for {ours:,}"
    return f"{told}; {waiting}." if open_count else f"{told}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """People by outcome: who was right, theirs beside ours."""
    settled = rows[rows["outcome"] != "in_play"]
    drawing = charts.new()
    for name, column, colour in (("Your own label", "is_own_right", "accent"), ("Ours", "is_ours_right", "muted")):
        right = settled[column].fillna(False).astype(bool)
        counts = [int(right.sum()), int(settled[column].notna().sum() - right.sum())]
        drawing.add_bar(x=["Right", "Wrong"], y=counts, name=name, marker=charts.marker(colour))
    drawing.update_yaxes(title="People", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: it grades what was said, there is nothing to do."""
    return []
