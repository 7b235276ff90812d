"""Who is how warm, how many moved lately, and how well we can reach them."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.funnel_steps import rate_with_range
from analytics.models.intervals import LISTED_BELOW
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.funnel.words import TEMPERATURES

QUESTION = "funnel/audience"
REAL = "double[pyarrow]"
PARTS = (
    ("all_three_count", "All three details", "won"),
    ("some_count", "One or two of them", "open"),
    ("no_way_count", "No way to reach", "unknown"),
)


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts with the share of whom all three are known (H1, H2)."""
    counts = zip(rows["all_three_count"], rows["person_count"], strict=True)
    rates = [(None,) * 3 if pd.isna(people) else rate_with_range(known, people) for known, people in counts]
    named = zip(("all_three_rate", "low_rate", "high_rate"), range(3), strict=True)
    added = {name: pd.array([rate[place] for rate in rates], dtype=REAL) for name, place in named}
    return rows.assign(**added)[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nobody is known yet."""
    known = int(rows["person_sum"].iloc[0]) if len(rows) else 0
    return None if known else NotEnough("people known", 0, LISTED_BELOW, "leads")


def headline(rows: pd.DataFrame) -> str:
    """How many at each temperature, and of how many leads all three details are known."""
    people = rows[rows["kind"] == "persons"]
    named = {row.temperature: int(row.person_count) for row in people.itertuples()}
    said = ", ".join(f"{count:,} {_plural(temperature, count)}" for temperature, count in named.items())
    leads = people[people["temperature"] == "lead"]
    return f"You know {sum(named.values()):,} people: {said}{_reachable(leads.iloc[0]) if len(leads) else ''}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """People at each temperature by how they can be reached; what is only counted gets a number and no length."""
    people, counts = rows[rows["kind"] == "persons"], rows[rows["kind"] == "counts"]
    drawing = charts.new(height=150 + 46 * max(len(rows), 3))
    known = people.assign(some_count=people["person_count"] - people["all_three_count"] - people["no_way_count"])
    for column, name, meaning in PARTS:
        drawing.add_bar(
            x=known[column],
            y=[TEMPERATURES[temperature] for temperature in known["temperature"]],
            name=name,
            orientation="h",
            marker=charts.marker(meaning),
        )
    drawing.add_bar(
        x=[0] * len(counts),
        y=[TEMPERATURES[temperature] for temperature in counts["temperature"]],
        name="Views by strangers",
        orientation="h",
        marker=charts.marker("muted"),
        text=[f"\u00a0\u00a0{charts.count(number)} views in 91 days" for number in counts["moved_in_count"]],
        textposition="outside",
        hoverinfo="skip",
    )
    drawing.update_layout(barmode="stack")
    drawing.update_xaxes(title="People", rangemode="tozero")
    drawing.update_yaxes(type="category", categoryorder="array", categoryarray=list(TEMPERATURES.values())[::-1])
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: missing contact details cost nothing by themselves; the list of them is behind the chart."""
    return []


def _plural(temperature: str, count: int) -> str:
    if temperature == "warm":
        return "warm"
    return temperature if count == 1 else f"{temperature}s"


def _reachable(leads: pd.Series) -> str:
    what = "e-mail, phone and address"
    if pd.isna(leads["all_three_rate"]):
        count = int(leads["person_count"])
        return f"; you have {what} of {leads['all_three_count']} of {count} {'lead' if count == 1 else 'leads'}"
    share = charts.rate_text(leads["low_rate"], leads["all_three_rate"], leads["high_rate"])
    return f"; you have {what} of {leads['all_three_count']:,} of {leads['person_count']:,} leads, {share}"
