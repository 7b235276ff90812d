"""Need, willingness, resources: the justified part of the pipeline, and whether the gate is worth it."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import COMPARED_FROM, LISTED_BELOW, fisher, real_differences, wilson
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding

QUESTION = "prospects/justified"
COLOURS = {"yes": "won", "three yeses": "won", "no": "lost", "a no": "lost"}


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The answers with their win rate and range from 10 closed deals on, tested against the other answers (H1, H5)."""
    result = rows.copy()
    pairs = list(zip(rows["won_count"].astype(int), rows["closed_count"].astype(int), strict=True))
    told = [(won / closed, *wilson(won, closed)) if closed >= LISTED_BELOW else (None,) * 3 for won, closed in pairs]
    for place, name in enumerate(("won_rate", "low_rate", "high_rate")):
        result[name] = pd.array([each[place] for each in told], dtype="double[pyarrow]")
    tested = [_p_value(rows, place) for place in range(len(rows))]
    known = [value for value in tested if value is not None]
    verdicts = iter(real_differences(known))
    result["p_value"] = pd.array(tested, dtype="double[pyarrow]")
    different = [None if value is None else next(verdicts) for value in tested]
    result["is_different"] = pd.array(different, dtype="bool[pyarrow]")
    return result[list(question(QUESTION).returns)]


def headline(rows: pd.DataFrame) -> str:
    """The justified money of the pipeline, and the win rate with three yeses against without."""
    first = rows.iloc[0]
    counts = f"{charts.count(first['justified_count'])} of {charts.count(first['deal_count'])} open deals"
    if not int(first["deal_count"]):
        return f"No deal is open. {_gate(rows)}"
    if pd.isna(first["deal_amount"]):
        return f"{counts} have three yeses; no open deal has an amount on file. {_gate(rows)}"
    money = f"{charts.money(first['justified_amount'])} of {charts.money(first['deal_amount'])}"
    return f"{money} in the pipeline is justified: {counts} have three yeses. {_gate(rows)}"


def figure(rows: pd.DataFrame) -> go.Figure:
    """Win rate by answer with its range; none under ten closed deals, nothing while all are without an answer."""
    drawing = charts.new(height=140 + 30 * len(rows))
    known = rows[rows["won_rate"].notna()]
    # Where nobody wrote an answer down there is nothing to compare.
    known = known if known["answer"].isin(COLOURS).any() else known.iloc[:0]
    for meaning in ("won", "unknown", "lost"):
        _dots(drawing, known[known["answer"].map(lambda said: COLOURS.get(said, "unknown")) == meaning], meaning)
    drawing.update_xaxes(title="Won, of closed deals (%)", range=[0, 100])
    drawing.update_yaxes(categoryorder="array", categoryarray=_labels(rows)[::-1])
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: the scores ask for the answers that are missing, with their price."""
    return []


def _gate(rows: pd.DataFrame) -> str:
    """Whether three yeses win more often, in counts."""
    first, all_three = rows.iloc[0], rows[rows["answer"] == "three yeses"]
    won, closed = (int(all_three[name].iloc[0]) if len(all_three) else 0 for name in ("won_count", "closed_count"))
    others = int(first["won_deal_count"]) - won, int(first["closed_deal_count"]) - closed
    if not closed:
        return "No closed deal had three yeses, so it cannot be told yet whether asking pays."
    without = f"{others[0]:,} of {others[1]:,}"
    said = f"Of the closed deals, {won:,} of {closed:,} with three yeses were won, without them {without}"
    different = bool(all_three["is_different"].fillna(False).iloc[0])
    return f"{said}: more than chance." if different else f"{said}: chance could do that."


def _p_value(rows: pd.DataFrame, place: int) -> float | None:
    """Of this answer against the other answers to the same question; None where too few are closed."""
    row = rows.iloc[place]
    won, closed = int(row["won_count"]), int(row["closed_count"])
    other_won, other_closed = int(row["won_deal_count"]) - won, int(row["closed_deal_count"]) - closed
    if min(closed, other_closed) < LISTED_BELOW or closed + other_closed < COMPARED_FROM:
        return None
    return fisher(won, closed, other_won, other_closed)


def _labels(rows: pd.DataFrame) -> list[str]:
    return [f"{topic.capitalize()}: {answer}" for topic, answer in zip(rows["topic"], rows["answer"], strict=True)]


def _dots(drawing: go.Figure, rows: pd.DataFrame, meaning: str) -> None:
    if not len(rows):
        return
    rate = rows["won_rate"].astype("float64") * 100
    drawing.add_scatter(
        x=rate,
        y=_labels(rows),
        mode="markers",
        name={"won": "Yes", "lost": "No", "unknown": "Not asked"}[meaning],
        marker=charts.point(meaning),
        error_x={
            "array": rows["high_rate"].astype("float64") * 100 - rate,
            "arrayminus": rate - rows["low_rate"].astype("float64") * 100,
            "symmetric": False,
            "color": charts.COLOUR[meaning],
        },
        customdata=[f"{won} of {closed}" for won, closed in zip(rows["won_count"], rows["closed_count"], strict=True)],
        hovertemplate="%{y}<br>%{customdata} won<extra></extra>",
    )
