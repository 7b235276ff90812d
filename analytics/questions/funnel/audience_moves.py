"""Moves between temperatures, month by month: whether the audience warms up."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import FALSE_DISCOVERY_RATE
from analytics.models.weekly_counts import differs
from analytics.questions import charts
from analytics.questions.finding import Finding, NotEnough

MOVED = {"warm": ("became warm", "one_off"), "lead": ("became leads", "open"), "customer": ("became customers", "won")}
ONE = {"warm": "became warm", "lead": "became a lead", "customer": "became a customer"}
MONTHS = 3


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Two months are the least that can be set side by side."""
    months = rows["month_start"].nunique()
    return NotEnough("months in which anybody came", months, 2, "leads") if months < 2 else None


def headline(rows: pd.DataFrame) -> str:
    """Who moved in the last three months, against the three before."""
    months = _months(rows)
    recent, earlier = months[-MONTHS:], months[-2 * MONTHS : -MONTHS]
    looked_at = recent + earlier
    parts = [_part(rows, temperature, recent, earlier) for temperature in MOVED if _moved(rows, temperature, looked_at)]
    # Whole months: "the last three months" would be read as days counted back from the day looked at.
    first, last = recent[0], recent[-1]
    since = f"{first:%B}" if first.year == last.year else f"{first:%B %Y}"
    lately = f"In {last:%B %Y}" if len(recent) == 1 else f"From {since} to {last:%B %Y}"
    return f"{lately} {', '.join(parts) or 'nobody became warm, a lead or a customer'}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """People who moved, by month and by what they became; a month in which nobody moved is at nought."""
    drawing = charts.new()
    months = _months(rows) if len(rows) else []
    for temperature, (name, meaning) in MOVED.items():
        counts = [_moved(rows, temperature, [month]) for month in months]
        if any(counts):
            drawing.add_scatter(
                x=months,
                y=counts,
                mode="lines+markers",
                name=name.capitalize(),
                line=charts.line(meaning),
                marker=charts.point(meaning, 7),
            )
    drawing.update_xaxes(title="Month")
    drawing.update_yaxes(title="People", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: funnel/diagnosis says which link to work on."""
    return []


def _months(rows: pd.DataFrame) -> list[pd.Timestamp]:
    """Every month from the first with a move to the last that is looked at, those without a move too."""
    first, last = (pd.Timestamp(rows[name].iloc[0]) for name in ("month_start", "until_month"))
    return list(pd.date_range(first, last, freq="MS"))


def _moved(rows: pd.DataFrame, temperature: str, months: list[pd.Timestamp]) -> int:
    to_it = rows[rows["temperature"] == temperature]
    return int(to_it.loc[pd.to_datetime(to_it["month_start"]).isin(months), "person_count"].sum())


def _part(rows: pd.DataFrame, temperature: str, recent: list, earlier: list) -> str:
    now, before = _moved(rows, temperature, recent), _moved(rows, temperature, earlier)
    said = f"{now:,} {ONE[temperature] if now == 1 else MOVED[temperature][0]}"
    if len(earlier) < MONTHS:
        return said
    than = f"{before:,} in the {MONTHS} months before"
    if differs(now, before) > FALSE_DISCOVERY_RATE:
        return f"{said} ({than}: no clear change)"
    return f"{said} ({'more' if now > before else 'fewer'} than the {than})"
