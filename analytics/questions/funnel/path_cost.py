"""Spend over results: what a lead, a deal, a customer and a repeat customer cost on each path."""

from decimal import Decimal

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa

from analytics.models.intervals import LISTED_BELOW
from analytics.models.weekly_counts import weekly
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding
from analytics.questions.funnel.words import RESULTS

QUESTION = "funnel/path_cost"
MONEY = pd.ArrowDtype(pa.decimal128(18, 2))
COSTS = ("low_amount", "cost_amount", "high_amount")
LOOKS = {"lead": "open", "deal": "one_off", "customer": "won", "repeat_customer": "missing"}


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts with the cost of one and its range; unknown under ten people (H1, H2)."""
    costs = [_costs(spend, count) for spend, count in zip(rows["spend_amount"], rows["person_count"], strict=True)]
    added = {name: pd.array([cost[place] for cost in costs], dtype=MONEY) for place, name in enumerate(COSTS)}
    return rows.assign(**added)[list(question(QUESTION).returns)]


def headline(rows: pd.DataFrame) -> str:
    """The furthest result that can be priced, on its cheapest path; counts where none can."""
    total = f"{charts.money(rows['total_spend_amount'].iloc[0])} spent on {_paths(rows)}"
    for result in list(RESULTS)[::-1]:
        priced = rows[(rows["result"] == result) & rows["cost_amount"].notna()]
        if len(priced):
            best = priced.sort_values("cost_amount", kind="stable").iloc[0]
            cost = charts.range_text(best["low_amount"], best["cost_amount"], best["high_amount"])
            cheapest = f"on {best['path']}, the cheapest," if len(priced) > 1 else f"on {best['path']}"
            return f"{total}; {cheapest} {RESULTS[result].lower()} cost {cost}."
    counts = rows.groupby("result", sort=False)["person_count"].sum()
    return f"{total}: {counts['lead']:,} leads and {counts['customer']:,} customers, too few for the cost of one."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Cost of one, by result and path, with its range; on a scale of tenfold steps."""
    drawing = charts.new(height=160 + 60 * max(rows["path"].nunique(), 2))
    for result, name in RESULTS.items():
        shown = rows[(rows["result"] == result) & rows["cost_amount"].notna()]
        low, cost, high = (shown[column].astype(float) for column in COSTS)
        drawing.add_scatter(
            x=cost,
            y=[charts.label(path) for path in shown["path"]],
            mode="markers",
            name=name,
            marker=charts.point(LOOKS[result], 11),
            error_x={"type": "data", "symmetric": False, "array": high - cost, "arrayminus": cost - low},
            customdata=[f"{charts.money(row.cost_amount)}: {row.person_count:,} people" for row in shown.itertuples()],
            hovertemplate="%{y}<br>%{customdata}<extra></extra>",
        )
    drawing.update_xaxes(title="Cost of one (each step is about double)", type="log", tickvals=_steps(rows))
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: a cost asks for action beside what a customer is worth, which buyers/repeat_worth says."""
    return []


def _steps(rows: pd.DataFrame) -> list[float]:
    """1, 2, 5, 10, 20 ... from below the cheapest to above the dearest: tenfold steps alone may all lie outside."""
    known = rows[["low_amount", "high_amount"]].astype(float).to_numpy()
    known = known[known > 0]
    if not len(known):
        return []
    tens = range(int(np.floor(np.log10(known.min()))), int(np.ceil(np.log10(known.max()))) + 1)
    return [part * 10.0**power for power in tens for part in (1, 2, 5)]


def _costs(spend: Decimal, count: int) -> tuple[Decimal | None, ...]:
    if count < LISTED_BELOW:
        return (None, None, None)
    people = weekly(int(count), 1)
    return tuple(Decimal(f"{float(spend) / number:.2f}") for number in (people.high, people.likely, people.low))


def _paths(rows: pd.DataFrame) -> str:
    names = list(rows["path"].unique())
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
