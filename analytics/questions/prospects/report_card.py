"""Report card: of those given so much chance, how many bought."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW, wilson
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.prospects.chance_words import pairs, verdict
from analytics.questions.prospects.words import ORIGINS

QUESTION = "prospects/report_card"
COLOURS = {"tried": "open", "said": "won"}
# As models/out_of_time and models/best_out_of_time: the last 60 % are graded, 30 cases with 8 who bought are the least.
LEAST_CASES, LEAST_BOUGHT = 50, 14


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The bands with the rate that came true and its range, from ten cases on (H1)."""
    result = rows.copy()
    counts = [
        (0 if pd.isna(came) else int(came), 0 if pd.isna(cases) else int(cases))
        for came, cases in zip(rows["bought_count"], rows["case_count"], strict=True)
    ]
    told = [(came / cases, *wilson(came, cases)) if cases >= LISTED_BELOW else (None,) * 3 for came, cases in counts]
    for place, name in enumerate(("bought_rate", "low_rate", "high_rate")):
        result[name] = pd.array([each[place] for each in told], dtype="double[pyarrow]")
    return result[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Under fifty leads whose outcome is known nothing can be graded."""
    cases, bought = (int(rows[name].iloc[0]) if len(rows) else 0 for name in ("known_case_count", "known_bought_count"))
    if cases < LEAST_CASES:
        return NotEnough("leads that came in half a year ago or more", cases, LEAST_CASES, "leads")
    if bought < LEAST_BOUGHT:
        return NotEnough("leads that bought within half a year", bought, LEAST_BOUGHT, "orders")
    return None


def headline(rows: pd.DataFrame) -> str:
    """One band in counts where chances are shown, and how they compare with saying the same of everybody."""
    first = rows.iloc[0]
    said = _largest_band(rows) if bool(first["is_shown"]) else ""
    return " ".join(filter(None, [f"{said}{verdict(first)}", pairs(first) if said else ""]))


def figure(rows: pd.DataFrame) -> go.Figure:
    """What was said against what came true; on the line both are the same."""
    drawing = charts.new(height=420)
    drawing.add_scatter(x=[0, 100], y=[0, 100], mode="lines", name="As said", line=charts.line("quiet", 1))
    for origin, name in ORIGINS.items():
        _points(drawing, rows[(rows["origin"] == origin) & rows["bought_rate"].notna()], name, COLOURS[origin])
    drawing.update_xaxes(title="Chance that was said (%)", range=[0, 100])
    drawing.update_yaxes(title="Bought (%)", range=[0, 100])
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: what to do about prospects is on the page of the scores."""
    return []


def _largest_band(rows: pd.DataFrame) -> str:
    """The highest chances of which there are ten cases or more."""
    kept = rows[rows["bought_rate"].notna()]
    if not len(kept):
        return ""
    top = kept.sort_values("low_said_rate", kind="stable").iloc[-1]
    between = f"{charts.rate(top['low_said_rate'])[:-1]} to {charts.rate(top['high_said_rate'])}"
    counts = f"{charts.count(top['case_count'])} leads with a chance of {between}, {charts.count(top['bought_count'])}"
    return f"Of {counts} bought. "


def _points(drawing: go.Figure, rows: pd.DataFrame, name: str, meaning: str) -> None:
    if not len(rows):
        return
    rate = rows["bought_rate"].astype("float64") * 100
    drawing.add_scatter(
        x=rows["said_rate"].astype("float64") * 100,
        y=rate,
        mode="markers",
        name=name,
        marker=charts.point(meaning, 12),
        error_y={
            "array": rows["high_rate"].astype("float64") * 100 - rate,
            "arrayminus": rate - rows["low_rate"].astype("float64") * 100,
            "symmetric": False,
            "color": charts.COLOUR[meaning],
        },
        customdata=[f"{came} of {cases}" for came, cases in zip(rows["bought_count"], rows["case_count"], strict=True)],
        hovertemplate="said %{x:.0f}%, %{customdata} bought<extra></extra>",
    )
