"""This quarter against the last and the same a year ago, link by link; people in play stand apart."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.funnel_steps import rate_with_range
from analytics.models.intervals import LISTED_BELOW
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.funnel.comparing import DIFFERENCES, RATES, compared, reals
from analytics.questions.funnel.words import QUARTERS, STEPS

QUESTION = "funnel/quarters"
LOOKS = {"this_quarter": "accent", "last_quarter": "open", "a_year_ago": "muted"}
TESTED = (*DIFFERENCES, "adjusted_p_value", "is_different", "comparison_count")


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts with their rates, and this quarter set against each of the others (H1, H2, H5)."""
    own = {row.link: row for row in rows.itertuples() if row.quarter == "this_quarter"}
    now = [_counts(own.get(row.link)) if row.quarter != "this_quarter" else (0, 0) for row in rows.itertuples()]
    before = [_counts(row) for row in rows.itertuples()]
    tests = compared(now, before)
    rates = [rate_with_range(*counts) for counts in before]
    added = {name: reals(rate[place] for rate in rates) for place, name in enumerate(RATES)}
    added |= {"this_rate": tests["conversion_rate"]} | {name: tests[name] for name in TESTED}
    return rows.assign(**added)[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nobody came to a link in any of the three quarters."""
    return None if len(rows) else NotEnough("people who came in within a year", 0, LISTED_BELOW, "leads")


def headline(rows: pd.DataFrame) -> str:
    """The link that changed most surely; else how many are still in play, which is why nothing can be said."""
    sure = rows[rows["is_different"].fillna(False)]
    if len(sure):
        row = next(sure.sort_values("adjusted_p_value", kind="stable").itertuples())
        worse = "worse" if row.difference_rate < 0 else "better"
        return (
            f"{STEPS[row.link]} works {worse} this quarter: {charts.rate(row.this_rate)} against"
            f" {charts.rate(row.conversion_rate)} {QUARTERS[row.quarter].lower()},"
            f" {charts.rate(abs(row.difference_rate)).rstrip('%')} points of difference."
        )
    first = rows[rows["link_order"] == 1]
    this = first[first["quarter"] == "this_quarter"]
    came, in_play = (int(this[name].sum()) for name in ("from_count", "in_play_count"))
    people = "person" if came == 1 else "people"
    still = f"{'all' if came == in_play else f'{in_play:,}'} of them"
    if came == 1:
        still = "and is" if in_play else "and is not"
    said = f"{came:,} {people} came in this quarter, {still} still in play"
    if not rows["comparison_count"].iloc[0]:
        return f"{said}; too few are past their usual time to compare this quarter with another."
    return f"{said}; no link has surely changed in {_comparisons(rows)}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Rate of each link in each quarter with its range; a quarter with under ten people over has no point."""
    drawing = charts.new(height=160 + 26 * max(len(rows), 4))
    for quarter, name in QUARTERS.items():
        shown = rows[(rows["quarter"] == quarter) & rows["conversion_rate"].notna()]
        rates, low, high = (shown[column].astype(float) * 100 for column in RATES)
        drawing.add_scatter(
            x=rates,
            y=[_place(row) for row in shown.itertuples()],
            mode="markers",
            name=name,
            marker=charts.point(LOOKS[quarter], 11),
            error_x={"type": "data", "symmetric": False, "array": high - rates, "arrayminus": rates - low},
            customdata=[f"{row.resolved_reached_count:,} of {row.resolved_count:,}" for row in shown.itertuples()],
            hovertemplate="%{y}<br>%{customdata}<extra></extra>",
        )
    drawing.update_xaxes(title="Share that took the step (%)", range=[0, 100])
    places = [_place(row) for row in rows[rows["conversion_rate"].notna()].itertuples()]
    drawing.update_yaxes(type="category", categoryorder="array", categoryarray=places[::-1])
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: funnel/diagnosis compares with a year ago as well, and puts a price on it."""
    return []


def _comparisons(rows: pd.DataFrame) -> str:
    made = int(rows["comparison_count"].iloc[0])
    return f"{made} {'comparison' if made == 1 else 'comparisons'}"


def _counts(row) -> tuple[int, int]:
    return (0, 0) if row is None else (int(row.resolved_reached_count), int(row.resolved_count))


def _place(row) -> str:
    return f"{STEPS[row.link]}, {QUARTERS[row.quarter].lower()}"
