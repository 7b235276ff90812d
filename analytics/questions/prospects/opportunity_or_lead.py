"""Opportunity or only a lead: two scores per prospect, the kind they make, and what is not known."""

from decimal import Decimal
from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa

from analytics.models.intervals import LISTED_BELOW, Range, range_of
from analytics.models.scoring_value import amount_draws
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding
from analytics.questions.prospects import what_to_do
from analytics.questions.prospects.words import KINDS, MEANINGS, reasons, unknowns

QUESTION = "prospects/opportunity_or_lead"
SEED = 20260101
DOT, LARGEST_DOT = 9, 40
NAMED = 5
MONEY = pd.ArrowDtype(pa.decimal128(18, 2))


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the money of one who came back, what is unknown and the reasons in words."""
    result = rows.copy()
    value = _repeat_value(rows)
    for place, bound in enumerate(("low", "likely", "high")):
        result[f"repeat_{bound}_amount"] = _money([value[place] if value else None] * len(rows))
    result["unknowns"] = pd.array(unknowns(rows), dtype="string[pyarrow]")
    result["reasons"] = pd.array(reasons(rows), dtype="string[pyarrow]")
    return result[list(question(QUESTION).returns)]


def headline(rows: pd.DataFrame) -> str:
    """How many of each kind, and of the opportunities how many nobody works on."""
    counted = ["prospect_count", "unworked_opportunity_count", *(f"{kind}_count" for kind in KINDS)]
    first = rows[counted].iloc[0]
    counts = [(int(first[f"{kind}_count"]), words.lower()) for kind, words in KINDS.items()]
    others = ", ".join(f"{count:,} {words.replace('tell', 'be told')}" for count, words in counts[1:] if count)
    idle = int(first["unworked_opportunity_count"])
    unworked = f", and nobody works on {idle:,} of them" if idle else ""
    many = int(first["prospect_count"])
    looks = "prospect looks like an opportunity" if many == 1 else "prospects look like opportunities"
    like = f"{counts[0][0]:,} of {many:,} {looks}"
    return f"{like}{unworked}{f'; {others}' if others else ''}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Prospects by both scores, one dot for all at one place; the lines are the limits that make the four kinds."""
    drawing = charts.new(height=460)
    # A hundred columns are slow to pick rows from; five are not.
    drawn = _places(rows[["prospect_kind", "sale_score", "repeat_score", "name", "next_question"]])
    for kind, words in KINDS.items():
        _points(drawing, drawn[drawn["prospect_kind"] == kind], words, MEANINGS.get(kind, kind))
    if len(rows):
        drawing.add_vline(x=int(rows["sale_score_limit"].iloc[0]), line=charts.line("quiet", 1))
        drawing.add_hline(y=int(rows["repeat_score_limit"].iloc[0]), line=charts.line("quiet", 1))
    drawing.update_xaxes(title="Sale score (points, like those who bought)", range=[-3, 103])
    drawing.update_yaxes(title="Repeat score (points, like those who came back)", range=[-3, 103])
    if (drawn["person_count"] > 1).any():
        larger = charts.point("muted", 2 * DOT)
        drawing.add_scatter(x=[None], y=[None], mode="markers", name="Larger: several", marker=larger)
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Opportunities that nobody works on, and who cannot be told apart."""
    return what_to_do.found(QUESTION, rows) if len(rows) else []


def _places(rows: pd.DataFrame) -> pd.DataFrame:
    """Prospects with the same two scores are one dot, with how many they are and whom it stands for.

    returns : prospect_kind, sale_score, repeat_score (whole points), person_count, told
    """
    at = rows.assign(
        sale_score=rows["sale_score"].astype("float64").round(),
        repeat_score=rows["repeat_score"].astype("float64").round(),
        next_question=rows["next_question"].fillna("nothing is open"),
    ).groupby(["prospect_kind", "sale_score", "repeat_score"], sort=False)
    found = at.agg(person_count=("name", "size"), names=("name", list), next_question=("next_question", "first"))
    return found.assign(told=[_told(row) for row in found.itertuples()]).reset_index()


def _told(row: object) -> str:
    """Who stands at a place; of one alone also what to ask."""
    names = "<br>".join(charts.label(name) for name in row.names[:NAMED])
    if row.person_count == 1:
        return f"{names}<br>ask: {charts.label(row.next_question)}"
    more = row.person_count - NAMED
    return f"{row.person_count:,} prospects<br>{names}{f'<br>and {more:,} more' if more > 0 else ''}"


def _points(drawing: go.Figure, rows: pd.DataFrame, name: str, meaning: str) -> None:
    drawing.add_scatter(
        x=rows["sale_score"],
        y=rows["repeat_score"],
        mode="markers",
        name=name,
        # The surface grows with the number, up to a dot that would hide its neighbours.
        marker=charts.point(meaning, [min(DOT * count**0.5, LARGEST_DOT) for count in rows["person_count"]]),
        text=rows["told"],
        hovertemplate="%{text}<br>sale %{x:.0f}, repeat %{y:.0f}<extra></extra>",
    )


def _repeat_value(rows: pd.DataFrame) -> tuple[float, float, float] | None:
    """Money after the first order of one customer who came back; None under 10 of them (H1)."""
    if not len(rows) or rows["came_back_count"].iloc[0] < LISTED_BELOW or not rows["all_amount_mean"].iloc[0] > 0:
        return None
    first = rows[["all_amount_mean", "all_amount_deviation", "came_back_count"]].iloc[0]
    mean, deviation = _number(first["all_amount_mean"]), _number(first["all_amount_deviation"])
    return _bounds(range_of(amount_draws(mean, deviation, int(first["came_back_count"]), SEED)))


def _number(value: object) -> float:
    return 0.0 if pd.isna(value) else float(value)


def _bounds(found: Range) -> tuple[float, float, float]:
    return found.low, found.likely, found.high


def _money(values: list[float | None]) -> pd.array:
    return pd.array([None if value is None else _cents(value) for value in values], dtype=MONEY)


@lru_cache(maxsize=4096)
def _cents(value: float) -> Decimal:
    return Decimal(f"{value:.2f}")
