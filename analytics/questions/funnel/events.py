"""Events and talks: met, followed up within a week, asked, sold; and whether the week makes a difference."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.funnel_steps import rate_with_range
from analytics.models.intervals import COMPARED_FROM, FALSE_DISCOVERY_RATE, LISTED_BELOW, fisher, wilson
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough, Person

QUESTION = "funnel/events"
PAGE = "funnel/audience"
REAL = "double[pyarrow]"
DRAWN = 12
STEPS = (
    ("met_count", "Met", "muted"),
    ("followed_count", "Follow-up in 7 days", "open"),
    ("asked_count", "Asked", "one_off"),
    ("sold_count", "Sold", "won"),
)


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts with the share followed up in time and its range (H1, H2)."""
    rates = [rate_with_range(*counts) for counts in zip(rows["followed_count"], rows["over_count"], strict=True)]
    named = enumerate(("followed_rate", "low_rate", "high_rate"))
    added = {name: pd.array([rate[place] for rate in rates], dtype=REAL) for place, name in named}
    return rows.assign(**added)[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nobody met more than a week ago."""
    met = int(rows["all_over_count"].iloc[0]) if len(rows) else 0
    return None if met else NotEnough("people met at events more than a week ago", 0, LISTED_BELOW, "touches")


def headline(rows: pd.DataFrame) -> str:
    """How many of those met were followed up within the week, and what the week is worth."""
    first = rows.iloc[0]
    followed, met = int(first["all_followed_count"]), int(first["all_over_count"])
    difference = _difference(first)
    said = f"{_followed(followed, met)} were followed up within a week"
    return f"{said}; {difference}." if difference else f"{said}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """People of each event who got so far."""
    shown = rows.head(DRAWN)
    drawing = charts.new(height=150 + 60 * max(len(shown), 2))
    for column, name, meaning in STEPS:
        drawing.add_bar(
            x=shown[column],
            y=[charts.label(event) for event in shown["event"]],
            name=name,
            orientation="h",
            marker=charts.marker(meaning),
        )
    drawing.update_layout(barmode="group")
    drawing.update_xaxes(title="People", rangemode="tozero")
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """People met in the last three months whom nobody has called."""
    waiting = int(rows["waiting_count"].iloc[0]) if len(rows) else 0
    if not waiting:
        return []
    first = rows.iloc[0]
    return [
        Finding(
            question=QUESTION,
            sentence=f"{waiting:,} {'person' if waiting == 1 else 'people'} met at events in the last 13 weeks"
            f" {'has' if waiting == 1 else 'have'} heard nothing from you since.",
            money=None,
            certainty="medium",
            why_sure=f"Counted from the contacts on record. {_worth(first)}",
            people=_people(first["people"]),
            people_count=waiting,
            next_step="Call them this week, the latest event first, and agree the next date before you hang up.",
            page=PAGE,
        )
    ]


def _followed(followed: int, met: int) -> str:
    counts = f"{followed:,} of {met:,} people met at events and talks"
    if met < LISTED_BELOW:
        return counts
    low, high = wilson(followed, met)
    return f"{counts}, {charts.rate_text(low, followed / met, high)},"


def _difference(row: pd.Series) -> str:
    """Whether those followed up in time bought more often; nothing while there are too few to compare."""
    names = ("quick_sold_count", "quick_settled_count", "slow_sold_count", "slow_settled_count")
    sold, settled, others_sold, others = (int(row[name]) for name in names)
    if min(settled, others) < COMPARED_FROM:
        return ""
    counts = f"of those {sold:,} of {settled:,} bought, of the others {others_sold:,} of {others:,}"
    if fisher(sold, settled, others_sold, others) > FALSE_DISCOVERY_RATE:
        return f"{counts}, which may be chance"
    return f"{counts}, {'more' if sold / settled > others_sold / others else 'fewer'} than chance explains"


def _worth(row: pd.Series) -> str:
    difference = _difference(row)
    if not difference:
        return "Whether a call within a week sells more cannot be told yet."
    return f"{int(row['all_followed_count']):,} earlier ones were followed up within a week: {difference}."


def _people(text: object) -> tuple[Person, ...]:
    if pd.isna(text):
        return ()
    parts = (line.split("\x1f") for line in text.split("\x1e"))
    return tuple(Person(name, key, f"met at '{event}' on {day}, no contact since") for name, key, event, day in parts)
