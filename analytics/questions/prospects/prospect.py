"""One prospect: kind, chance, what would come after, likeness, the three answers, and what to ask next."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding
from analytics.questions.prospects.prospect_topics import topics

AXES = {"sale": "Sale score", "repeat": "Repeat score"}
BOUNDS = [f"{axis}_{bound}" for axis in AXES for bound in ("score", "low_score", "high_score")]
SAME = ["name", "prospect_key", *BOUNDS, "sale_score_limit", "repeat_score_limit"]
RETURNS = ["topic_order", "topic", "answer", "why", *SAME]


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per topic from one row per ideal client."""
    if not len(rows):
        return rows.reindex(columns=RETURNS)
    told = [
        {"topic_order": place, "topic": topic, "answer": answer, "why": why}
        for place, (topic, (answer, why)) in enumerate(topics(rows).items(), start=1)
    ]
    return pd.DataFrame(told).assign(**{name: rows[name].iloc[0] for name in SAME})[RETURNS]


def headline(rows: pd.DataFrame) -> str:
    """Who it is, the kind, and what to ask."""
    said = rows.set_index("topic")["answer"]
    ask = said.get("Ask next")
    return f"{rows['name'].iloc[0]}: {said['Kind']}." + (f" Ask next: {ask}" if ask and ask != "nothing" else "")


def figure(rows: pd.DataFrame) -> go.Figure:
    """Both scores with what they become when every unknown turns out worst or best; the line is the limit."""
    drawing = charts.new(height=240)
    known = [axis for axis in AXES if len(rows) and pd.notna(rows[f"{axis}_score"].iloc[0])]
    for axis in known:
        low, score, high = (float(rows[f"{axis}_{name}"].iloc[0]) for name in ("low_score", "score", "high_score"))
        drawing.add_scatter(
            x=[score],
            y=[AXES[axis]],
            mode="markers",
            marker=charts.point("accent", 14),
            error_x={"array": [high - score], "arrayminus": [score - low], "color": charts.COLOUR["muted"]},
            showlegend=False,
            hovertemplate=f"%{{x:.0f}} points, {low:.0f} to {high:.0f}<extra></extra>",
        )
        limit = float(rows[f"{axis}_score_limit"].iloc[0])
        drawing.add_scatter(
            x=[limit],
            y=[AXES[axis]],
            mode="markers",
            marker={**charts.point("quiet", 18), "symbol": "line-ns-open"},
            name="Limit",
            showlegend=axis == known[0],
            hovertemplate="limit %{x:.0f}<extra></extra>",
        )
    drawing.update_xaxes(title="Points; the bar is what the unknowns could make of it", range=[-3, 103])
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: the last line says what to do."""
    return []
