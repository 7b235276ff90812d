"""What more data would bring: the learning curve and the step that one more quarter makes on it."""

from math import log2

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding, NotEnough

QUESTION = "prospects/learning_curve"
# As models/learning_curve: 30 graded leads at 30 % of all, and 20 to learn from.
LEAST_CASES, LEAST_TAUGHT = 100, 20
USUAL_PER_ATTRIBUTE = 10


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """No curve of under a hundred leads, nor where too few were known before those on which the chances are tried."""
    if len(rows) and rows["taught_count"].notna().any():
        return None
    have = int(rows["case_count"].iloc[0]) if len(rows) else 0
    if have < LEAST_CASES:
        return NotEnough("leads that came in half a year ago or more", have, LEAST_CASES, "leads")
    before = int(rows["before_count"].iloc[0])
    what = "leads whose outcome was known before the latest three in ten came in"
    return NotEnough(what, before, LEAST_TAUGHT, "leads")


def headline(rows: pd.DataFrame) -> str:
    """What the history is worth, what one more quarter may add, and whether there are enough sales per attribute."""
    last = rows.iloc[-1]
    learned = f"Learned from {charts.count(last['taught_count'])} leads, chances come {_closer(last)} what happens"
    return f"{learned} than the same chance for everybody. {_quarter(rows)} {_attributes(last)}"


def figure(rows: pd.DataFrame) -> go.Figure:
    """How much closer the chances come, by how many leads were learned from."""
    drawing = charts.new()
    known = rows[rows["skill_rate"].notna()]
    rate = known["skill_rate"].astype("float64") * 100
    drawing.add_scatter(
        x=known["taught_count"],
        y=rate,
        mode="lines+markers",
        name="Closer to what happened",
        line=charts.line("accent"),
        marker=charts.point("accent"),
        error_y={
            "array": known["skill_high_rate"].astype("float64") * 100 - rate,
            "arrayminus": rate - known["skill_low_rate"].astype("float64") * 100,
            "symmetric": False,
            "color": charts.COLOUR["accent"],
        },
    )
    drawing.add_hline(y=0, line=charts.line("quiet", 1))
    drawing.update_xaxes(title="Past leads learned from", rangemode="tozero")
    drawing.update_yaxes(title="Closer than the same chance for all (%)")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: it says how long to wait, not what to do."""
    return []


def _closer(last: pd.Series) -> str:
    """How much closer than the same chance for everybody, or how much further off."""
    low, rate, high = (last[f"skill_{name}"] for name in ("low_rate", "rate", "high_rate"))
    if rate < 0:
        return f"{charts.rate_text(-high, -rate, -low)} less close to"
    return f"{charts.rate_text(low, rate, high)} closer to"


def _quarter(rows: pd.DataFrame) -> str:
    last, quarter = rows.iloc[-1], int(rows["quarter_case_count"].iloc[0])
    if len(rows) < 2 or rows["skill_rate"].tail(2).isna().any() or not quarter:
        return "What one more quarter would bring cannot be told yet."
    before = rows.iloc[-2]
    doubled = (last["skill_rate"] - before["skill_rate"]) / log2(last["taught_count"] / before["taught_count"])
    more = doubled * log2((last["taught_count"] + quarter) / last["taught_count"]) * 100
    if more < 0.5:
        return f"One more quarter brings about {quarter:,} more leads and hardly changes that."
    return f"One more quarter brings about {quarter:,} more leads; as it went so far, that adds {more:.1f} points."


def _attributes(last: pd.Series) -> str:
    if pd.isna(last["bought_per_attribute"]):
        return "No attribute has two values of five leads each yet."
    each = float(last["bought_per_attribute"])
    count = int(last["attribute_count"])
    told = (
        f"There are {each:.0f} sales for {'the one attribute' if count == 1 else f'each of the {count:,} attributes'}"
    )
    return (
        f"{told}: enough." if each >= USUAL_PER_ATTRIBUTE else f"{told}; about {USUAL_PER_ATTRIBUTE} are a usual least."
    )
