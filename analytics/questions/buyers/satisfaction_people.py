"""Valuable, and how satisfied: whom to call before asking, whom to ask first, whom nobody asked."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.buyers.words import NAMED, gave, is_or_are, person, several
from analytics.questions.finding import Finding
from analytics.questions.named_bars import name_bars, place

QUESTION = "buyers/satisfaction_people"
PAGE = "buyers/satisfaction"
MOODS = {
    "unhappy": ("Valuable but unhappy", "lost"),
    "happy": ("Valuable and happy", "won"),
    "never_asked": ("Valuable, never asked how it was", "unknown"),
    "in_between": ("Valuable, neither happy nor unhappy", "muted"),
}


def headline(rows: pd.DataFrame) -> str:
    """Of the most valuable customers: how many are happy, unhappy, and never said."""
    groups = _groups(rows)["mood_count"]
    happy, unhappy, silent = (int(groups.get(mood, 0)) for mood in ("happy", "unhappy", "never_asked"))
    return (
        f"Of your {charts.count(rows['few_count'].iloc[0])} most valuable customers {is_or_are(happy)} happy,"
        f" {is_or_are(unhappy)} unhappy, and {silent:,} {'was' if silent == 1 else 'were'} never asked how it was."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Revenue of the most valuable customers by how satisfied they are."""
    groups = _groups(rows)
    drawing = charts.new(height=140 + 44 * len(groups))
    names = [f"{MOODS[mood][0]} ({charts.count(row['mood_count'])})" for mood, row in groups.iterrows()]
    for name, (mood, row) in zip(names, groups.iterrows(), strict=True):
        drawing.add_bar(
            x=[float(row["mood_amount"])],
            y=[place(name, mood)],
            orientation="h",
            marker=charts.marker(MOODS[mood][1]),
            showlegend=False,
            hovertemplate=f"{name}: revenue %{{x:,.0f}}<extra></extra>",
        )
    drawing.update_xaxes(title="Revenue so far", rangemode="tozero")
    return name_bars(drawing, names, list(groups.index))


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Whom to call, whom to ask, and of whom nobody knows."""
    groups = dict(list(rows.groupby("mood")))
    made = ((_unhappy, "unhappy"), (_happy, "happy"), (_silent, "never_asked"))
    return [make(groups[mood]) for make, mood in made if mood in groups]


def _unhappy(rows: pd.DataFrame) -> Finding:
    first = rows.iloc[0]
    return _finding(
        rows,
        f"Unhappy: {charts.count(first['mood_count'])} of your most valuable customers; they ordered for"
        f" {charts.money(first['unhappy_yearly_amount'])} in the last 12 months.",
        "Counted from their latest scores; how many of them leave because of it is not known.",
        "Call each of them before anybody asks them for anything: what went wrong, and what would put it right?",
    )


def _happy(rows: pd.DataFrame) -> Finding:
    fresh = rows[~rows["is_asked_for_names"].astype(bool)]
    # Long lists are cut, and who was asked is known of those listed.
    of = "of them" if len(rows) == rows["mood_count"].iloc[0] else f"of the {len(rows):,} listed"
    not_asked = f"; {len(fresh):,} {of} were never asked for a name" if len(fresh) else ""
    return _finding(
        rows if not len(fresh) else fresh,
        f"Happy: {charts.count(rows['mood_count'].iloc[0])} of your most valuable customers{not_asked}.",
        "Counted from their latest scores.",
        "Ask these first: why you, what they would tell others, and which three or four people should know you.",
        int(rows["mood_count"].iloc[0]),
    )


def _silent(rows: pd.DataFrame) -> Finding:
    return _finding(
        rows,
        f"Never asked how it was: {charts.count(rows['mood_count'].iloc[0])} of your most valuable customers; they"
        f" gave {charts.money(rows['mood_amount'].iloc[0])} so far.",
        "Counted: no score of theirs is in the files. Unknown is not happy.",
        "Call and ask how the last job went, and write the score down.",
    )


def _finding(rows: pd.DataFrame, sentence: str, why_sure: str, next_step: str, count: int | None = None) -> Finding:
    return Finding(
        question=QUESTION,
        sentence=sentence,
        money=None,
        certainty="high",
        why_sure=why_sure,
        people=tuple(person(row, _why(row)) for row in rows.head(NAMED).itertuples()),
        people_count=int(rows["mood_count"].iloc[0]) if count is None else count,
        next_step=next_step,
        page=PAGE,
    )


def _why(row: object) -> str:
    score = "never scored" if pd.isna(row.score) else f"{gave(row)} on {row.given_date}"
    return f"{score}; {charts.money(row.revenue_amount)} in {several(int(row.order_count), 'order')}"


def _groups(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.drop_duplicates("mood").set_index("mood")[["mood_count", "mood_amount"]]
