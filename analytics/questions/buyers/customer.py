"""One customer: what every method says of them."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.buyers.customer_topics import UNKNOWN, topics
from analytics.questions.finding import Finding

SCORES = {"recency_score": "How lately", "frequency_score": "How often", "monetary_score": "How much"}
SAME = ["name", "customer_key", *SCORES]
RETURNS = ["topic_order", "topic", "answer", "why", *SAME]


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per topic from the one row of the customer."""
    if not len(rows):
        return rows.reindex(columns=RETURNS)
    row = rows.iloc[0]
    told = [
        {"topic_order": place, "topic": topic, "answer": answer, "why": why}
        for place, (topic, (answer, why)) in enumerate(topics(row).items(), start=1)
    ]
    return pd.DataFrame(told).assign(**{name: row[name] for name in SAME})[RETURNS]


def headline(rows: pd.DataFrame) -> str:
    """Who it is, and those of the answers that matter most which are known."""
    said = rows.set_index("topic")["answer"]
    answers = (said.get(topic, UNKNOWN) for topic in ("Revenue", "Activity", "Satisfaction"))
    parts = [answer for answer in answers if answer != UNKNOWN] or ["nothing is known yet"]
    step = str(said.get("Next step", ""))
    return f"{rows['name'].iloc[0]}: {'; '.join(parts)}. Next step: {step}" + ("" if step.endswith((".", "?")) else ".")


def figure(rows: pd.DataFrame) -> go.Figure:
    """The three scores of the segment, 5 best."""
    drawing = charts.new(height=240)
    known = [name for name in SCORES if len(rows) and pd.notna(rows[name].iloc[0])]
    points = [int(rows[name].iloc[0]) for name in known]
    drawing.add_bar(
        x=points,
        y=[SCORES[name] for name in known],
        orientation="h",
        text=[f"{score} of 5" for score in points],
        marker=charts.marker("accent"),
        hovertemplate="%{y}: %{x} of 5 points<extra></extra>",
    )
    drawing.update_xaxes(title="Points, 5 is best", range=[0, 5], dtick=1)
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: the last line says what to do."""
    return []
