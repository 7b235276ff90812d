"""Customer segments by how lately, how often and for how much customers buy."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW
from analytics.questions import charts
from analytics.questions.buyers.amounts import floats
from analytics.questions.buyers.words import give, several
from analytics.questions.finding import Finding


def headline(rows: pd.DataFrame) -> str:
    """The segment that gives most money, with its share of the customers and range, and how many bought once."""
    first = rows.iloc[0]
    best = rows.loc[rows["revenue_amount"].astype(float).idxmax()]
    share = charts.rate_text(best["customer_low_rate"], best["customer_rate"], best["customer_high_rate"])
    share = f", {share}," if first["all_count"] >= LISTED_BELOW else ""
    return (
        f"{best['segment']}: {charts.count(best['customer_count'])} of {charts.count(first['all_count'])} customers"
        f"{share} {give(int(best['customer_count']))} {charts.rate(best['revenue_rate'])} of the revenue;"
        f" {several(int(first['one_order_count']), 'customer')} ordered once."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Each segment's share of the customers beside its share of the revenue."""
    drawing = charts.new(height=140 + 44 * len(rows))
    names = [charts.label(name) for name in rows["segment"]]
    for column, name, meaning in (
        ("customer_rate", "Share of customers", "muted"),
        ("revenue_rate", "Share of revenue", "accent"),
    ):
        drawing.add_bar(
            x=floats(rows, column) * 100,
            y=names,
            orientation="h",
            name=name,
            marker=charts.marker(meaning),
            customdata=[charts.count(count) for count in rows["customer_count"]],
            hovertemplate="%{y}: %{x:.1f}%, %{customdata} customers<extra></extra>",
        )
    drawing.update_layout(barmode="group")
    drawing.update_xaxes(title="Share (%)", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: whom to call stands with the people of the segments."""
    return []
