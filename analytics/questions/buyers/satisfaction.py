"""Who is satisfied: kinds of customers by the mean of their latest scores."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import mean_ranges
from analytics.questions import charts
from analytics.questions.buyers.amounts import floats
from analytics.questions.finding import Finding, NotEnough

RANKED_FROM = 5
DRAWN = 15


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """Adds the range of each mean and ranks by its lower end, from five scores on."""
    if not len(rows):
        return rows
    counts, means = floats(rows, "scored_count"), floats(rows, "mean_of_ten")
    low, high = mean_ranges(counts, means, np.nan_to_num(floats(rows, "score_deviation")))
    is_ranked = counts >= RANKED_FROM
    found = rows.assign(
        mean_of_ten=np.round(means, 2),
        low_of_ten=np.where(is_ranked, np.round(np.maximum(low, 0), 2), np.nan),
        high_of_ten=np.where(is_ranked, np.round(np.minimum(high, 10), 2), np.nan),
    )
    best_first = ["low_of_ten", "scored_count"]
    found = found.sort_values(best_first, ascending=False, na_position="last", kind="stable").reset_index(drop=True)
    place = pd.Series(range(1, len(found) + 1), index=found.index, dtype="Int64")
    return found.assign(satisfaction_rank=place.where(found["low_of_ten"].notna()))


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Kinds are compared from five scores of one kind on."""
    if len(rows) and rows["scored_count"].max() < RANKED_FROM:
        return NotEnough("scores of customers of one kind", int(rows["scored_count"].max()), RANKED_FROM, "feedback")
    return None


def headline(rows: pd.DataFrame) -> str:
    """The surely most satisfied kind with its range, and how many are happy and unhappy in all."""
    first = rows.iloc[0]
    best = f"{first['mean_of_ten']:.1f} of 10 ({first['low_of_ten']:.1f} to {first['high_of_ten']:.1f})"
    return (
        f"Most satisfied by {first['attribute']}: {first['segment']}, {best} over {charts.count(first['scored_count'])}"
        f" scores; of {charts.count(first['all_scored_count'])} customers who gave a score"
        f" {charts.count(first['all_happy_count'])} are happy and {charts.count(first['all_unhappy_count'])} are not."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Mean score of each kind with its range; those of under five scores are left to the table."""
    shown = rows[rows["low_of_ten"].notna()].head(DRAWN)
    mean, low, high = (floats(shown, name) for name in ("mean_of_ten", "low_of_ten", "high_of_ten"))
    drawing = charts.new(height=140 + 32 * len(shown))
    drawing.add_scatter(
        x=mean,
        y=[charts.label(f"{row.segment} ({row.scored_count:,})") for row in shown.itertuples()],
        error_x={"array": high - mean, "arrayminus": mean - low, "color": charts.COLOUR["quiet"]},
        mode="markers",
        marker=charts.point("accent", 11),
        customdata=[charts.label(text) for text in shown["attribute"]],
        hovertemplate="%{y}, by %{customdata}: %{x:.1f} of 10<extra></extra>",
    )
    drawing.update_xaxes(title="Mean of the latest scores (0 to 10)", range=[0, 10.2])
    drawing.update_yaxes(autorange="reversed", type="category")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: whom to ask and whom to call stands with the people."""
    return []
