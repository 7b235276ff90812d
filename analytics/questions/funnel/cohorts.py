"""People by the month they came in: sold, refused, left, and those who are still in play apart."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.funnel_steps import rate_with_range
from analytics.models.intervals import LISTED_BELOW
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.funnel.comparing import RATES, reals

QUESTION = "funnel/cohorts"
PARTS = (
    ("sold_count", "Sold", "won"),
    ("in_play_count", "In play", "open"),
    ("refused_count", "Refused", "lost"),
    ("left_count", "Gone quiet", "unknown"),
)


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts with the rate of those whose time is over (H1, H2, H4)."""
    rates = [rate_with_range(*counts) for counts in zip(rows["over_sold_count"], rows["over_count"], strict=True)]
    added = {name: reals(rate[place] for rate in rates) for place, name in enumerate(RATES)}
    return rows.assign(**added)[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nobody came in."""
    return None if len(rows) else NotEnough("people who came in on a path", 0, LISTED_BELOW, "leads")


def headline(rows: pd.DataFrame) -> str:
    """How many came, and what became of them."""
    sums = rows[[*(part[0] for part in PARTS), "came_count"]].sum()
    months, playing = len(rows), int(sums["in_play_count"])
    came = "1 person" if sums["came_count"] == 1 else f"{sums['came_count']:,} people"
    return (
        f"{came} came in over {months} {'month' if months == 1 else 'months'}:"
        f" {sums['sold_count']:,} bought, {sums['refused_count']:,} said no, {sums['left_count']:,} went quiet,"
        f" {playing:,} {'is' if playing == 1 else 'are'} still in play."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """People of each month by what became of them."""
    drawing = charts.new()
    for column, name, meaning in PARTS:
        drawing.add_bar(x=rows["cohort_month"], y=rows[column], name=name, marker=charts.marker(meaning))
    drawing.update_layout(barmode="stack")
    drawing.update_xaxes(title="Month in which they came in")
    drawing.update_yaxes(title="People", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: funnel/quarters tests whether it got better or worse."""
    return []
