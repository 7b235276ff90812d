"""Chances by month: what was said and what came true, month by month."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW, wilson
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding
from analytics.questions.prospects import report_card

QUESTION = "prospects/report_card_months"
# Where the report card cannot tell, its months cannot either: with one sale nearly any chance agrees.
enough = report_card.enough


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The months with the rate that came true and its range, from ten cases on (H1)."""
    result = rows.copy()
    pairs = zip(rows["bought_count"], rows["case_count"], strict=True)
    told = [(came / cases, *wilson(came, cases)) if cases >= LISTED_BELOW else (None,) * 3 for came, cases in pairs]
    for place, name in enumerate(("bought_rate", "low_rate", "high_rate")):
        result[name] = pd.array([each[place] for each in told], dtype="double[pyarrow]")
    return result[list(question(QUESTION).returns)]


def headline(rows: pd.DataFrame) -> str:
    """In how many months what was said lay within the range of what came true."""
    graded = rows[rows["bought_rate"].notna()]
    if not len(graded):
        return f"{charts.count(rows['case_count'].sum())} graded leads so far, under ten in every month."
    inside = (graded["said_rate"] >= graded["low_rate"]) & (graded["said_rate"] <= graded["high_rate"])
    return (
        f"In {int(inside.sum()):,} of {len(graded):,} months the share who bought agreed with the chances said,"
        " within the range of chance."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Share who bought with its range, and the mean chance that was said; nothing while no month has a share."""
    drawing = charts.new()
    tried = rows[(rows["origin"] == "tried")] if (rows["origin"] == "tried").any() else rows
    known = tried[tried["bought_rate"].notna()]
    if not len(known):
        return drawing
    rate = known["bought_rate"].astype("float64") * 100
    drawing.add_scatter(
        x=known["said_month_date"],
        y=rate,
        mode="markers",
        name="Bought",
        marker=charts.point("won"),
        error_y={
            "array": known["high_rate"].astype("float64") * 100 - rate,
            "arrayminus": rate - known["low_rate"].astype("float64") * 100,
            "symmetric": False,
            "color": charts.COLOUR["won"],
        },
    )
    drawing.add_scatter(
        x=tried["said_month_date"],
        y=tried["said_rate"].astype("float64") * 100,
        mode="lines",
        name="Mean chance said",
        line=charts.line("open"),
    )
    drawing.update_xaxes(title="Month in which the lead came in")
    drawing.update_yaxes(title="Leads (%)", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: see the report card."""
    return []
