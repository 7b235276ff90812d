"""People by link: who stands where, how long already; the list behind every bar of the funnel."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW
from analytics.questions import charts
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.funnel.words import LINKS, STATES
from analytics.questions.picked import Picked

# In two lines: on a phone Plotly would turn them round.
BELOW = [name.replace(" ", "<br>") for name in LINKS.values()]
COLOURS = {
    "sold": "won",
    "in_play": "open",
    "never_followed_up": "missing",
    "never_asked": "leak",
    "no_answer": "unknown",
    "refused": "lost",
    "left": "muted",
}


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nobody on a path: nobody to list."""
    return None if len(rows) else NotEnough("people who came in on a path", 0, LISTED_BELOW, "leads")


def headline(rows: pd.DataFrame) -> str:
    """How many there are and how many were never asked."""
    if not len(rows):
        return "Nobody has come in yet in this period."
    total, listed = int(rows["person_count"].iloc[0]), len(rows)
    never = int(rows["never_asked_count"].iloc[0])
    shown = "" if listed == total else f" (the first {listed:,} are listed)"
    return f"{total:,} people on your paths{shown}; {never:,} came to know you and were never asked."


def figure(rows: pd.DataFrame) -> go.Figure:
    """People by furthest link and state."""
    drawing = charts.new()
    counted = rows.groupby(["state", "furthest_link"]).size()
    for state in _states(rows):
        name = STATES[state]
        of_state = counted.loc[state].reindex(list(LINKS), fill_value=0)
        drawing.add_bar(x=BELOW, y=of_state.to_numpy(), name=name, marker=charts.marker(COLOURS[state]))
    drawing.update_layout(barmode="stack")
    drawing.update_yaxes(title="People", rangemode="tozero")
    return drawing


def picked(rows: pd.DataFrame, curve: int, place: int) -> Picked:
    """The people of one part of one bar."""
    state, link = _states(rows)[curve], list(LINKS)[place]
    return Picked(f"{LINKS[link]}, {STATES[state].lower()}", {"state": (state,), "furthest_link": (link,)})


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: funnel/diagnosis names the people who matter most."""
    return []


def _states(rows: pd.DataFrame) -> list[str]:
    """The states that occur, in the order of the figure's parts."""
    present = set(rows["state"])
    return [state for state in STATES if state in present]
