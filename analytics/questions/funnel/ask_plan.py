"""The goal planned backwards: sales, asks, people to follow up and new people a week, beside what is done now."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import COMPARED_FROM, LISTED_BELOW
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, Money, NotEnough, Person
from analytics.questions.funnel.planning import planned_rows

QUESTION = "funnel/ask_plan"
PAGE = "funnel/asks"
# Findings of every page are worth what a year brings or costs: else Today could not rank them.
WEEKS_A_YEAR = 52
NAMES = {
    "lead_generation": "New people",
    "nurturing": "People followed up",
    "ask": "Direct asks",
    "sale": "First sales",
}


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The plan of each salesperson and link."""
    return planned_rows(rows)[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Ten people asked long enough ago, and ten first sales with an amount (H1)."""
    asked = rows[rows["link"] == "ask"] if len(rows) else rows
    have = int(asked["from_count"].fillna(0).iloc[0]) if len(asked) else 0
    if have < LISTED_BELOW:
        return NotEnough("people who were asked long enough ago", have, LISTED_BELOW, "touches")
    sold = int(asked["sale_count"].iloc[0])
    return NotEnough("first sales with an amount", sold, LISTED_BELOW, "orders") if sold < LISTED_BELOW else None


def headline(rows: pd.DataFrame) -> str:
    """Asks a week that the goal takes with their range, and those made now."""
    asks = _asks(rows).iloc[0]
    goal = f"the goal of {charts.estimate(asks['goal_amount'])} a week"
    now = f"{_number(asks['now_per_week'])} a week are made now"
    if asks["likely_per_week"] < 0.05:
        return f"Sales to existing customers alone reach {goal}; {now}."
    return f"To reach {goal} takes {_range(asks)} direct asks a week; {now}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """What is done now as a bar, what the goal takes as a point with its range."""
    shown = pd.concat([rows[rows["owner"] == rows["owner"].iloc[0]], _asks(rows).iloc[1:]]) if len(rows) else rows
    places = [f"{charts.label(row.owner)}: {NAMES[row.link].lower()}" for row in shown.itertuples()]
    drawing = charts.new(height=140 + 34 * max(len(shown), 3))
    now, low, likely, high = (shown[f"{name}_per_week"].astype(float) for name in ("now", "low", "likely", "high"))
    drawing.add_bar(x=now, y=places, orientation="h", name="Done now", marker=charts.marker("open"))
    drawing.add_scatter(
        x=likely,
        y=places,
        mode="markers",
        name="The goal takes",
        marker=charts.point("accent", 11),
        error_x={"type": "data", "symmetric": False, "array": high - likely, "arrayminus": likely - low},
    )
    drawing.update_xaxes(title="A week", rangemode="tozero")
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Too few asks for the goal: how many more, and whom to ask first."""
    if not len(rows):
        return []
    asks = _asks(rows).iloc[0]
    return [_finding(asks)] if pd.notna(asks["is_short"]) and asks["is_short"] else []


def _finding(asks: pd.Series) -> Finding:
    people = _people(asks["people"])
    return Finding(
        question=QUESTION,
        sentence=f"{_number(asks['now_per_week'])} direct asks a week are made; the goal takes {_range(asks)}.",
        money=Money(*(asks[f"{name}_amount"] * WEEKS_A_YEAR for name in ("low", "likely", "high"))),
        certainty="high" if asks["from_count"] >= 10 * COMPARED_FROM else "medium",
        why_sure=f"{asks['reached_count']:,} of {asks['from_count']:,} people asked bought, for"
        f" {charts.estimate(asks['mean_sale_amount'])} on average; the money is what a year falls short"
        " of the goal by when as many are asked as now.",
        people=people,
        people_count=int(asks["waiting_count"]) if pd.notna(asks["waiting_count"]) else 0,
        next_step="Put the asks of next week into the calendar now, by name: these people know you and were not asked.",
        page=PAGE,
    )


def _asks(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["link"] == "ask"] if len(rows) else rows


def _people(text: object) -> tuple[Person, ...]:
    if pd.isna(text):
        return ()
    parts = (line.split("\x1f") for line in text.split("\x1e"))
    return tuple(Person(name, key, f"not asked yet, last contact {day}") for name, key, day in parts)


def _range(row: pd.Series) -> str:
    low, likely, high = (_number(row[f"{name}_per_week"]) for name in ("low", "likely", "high"))
    return f"about {likely} ({low} to {high})"


def _number(a_week: float) -> str:
    return f"{a_week:.0f}" if a_week >= 10 else f"{a_week:.1f}"
