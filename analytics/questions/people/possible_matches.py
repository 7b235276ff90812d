"""Possible matches: pairs that only a person can tell apart, and what hangs on them."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding, Person

NAMED = 3


def headline(rows: pd.DataFrame) -> str:
    """How many pairs there are, and how many of them buy under both names."""
    first = rows.iloc[0]
    pairs, both = int(first["pair_count"]), int(first["both_buy_count"])
    if pairs == 1:
        return "1 pair may be one person" + ("; both have orders and count as two customers." if both else ".")
    listed = "" if len(rows) == pairs else f" (the first {len(rows):,} are listed)"
    buying = f"; in {both:,} of them both have orders and count as two customers" if both else ""
    return f"{pairs:,} pairs may be one person each{listed}{buying}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Pairs by what they share."""
    counted = rows["reason"].value_counts().sort_index()
    drawing = charts.new()
    drawing.add_bar(
        x=counted.to_numpy(),
        y=[charts.label(reason) for reason in counted.index],
        orientation="h",
        marker=charts.marker("unknown"),
    )
    drawing.update_xaxes(title="Pairs", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """The pairs that both have orders: until somebody tells, they hide a repeat customer."""
    both = rows[(rows["one_order_count"].fillna(0) > 0) & (rows["other_order_count"].fillna(0) > 0)]
    if both.empty:
        return []
    count = int(rows["both_buy_count"].iloc[0])
    people = tuple(
        Person(str(row.one_name), str(row.one_ref), f"may also be {row.other_name}: {row.reason}")
        for row in both.head(NAMED).itertuples()
    )
    return [
        Finding(
            question="people/possible_matches",
            sentence=f"{count:,} {'customer' if count == 1 else 'customers'} may be in your orders twice.",
            money=None,
            certainty="low",
            why_sure="What speaks for it stands beside each; only you can tell.",
            people=people,
            people_count=count,
            next_step="Say of each whether it is one person or two.",
            page="data/people",
        )
    ]
