"""What speaks for and against one prospect: points of every attribute, and what the own past says of it."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.finding import Finding
from analytics.questions.prospects.words import ATTRIBUTES

AXES = {"sale": "buying", "repeat": "coming back"}
SHORT = {"sale": "buy", "repeat": "back"}
# A path may be called Referral: it is told as a path beside whether somebody was referred.
SPEAKING = {"industry", "sites", "product", "referral"}
# Codes that say too little alone.
VALUES = {
    ("warmth", "asked"): "that we asked already",
    ("warmth", "nurtured"): "that they came to know us",
    ("warmth", "met"): "that they met us and no more",
    ("referral", "referred"): "that a customer sent them",
    ("referral", "not referred"): "that nobody sent them",
    ("contact", "all three"): "e-mail, phone and address known",
    ("contact", "two"): "two ways to reach them",
    ("contact", "one"): "only one way to reach them",
    ("contact", "none"): "no way to reach them",
}
COLOURS = {"for": "won", "against": "lost"}
NOUGHT = {"unknown": charts.point("unknown"), "muted": {**charts.point("muted"), "symbol": "line-ns-open"}}


def headline(rows: pd.DataFrame) -> str:
    """The strongest part for and against, over both axes."""
    known = rows[rows["points"].notna()]
    if not len(known):
        return f"Nothing is known of {rows['name'].iloc[0]} that has points."
    lifted = known.assign(lift=_lift(known)).dropna(subset=["lift"])
    up, down = lifted[lifted["lift"] > 0], lifted[lifted["lift"] < 0]
    best = f"{_said(up.sort_values('lift').iloc[-1])} speaks most for them" if len(up) else "nothing speaks for them"
    worst = f"{_said(down.sort_values('lift').iloc[0])} most against them" if len(down) else "nothing against them"
    return f"{_begun(best)}; {worst}; {_unknown(rows)}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Points above or below half of what an attribute can give; at half what is not known or moves nothing."""
    drawing = charts.new(height=140 + 26 * len(rows))
    lift = _lift(rows)
    labels = [charts.label(_label(row)) for row in rows.itertuples()]
    for meaning, inside in (("for", lift >= 0), ("against", lift < 0)):
        drawing.add_bar(
            x=lift[inside],
            y=[label for label, keep in zip(labels, inside, strict=True) if keep],
            orientation="h",
            name="Speaks for them" if meaning == "for" else "Speaks against",
            marker=charts.marker(COLOURS[meaning]),
            hovertemplate="%{y}: %{x:+.0f} points<extra></extra>",
        )
    # Known, and it moves nothing, by your own past or by the card: that is not unknown.
    for name, meaning, inside in (
        ("Not known", "unknown", rows["points"].isna()),
        ("Makes no difference", "muted", lift.isna() & rows["points"].notna()),
    ):
        placed = [label for label, keep in zip(labels, inside, strict=True) if keep]
        drawing.add_scatter(
            x=[0] * len(placed), y=placed, mode="markers", name=name, marker=NOUGHT[meaning], showlegend=bool(placed)
        )
    drawing.update_xaxes(title="Points more or less than half of what it can give")
    drawing.update_yaxes(categoryorder="array", categoryarray=labels[::-1])
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: what to ask stands in the table."""
    return []


def _lift(rows: pd.DataFrame) -> pd.Series:
    """Points above or below half of what the attribute can give; null where nothing is known, or less than a point."""
    weight = rows["weight_points"].astype("float64")
    lift = rows["points"].astype("float64") - weight / 2
    return lift.where((weight > 0) & (lift.abs() >= 1))


def _label(row: object) -> str:
    """Short enough for a phone: the value alone where it says what it is a value of."""
    axis = SHORT[row.axis]
    if pd.isna(row.value):
        return f"{ATTRIBUTES[row.attribute].capitalize()}? ({axis})"
    said = row.value if row.attribute in SPEAKING else f"{row.attribute.capitalize()}: {row.value}"
    return f"{said} ({axis})"


def _said(row: pd.Series) -> str:
    attribute, value = row["attribute"], row["value"]
    said = VALUES.get((attribute, value)) or f"{ATTRIBUTES[attribute]} '{value}'"
    return f"{said} ({AXES[row['axis']]})"


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _unknown(rows: pd.DataFrame) -> str:
    count = int(rows["value"].isna().sum())
    return (
        f"{count:,} of {len(rows):,} parts {'is' if count == 1 else 'are'} not known"
        if count
        else "every part is known"
    )
