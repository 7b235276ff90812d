"""What each path brings, by which path is credited: the one written down, the first, the last, or every one."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.funnel_steps import rate_with_range
from analytics.models.intervals import LISTED_BELOW
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.funnel.comparing import RATES, reals
from analytics.questions.funnel.words import VIEWS

QUESTION = "funnel/attribution"
LOOKS = {"own": "accent", "first": "open", "last": "one_off", "all": "muted"}


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts with the rate of those whose time is over (H1, H2, H4)."""
    rates = [rate_with_range(*counts) for counts in zip(rows["over_sold_count"], rows["over_count"], strict=True)]
    added = {name: reals(rate[place] for rate in rates) for place, name in enumerate(RATES)}
    return rows.assign(**added)[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nobody on a path: nobody to credit it with."""
    return None if len(rows) else NotEnough("people who came in on a path", 0, LISTED_BELOW, "leads")


def headline(rows: pd.DataFrame) -> str:
    """How many touched several paths, and the path whose sales depend most on who is credited."""
    first = rows.iloc[0]
    said = f"{first['crossing_count']:,} of {first['person_sum']:,} people were touched on more than one path"
    sold = rows.pivot_table(index="path", columns="view", values="sold_count", aggfunc="sum", fill_value=0)
    gaps = (sold.get("first", 0) - sold.get("last", 0)) if len(sold) else pd.Series(dtype=float)
    if not len(gaps) or not gaps.abs().max():
        return f"{said}; every path has the same sales whether the first or the last is credited."
    path = gaps.abs().sort_values(ascending=False, kind="stable").index[0]
    return f"{said}; {path} came first in {sold.loc[path, 'first']:,} sales and last in {sold.loc[path, 'last']:,}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Sales of each path in each view; a click on the legend hides a view."""
    drawing = charts.new(height=160 + 60 * max(rows["path"].nunique(), 2))
    for view, name in VIEWS.items():
        shown = rows[rows["view"] == view]
        drawing.add_bar(
            x=shown["sold_count"],
            y=[charts.label(path) for path in shown["path"]],
            name=name,
            orientation="h",
            marker=charts.marker(LOOKS[view]),
            customdata=[f"{row.came_count:,} came, {charts.money(row.sale_amount)}" for row in shown.itertuples()],
            hovertemplate="%{y}<br>%{x:,.0f} sales<br>%{customdata}<extra></extra>",
        )
    drawing.update_layout(barmode="group")
    drawing.update_xaxes(title="Sales", rangemode="tozero")
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: whoever is credited, funnel/diagnosis says what to mend."""
    return []
