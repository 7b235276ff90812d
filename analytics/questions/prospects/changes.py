"""Changes since the load before: new prospects, new labels, who bought and who left."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding, Person
from analytics.questions.prospects.words import CHANGES

QUESTION = "prospects/changes"
PAGE = "prospects/report_card"
MEANINGS = {
    "first": "opportunity",
    "new": "open",
    "label": "accent",
    "answer": "muted",
    "bought": "won",
    "left": "let_go",
}
NAMED = 10


def headline(rows: pd.DataFrame) -> str:
    """How many are new, have another label, bought or left; of the first load how many are opportunities."""
    first = rows.iloc[0]
    if first["change"] == "first":
        return (
            f"This is the first load with prospects: {charts.count(first['change_count'])} of them are opportunities."
        )
    became = charts.count(first["to_opportunity_count"])
    return (
        f"Since the load before, {charts.count(first['new_count'])} prospects are new,"
        f" {charts.count(first['label_count'])} have another label, {charts.count(first['bought_count'])} bought and"
        f" {charts.count(first['left_count'])} left{_answered(first)}; {became} became opportunities."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """How many changes of each kind."""
    drawing = charts.new(height=110 + 34 * max(sum(_count(rows, change) is not None for change in CHANGES), 1))
    for change, name in CHANGES.items():
        count = _count(rows, change)
        if count is not None:
            drawing.add_bar(x=[count], y=[name], orientation="h", name=name, marker=charts.marker(MEANINGS[change]))
    drawing.update_layout(showlegend=False)
    drawing.update_xaxes(title="Prospects", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Those who became opportunities since the last load."""
    became = rows[(rows["kind_now"] == "opportunity") & (rows["change"] != "first")]
    if not len(became):
        return []
    return [
        Finding(
            question=QUESTION,
            sentence=f"{charts.count(rows['to_opportunity_count'].iloc[0])} prospects became opportunities since the"
            " load before.",
            money=None,
            certainty="medium",
            why_sure="Counted: their label now against the one they had.",
            people=tuple(
                Person(str(name), str(key), "new" if change == "new" else "had another label before")
                for name, key, change in became[["name", "lead_id", "change"]].head(NAMED).itertuples(index=False)
            ),
            people_count=int(rows["to_opportunity_count"].iloc[0]),
            next_step="Call them this week, before they are old news.",
            page=PAGE,
        )
    ]


def _answered(first: pd.Series) -> str:
    count = int(first["answer_count"])
    return f"; what was written down here changed {charts.count(count)} more" if count else ""


def _count(rows: pd.DataFrame, change: str) -> int | None:
    """How many changed so; None for what the chart leaves out: the first load stands alone."""
    is_first = bool(len(rows)) and rows["change"].iloc[0] == "first"
    if not len(rows) or is_first != (change == "first"):
        return None
    return int(rows["change_count" if is_first else f"{change}_count"].iloc[0])
