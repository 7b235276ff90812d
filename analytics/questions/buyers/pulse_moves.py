"""Moves between active, due, overdue and gone since a quarter ago."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW, wilson
from analytics.questions import charts
from analytics.questions.buyers.words import is_or_are, several
from analytics.questions.finding import Finding, NotEnough

CLASSES = ("new", "active", "due", "overdue", "gone", "unknown")


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nobody is late while nobody's pace is known, because nobody ever came back."""
    if len(rows) and rows["now_activity"].eq("unknown").all():
        return NotEnough("customers who ordered on two days", 0, 1, "orders")
    return None


def headline(rows: pd.DataFrame) -> str:
    """How many slipped and how many came closer, with the range of the share that slipped."""
    first = rows.iloc[0]
    worse, known = int(first["worse_count"]), int(first["known_before_count"])
    new = is_or_are(int(first["new_count"]))
    if not known:
        return f"Since {first['before_date']} nobody could slip: nobody's pace was known before, and {new} new."
    share = ""
    if known >= LISTED_BELOW:
        low, high = wilson(worse, known)
        share = f", {charts.rate_text(low, worse / known, high)}"
    return (
        f"Since {first['before_date']}, {worse:,} of {several(known, 'customer')} slipped{share},"
        f" {charts.count(first['better_count'])} came closer and {new} new."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Customers by class a quarter ago (down) and now (across)."""
    before = [name for name in CLASSES if name in set(rows["before_activity"])]
    now = [name for name in CLASSES if name in set(rows["now_activity"])]
    counts = {(row.before_activity, row.now_activity): int(row.customer_count) for row in rows.itertuples()}
    cells = [[counts.get((was, now_is), 0) for now_is in now] for was in before]
    drawing = charts.new(height=120 + 52 * max(len(before), 1))
    drawing.add_heatmap(
        z=cells,
        x=[charts.label(name) for name in now],
        y=[charts.label(name) for name in before],
        text=[[charts.count(cell) for cell in line] for line in cells],
        texttemplate="%{text}",
        # Pale throughout, and the text of the page: what Plotly chooses by itself cannot be read on dark cells.
        colorscale=[[0, charts.FAINT["grid"]], [1, charts.FAINT["accent"]]],
        textfont={"color": charts.COLOUR["text"]},
        showscale=False,
        hovertemplate="%{y} a quarter ago, %{x} now: %{z} customers<extra></extra>",
    )
    drawing.update_xaxes(title="Now", type="category", showgrid=False)
    drawing.update_yaxes(title="A quarter ago", type="category", autorange="reversed", showgrid=False)
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: whom to call stands in the pulse."""
    return []
