"""Check of the lifetime value: what each estimate would have said of the last stretch of the data."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.clv_fit import LEAST_REPEAT_CUSTOMERS
from analytics.questions import charts
from analytics.questions.buyers.amounts import floats
from analytics.questions.buyers.lifetime_words import WHY_NOT, checked
from analytics.questions.finding import Finding, NotEnough

MISSES = {"model_miss": "the model", "rhythm_miss": "their own rhythm", "same_miss": "no change"}
CURVES = (
    ("mean_model_orders", "The model", "open"),
    ("mean_rhythm_orders", "Their own rhythm", "one_off"),
    ("mean_same_orders", "No change", "muted"),
)


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Under thirty customers before the stretch a check says nothing."""
    have = int(rows["checked_count"].iloc[0]) if len(rows) else LEAST_REPEAT_CUSTOMERS
    if have >= LEAST_REPEAT_CUSTOMERS:
        return None
    return NotEnough("customers before the last third of the history", have, LEAST_REPEAT_CUSTOMERS, "orders")


def headline(rows: pd.DataFrame) -> str:
    """What was said and what came, and how far each estimate missed."""
    first = rows.iloc[0]
    misses = [f"{first[name]:.2f} by {who}" for name, who in MISSES.items() if pd.notna(first[name])]
    verdict = "" if first["verdict"] == "holds" else f" The model is not used: {WHY_NOT[first['verdict']]}."
    said = checked(first.drop("later_count").rename({"all_later_count": "later_count"}))
    return f"{said} Typical miss in orders a customer: {', '.join(misses)}.{verdict}"


def figure(rows: pd.DataFrame) -> go.Figure:
    """Orders a customer placed in the stretch, beside what each estimate said, by repeat orders before."""
    drawing = charts.new()
    shown = rows[rows["mean_later_orders"].notna()]
    names = [charts.label(f"{row.repeats_before} ({row.customer_count:,})") for row in shown.itertuples()]
    drawing.add_bar(x=names, y=floats(shown, "mean_later_orders"), name="What came", marker=charts.marker("accent"))
    for column, name, meaning in CURVES:
        if shown[column].notna().any():
            drawing.add_scatter(
                x=names,
                y=floats(shown, column),
                mode="markers",
                name=name,
                marker=charts.point(meaning, 12),
                hovertemplate="%{x}: %{y:.2f} orders a customer<extra>" + name + "</extra>",
            )
    # A single bar would fill the page.
    drawing.update_layout(bargap=max(0.28, 1 - 0.18 * len(shown)))
    drawing.update_xaxes(title="Repeat orders before (customers)", type="category")
    drawing.update_yaxes(title="Orders a customer", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: it says how far the value of each customer can be relied on."""
    return []
