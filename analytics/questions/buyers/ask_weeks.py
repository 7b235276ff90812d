"""Asks for names each week, against the goal."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW
from analytics.questions import charts
from analytics.questions.buyers.amounts import floats
from analytics.questions.buyers.words import several
from analytics.questions.finding import Finding

QUESTION = "buyers/ask_weeks"
PAGE = "buyers/referrals"


def headline(rows: pd.DataFrame) -> str:
    """In how many weeks the goal was reached, and how many names an ask brought."""
    first = rows.iloc[0]
    letters, names = int(first["all_letter_count"]), int(first["all_names_count"])
    asks = int(first["all_ask_count"]) - letters
    waiting = f"; {several(letters, 'letter')} asked as well" if letters else ""
    weeks = f"{charts.count(first['reached_count'])} of the last {charts.count(first['week_count'])} weeks"
    return (
        f"In {weeks} you reached the goal of {_goal(first)} a week; {several(asks, 'ask')} brought"
        f" {several(names, 'name')}, the goal is {float(first['names_per_ask']):g} an ask{waiting}."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Asks and names by week, and the goal."""
    drawing = charts.new()
    for column, name, meaning in (("ask_count", "Asks", "accent"), ("names_count", "Names given", "muted")):
        drawing.add_bar(x=rows["week_start"], y=floats(rows, column), name=name, marker=charts.marker(meaning))
    if len(rows):
        goal = float(rows["goal_asks"].iloc[0])
        weeks = pd.to_datetime(rows["week_start"])
        drawing.add_scatter(
            x=[weeks.min(), weeks.max()],
            y=[goal, goal],
            mode="lines",
            name="Goal of asks",
            line=charts.line("open"),
            hoverinfo="skip",
        )
    drawing.update_xaxes(title="Week that begins on")
    drawing.update_yaxes(title="Count", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """The goal is seldom reached."""
    if not len(rows):
        return []
    first = rows.iloc[0]
    reached, weeks = int(first["reached_count"]), int(first["week_count"])
    if weeks < LISTED_BELOW or reached * 2 >= weeks:
        return []
    return [
        Finding(
            question=QUESTION,
            sentence=f"Customers are seldom asked for names: the goal of {_goal(first)} a week was reached in"
            f" {reached:,} of {weeks:,} weeks.",
            money=None,
            certainty="high",
            why_sure="Counted from the list of introductions; an ask that nobody wrote down is not seen.",
            people=(),
            people_count=0,
            next_step="Choose next week's from the list of happy customers never asked, and write down every ask.",
            page=PAGE,
        )
    ]


def _goal(first: pd.Series) -> str:
    goal = float(first["goal_asks"])
    return f"{goal:g} {'ask' if goal == 1 else 'asks'}"
