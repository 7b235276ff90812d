"""The buyers' own words: the phrases that most of them use, always with the quotes; few people: the quotes alone."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW
from analytics.questions import charts
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.outreach.phrases import phrases

QUESTION = "outreach/words"
PAGE = "buyers/outreach"
COLUMNS = ("phrase", "phrase_person_count", "quote", "name", "asked", "said_date", "person_count", "quote_count")
QUOTES_EACH = 5
TOLD = 3


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """Each phrase with up to five of its quotes, then the quotes that stand under no phrase."""
    people = int(rows["person_key"].nunique())
    found = _found(rows) if people >= LISTED_BELOW else []
    parts = [
        rows.iloc[list(phrase.quotes[:QUOTES_EACH])].assign(phrase=phrase.text, phrase_person_count=len(phrase.people))
        for phrase in found
    ]
    shown = {place for phrase in found for place in phrase.quotes[:QUOTES_EACH]}
    rest = rows.iloc[[place for place in range(len(rows)) if place not in shown]]
    parts.append(rest.assign(phrase=None, phrase_person_count=None))
    kinds = {"phrase": "string[pyarrow]", "phrase_person_count": "int64[pyarrow]"}
    joined = pd.concat([part.astype(kinds) for part in parts], ignore_index=True)
    return joined.assign(person_count=people, quote_count=len(rows))[list(COLUMNS)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Phrases are counted from ten people on; fewer are read one by one."""
    people = int(rows["person_count"].iloc[0]) if len(rows) else 0
    if people and people < LISTED_BELOW:
        return NotEnough("people whose words were written down", people, LISTED_BELOW, "feedback")
    return None


def headline(rows: pd.DataFrame) -> str:
    """The phrases that most people use, with counts."""
    people, found = int(rows["person_count"].iloc[0]), _phrases(rows)
    if not len(found):
        return f"{people:,} people said something, no two of them in the same words."
    told = ", ".join(f"'{row.phrase}' ({row.phrase_person_count:,})" for row in found.head(TOLD).itertuples())
    return f"Of {people:,} people, most say {told}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """How many people use each phrase."""
    found = _phrases(rows)
    drawing = charts.new(height=120 + 34 * max(len(found), 1))
    drawing.add_bar(
        x=[int(count) for count in found["phrase_person_count"]],
        y=[charts.label(text) for text in found["phrase"]],
        orientation="h",
        marker=charts.marker("accent"),
        showlegend=False,
        hovertemplate="%{y}: %{x:,} people<extra></extra>",
    )
    drawing.update_xaxes(title="People who say it", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: what buyers say is for reading, and for the next letter."""
    return []


def _found(rows: pd.DataFrame) -> list:
    # Words of somebody whose rows are gone still count, each quote as one person.
    who = [f"quote {place}" if pd.isna(key) else int(key) for place, key in enumerate(rows["person_key"])]
    return phrases(who, rows["quote"].astype(object).tolist())


def _phrases(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.dropna(subset="phrase").drop_duplicates("phrase")
