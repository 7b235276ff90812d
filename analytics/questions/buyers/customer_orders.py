"""Orders of one customer."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.buyers.amounts import floats
from analytics.questions.buyers.words import several
from analytics.questions.finding import Finding


def headline(rows: pd.DataFrame) -> str:
    """How many orders, for how much, and the span of days."""
    first = rows.iloc[0]
    orders = several(int(first["order_count"]), "order")
    begun, last = first["first_order_date"], first["last_order_date"]
    days = f"on {last}" if begun == last else f"from {begun} to {last}"
    return f"{first['name']}: {orders} for {charts.money(first['all_amount'])} net, {days}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Revenue by day of the order; what was given back stands below the line."""
    drawing = charts.new(height=320)
    for back, name, meaning in ((False, "Ordered", "accent"), (True, "Given back", "lost")):
        part = rows[rows["is_refund"].astype(bool) == back]
        drawing.add_bar(
            x=part["order_date"],
            y=floats(part, "revenue_amount"),
            name=name,
            # A bar of one day in three years is thinner than a hair.
            width=6 * 24 * 3600 * 1000,
            marker=charts.marker(meaning),
            text=[charts.label(product) for product in part["product"]],
            textposition="none",
            hovertemplate="%{x|%Y-%m-%d}: %{y:,.2f}<br>%{text}<extra></extra>",
        )
    drawing.update_layout(barmode="relative")
    drawing.update_xaxes(title="Day of the order", type="date")
    drawing.update_yaxes(title="Revenue")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: what to do stands with the customer."""
    return []
