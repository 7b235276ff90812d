"""Where the funnel leaks: one diagnosis per path and link, its price, and whom to call."""

import json

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import COMPARED_FROM
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, Money, NotEnough, Person
from analytics.questions.funnel.evidence import next_step
from analytics.questions.funnel.judging import judged_rows
from analytics.questions.funnel.words import COLOURS, DIAGNOSES, LAST_STATUS, LINKS, STEPS

QUESTION = "funnel/diagnosis"
PAGE = "funnel/leaks"
ACTED_ON = ("missing_link", "leak", "volume", "slow")


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts judged, priced and put into words."""
    return judged_rows(rows)[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Under 30 people in all no step can be compared with anything (H1)."""
    people = int(rows["person_count"].iloc[0]) if len(rows) else 0
    return (
        NotEnough("people who came in, on all paths together", people, COMPARED_FROM, "leads")
        if people < COMPARED_FROM
        else None
    )


def headline(rows: pd.DataFrame) -> str:
    """The costliest problem and its price; else that none was found, and how much was compared."""
    found = _ranked(rows)
    if not len(found):
        compared = int(rows["comparison_count"].iloc[0]) if len(rows) else 0
        if not compared or (rows["diagnosis"] == "cant_tell").all():
            return f"{_why_unknown(rows)}; no leak is known yet."
        return f"No leak found in {compared} {'comparison' if compared == 1 else 'comparisons'}."
    worst = next(found.itertuples())
    return f"{worst.path}: {DIAGNOSES[worst.diagnosis].lower()} at {LINKS[worst.link].lower()}{_cost(worst)}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Rate of each step with its range, by what was found; people whose time is over."""
    drawing = charts.new(height=160 + 26 * max(len(rows), 4))
    known = rows[rows["conversion_rate"].notna()]
    for diagnosis, name in DIAGNOSES.items():
        of_kind = known[known["diagnosis"] == diagnosis]
        if len(of_kind):
            drawing.add_scatter(
                **_points(of_kind), name=name, marker=charts.point(COLOURS.get(diagnosis, "cant_tell"), 11)
            )
    drawing.update_xaxes(title="Share that took the step (%)", range=[0, 100])
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """What asks for action, the dearest first."""
    return [_finding(row) for row in _ranked(rows).itertuples()]


def _ranked(rows: pd.DataFrame) -> pd.DataFrame:
    found = rows[rows["diagnosis"].isin(ACTED_ON)] if len(rows) else rows
    return found.sort_values(
        ["likely_amount", "waiting_count", "path"], ascending=[False, False, True], na_position="last"
    )


def _finding(row) -> Finding:
    people = tuple(Person(**person) for person in json.loads(row.people))
    return Finding(
        question=QUESTION,
        sentence=f"{row.path}, {LINKS[row.link].lower()}: {row.evidence[:1].lower()}{row.evidence[1:]}",
        money=None if pd.isna(row.likely_amount) else Money(row.low_amount, row.likely_amount, row.high_amount),
        certainty=row.certainty,
        why_sure=_why_sure(row),
        people=people,
        people_count=0 if pd.isna(row.waiting_count) else int(row.waiting_count),
        next_step=next_step(row),
        page=PAGE,
    )


def _why_sure(row) -> str:
    if pd.isna(row.adjusted_p_value):
        return "Counted on this path alone: there is nothing of your own to compare it with."
    return (
        f"Chance alone would show such a difference {charts.once_in(row.adjusted_p_value)}, after allowing for all"
        f" {int(row.comparison_count)} comparisons on this page."
    )


def _why_unknown(rows: pd.DataFrame) -> str:
    if lost := int(rows.groupby("path")["unplaced_count"].max().sum()):
        return LAST_STATUS.format(lost=lost).rstrip(".")
    # A path that was chosen stands alone here and is still compared with the others.
    came_in = rows.loc[rows["link_order"] == 1, "from_count"].sum()
    if rows["path"].nunique() == 1 and came_in == rows["person_count"].iloc[0]:
        return "There is no other path to compare with"
    return "Too few people on each path are past their usual time to compare paths"


def _cost(row) -> str:
    if pd.isna(row.likely_amount):
        return ""
    return f", worth {charts.range_text(row.low_amount, row.likely_amount, row.high_amount)} a year"


def _points(rows: pd.DataFrame) -> dict:
    rates, low, high = (rows[name].astype(float) * 100 for name in ("conversion_rate", "low_rate", "high_rate"))
    return {
        "x": rates,
        "y": [f"{charts.label(row.path)}: {STEPS[row.link].lower()}" for row in rows.itertuples()],
        "mode": "markers",
        "error_x": {"type": "data", "symmetric": False, "array": high - rates, "arrayminus": rates - low},
        "text": [charts.label(text) for text in rows["evidence"]],
        "hovertemplate": "%{y}<br>%{x:.0f}%<br>%{text}<extra></extra>",
    }
