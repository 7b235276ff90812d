"""Stages taken by their words: what a file calls a stage, and what Gleaner took it for."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding

QUESTION = "funnel/stage_words"
MEANINGS = {
    "won": "won",
    "lost": "lost",
    "open, asked": "open",
    "open, in touch": "nurture",
    "open, new": "muted",
    "not known": "unknown",
}
DRAWN = 20


def headline(rows: pd.DataFrame) -> str:
    """How many names are on no list, and what became of them."""
    first = rows.iloc[0]
    names, told, unknown = (int(first[name]) for name in ("name_count", "told_count", "unknown_count"))
    which = "1 stage name in your files is" if names == 1 else f"{names:,} stage names in your files are"
    parts = [f"{told:,} understood by {'its' if told == 1 else 'their'} words"] if told else []
    if unknown:
        rest = f"{charts.count(first['unknown_row_count'])} rows"
        parts.append(f"{unknown:,} not known, which {'counts' if unknown == 1 else 'count'} as open ({rest})")
    return f"{which} on no list: {', '.join(parts)}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Rows by name, coloured by what the name was taken for."""
    shown = rows.head(DRAWN)
    drawing = charts.new(height=140 + 28 * len(shown))
    for meaning in [each for each in MEANINGS if (shown["meaning"] == each).any()]:
        part = shown[shown["meaning"] == meaning]
        drawing.add_bar(
            x=part["row_count"].astype(int),
            y=[charts.label(name) for name in part["stage_name"]],
            name=meaning.capitalize(),
            orientation="h",
            marker=charts.marker(MEANINGS[meaning]),
        )
    drawing.update_xaxes(title="Rows with this name", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Names to check: a sale under a name that nobody knows is counted as open."""
    if not len(rows):
        return []
    examples = "; ".join(f"'{row.stage_name}' as {row.meaning}" for row in rows.head(3).itertuples())
    return [
        Finding(
            question=QUESTION,
            sentence=f"{headline(rows)} {examples}.",
            money=None,
            certainty="low",
            why_sure="Words can mislead, and every count of the funnel goes by them; only you can tell.",
            people=(),
            people_count=0,
            next_step="Put what is wrong right under Your rules, Stages.",
            page="data/rules",
        )
    ]
