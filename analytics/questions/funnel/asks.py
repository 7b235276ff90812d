"""Direct asks by week, path and owner: whether anybody asks, and whether more or less than before."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import FALSE_DISCOVERY_RATE
from analytics.models.weekly_counts import differs, weekly
from analytics.questions import charts
from analytics.questions.finding import Finding, NotEnough

WEEKS_FROM = 4
# In this order from the largest path on; colour and pattern, as paths have no meaning of their own.
LOOKS = ("accent", "open", "one_off", "missing", "lost", "muted", "unknown")


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Under four weeks say nothing about a week."""
    weeks = int(rows["week_count"].iloc[0]) if len(rows) else 0
    return NotEnough("weeks with asks on record", weeks, WEEKS_FROM, "touches") if weeks < WEEKS_FROM else None


def headline(rows: pd.DataFrame) -> str:
    """Asks a week with their range, and whether that is more or less than in as many weeks before."""
    first = rows.iloc[0]
    weeks = int(first["recent_week_count"])
    recent, earlier = int(first["recent_ask_count"]), int(first["earlier_ask_count"])
    now = weekly(recent, weeks)
    said = f"{recent:,} direct asks in the last {weeks} weeks: {_number(now.likely)} a week"
    return f"{said} ({_number(now.low)} to {_number(now.high)}){_against(recent, earlier, weeks)}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Asks of each week, stacked by path, the largest path below."""
    drawing = charts.new()
    sizes = rows.groupby("path")["ask_count"].sum().sort_values(ascending=False, kind="stable")
    named = list(sizes.index[: len(LOOKS) - 1])
    parts = [(path, rows[rows["path"] == path]) for path in named]
    if len(sizes) > len(named):
        parts.append(("Other paths", rows[~rows["path"].isin(named)]))
    for (path, of_path), look in zip(parts, LOOKS, strict=False):
        by_week = of_path.groupby("week_start")["ask_count"].sum()
        drawing.add_bar(
            x=list(by_week.index), y=by_week.to_numpy(), name=charts.label(path), marker=charts.marker(look)
        )
    drawing.update_layout(barmode="stack")
    drawing.update_xaxes(title="Week from Monday")
    drawing.update_yaxes(title="Direct asks", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: funnel/ask_plan says how many asks the goal takes."""
    return []


def _against(recent: int, earlier: int, weeks: int) -> str:
    before = f"{earlier:,} in the {weeks} weeks before"
    if differs(recent, earlier) > FALSE_DISCOVERY_RATE:
        return f"; {before}: no clear change"
    return f", {'more' if recent > earlier else 'fewer'} than the {before}"


def _number(a_week: float) -> str:
    return f"{a_week:.0f}" if a_week >= 10 else f"{a_week:.1f}"
