"""Possible matches: pairs that only a person can tell apart, and what hangs on them."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.buyers.words import several
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
    """The pairs of which both have orders, or only one: until told, they hide a repeat customer, or a sale."""
    one, other = (rows[f"{side}_order_count"].fillna(0) > 0 for side in ("one", "other"))
    both, either = rows[one & other], rows[one ^ other]
    found = []
    if len(both):
        count = int(both["both_buy_count"].iloc[0])
        found.append(_finding(both, count, f"{several(count, 'customer')} may be in your orders twice."))
    if len(either):
        count = int(either["one_buys_count"].iloc[0])
        pairs = f"{several(count, 'pair')} of a customer and somebody who never ordered may be one person each"
        found.append(_finding(either, count, f"{pairs}: what leads and deals bring is told too low."))
    return found


def _finding(rows: pd.DataFrame, count: int, sentence: str) -> Finding:
    people = tuple(
        Person(str(row.one_name), str(row.one_ref), f"may also be {row.other_name}: {row.reason}")
        for row in rows.head(NAMED).itertuples()
    )
    return Finding(
        question="people/possible_matches",
        sentence=sentence,
        money=None,
        certainty="low",
        why_sure="What speaks for it stands beside each; only you can tell.",
        people=people,
        people_count=count,
        next_step="Say of each whether it is one person or two.",
        page="data/people",
    )
