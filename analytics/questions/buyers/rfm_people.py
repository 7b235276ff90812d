"""The customers of each segment, with their scores."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.buyers.amounts import floats
from analytics.questions.buyers.words import NAMED, ago, have, person, several
from analytics.questions.finding import Finding

QUESTION = "buyers/rfm_people"
PAGE = "buyers/segments"
CANNOT_LOSE = "Cannot lose"


def headline(rows: pd.DataFrame) -> str:
    """How many customers are listed of how many."""
    everybody = charts.count(rows["customer_count"].iloc[0])
    return f"{len(rows):,} of {everybody} customers in {rows['segment'].nunique():,} segments, largest first."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Customers by days since the last order and revenue, frequent ones apart."""
    drawing = charts.new()
    often = floats(rows, "frequency_score") >= 3
    for chosen, name, meaning in ((often, "Three orders or more", "accent"), (~often, "One or two orders", "muted")):
        part = rows[chosen]
        drawing.add_scatter(
            x=floats(part, "days_since_last_order"),
            y=floats(part, "revenue_amount"),
            mode="markers",
            name=name,
            marker=charts.point(meaning, 8),
            text=[
                f"{charts.label(who)}, {charts.label(where)}"
                for who, where in zip(part["name"], part["segment"], strict=True)
            ],
            hovertemplate="%{text}<br>%{x} days ago, revenue %{y:,.0f}<extra></extra>",
        )
    drawing.update_xaxes(title="Days since the last order", rangemode="tozero")
    drawing.update_yaxes(title="Revenue")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Those whom the business cannot lose."""
    quiet = rows[rows["segment"] == CANNOT_LOSE]
    if not len(quiet):
        return []
    count = int(quiet["segment_count"].iloc[0])
    return [
        Finding(
            question=QUESTION,
            sentence=f"{count:,} of your best repeat customers {have(count)} gone quiet: they gave"
            f" {charts.money(quiet['segment_amount'].iloc[0])} so far.",
            money=None,
            certainty="medium",
            why_sure="Counted by the cut-offs shown; the page Customer pulse says what is at risk.",
            people=tuple(
                person(row, f"{several(int(row.order_count), 'order')}, the last {ago(row.days_since_last_order)}")
                for row in quiet.head(NAMED).itertuples()
            ),
            people_count=count,
            next_step=str(quiet["to_do"].iloc[0]),
            page=PAGE,
        )
    ]
