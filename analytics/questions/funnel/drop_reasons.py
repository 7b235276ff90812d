"""Why people drop: what those who do not go on have in common, tested over everything that is compared."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import COMPARED_FROM
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.funnel.comparing import compared
from analytics.questions.funnel.words import ATTRIBUTES, DONE, LINKS, PEOPLE

QUESTION = "funnel/drop_reasons"
PAGE = "funnel/reasons"
DRAWN, NAMED = 16, 2
# What an owner can change; who somebody is can only be chosen (M16).
CHANGEABLE = ("owner", "response", "content", "source", "product")
NEXT_STEPS = {
    "owner": "Let them listen to a colleague with whom more people go on, and look again after their next 30.",
    "response": "Answer the next 30 within a day, and look again when their usual time is over.",
    "content": "Go on with the next 30 who come by it, by name, and look again when their time is over.",
    "source": "Go on with the next 30 from there, by name, and look again when their time is over.",
    "product": "Show the next 30 another product first, and look again when their usual time is over.",
}


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts with rates, differences and what really differs; the surest first (H1, H2, H5)."""
    own = list(zip(rows["reached_count"], rows["resolved_count"], strict=True))
    others = list(zip(rows["other_reached_count"], rows["other_resolved_count"], strict=True))
    result = rows.assign(**compared(own, others)).sort_values(
        ["adjusted_p_value", "link_order", "attribute", "value"], na_position="last", kind="stable"
    )
    return result.reset_index(drop=True)[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nothing could be compared: fewer than 30 on each side everywhere (H1)."""
    if len(rows) and rows["comparison_count"].iloc[0]:
        return None
    have = int(rows["resolved_sum"].iloc[0]) if len(rows) else 0
    what = "people whose usual time is over and of whom something is known"
    return NotEnough(what, min(have, 2 * COMPARED_FROM - 1), 2 * COMPARED_FROM, "leads")


def headline(rows: pd.DataFrame) -> str:
    """The surest reason that costs people, with its counts; or that nothing differs."""
    worse, compared = _worse(rows), int(rows["comparison_count"].iloc[0])
    if not len(worse):
        return f"Nothing that is known of people tells who drops, in {compared:,} comparisons."
    return f"{_sentence(next(worse.itertuples()))}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Difference from the others, in points, with its range: those that really differ, surest first."""
    # The same words as source and as content are one reason.
    shown = rows[rows["is_different"].fillna(False)].drop_duplicates(["link", "value"]).head(DRAWN)
    drawing = charts.new(height=150 + 30 * max(len(shown), 3))
    for is_worse, name, meaning in ((True, "Go on less often", "lost"), (False, "Go on more often", "won")):
        part = shown[(shown["difference_rate"] < 0) == is_worse]
        middle, low, high = (part[f"{end}difference_rate"].astype(float) * 100 for end in ("", "low_", "high_"))
        drawing.add_scatter(
            x=middle,
            y=[charts.label(f"{LINKS[row.link]}: {_value(row)}") for row in part.itertuples()],
            mode="markers",
            name=name,
            marker=charts.point(meaning, 11),
            error_x={"type": "data", "symmetric": False, "array": high - middle, "arrayminus": middle - low},
            customdata=[charts.label(_counts(row)) for row in part.itertuples()],
            hovertemplate="%{y}<br>%{customdata}<extra></extra>",
        )
    drawing.add_vline(x=0, line=charts.line("quiet", 1))
    drawing.update_xaxes(title="Percentage points above or below the others")
    drawing.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=[charts.label(f"{LINKS[row.link]}: {_value(row)}") for row in shown.itertuples()][::-1],
    )
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """The surest reasons that an owner can change."""
    worse = _worse(rows) if len(rows) else rows
    changeable = worse[worse["attribute"].isin(CHANGEABLE)] if len(worse) else worse
    named = changeable.drop_duplicates(["link", "value"]).drop_duplicates(["link", "attribute"])
    return [_finding(row) for row in named.head(NAMED).itertuples()]


def _finding(row) -> Finding:
    return Finding(
        question=QUESTION,
        sentence=f"{_sentence(row)}.",
        money=None,
        certainty="high" if row.adjusted_p_value <= 0.01 else "medium" if row.adjusted_p_value <= 0.05 else "low",
        why_sure=f"Chance alone would show such a difference {charts.once_in(row.adjusted_p_value)}, after allowing for"
        f" all {int(row.comparison_count):,} comparisons. Something that goes with it may be the cause.",
        people=(),
        people_count=int(row.resolved_count - row.reached_count),
        next_step=NEXT_STEPS[row.attribute],
        page=PAGE,
    )


def _worse(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["is_different"].fillna(False) & (rows["difference_rate"] < 0).fillna(False)]


def _sentence(row) -> str:
    ends = (row.difference_rate, row.high_difference_rate, row.low_difference_rate)
    points = [f"{abs(float(value)) * 100:.0f}" for value in ends]
    return f"{LINKS[row.link]}, {_value(row)}: {_counts(row)}; {points[0]} points fewer ({points[1]} to {points[2]})"


def _counts(row) -> str:
    share = charts.rate_text(row.low_rate, row.conversion_rate, row.high_rate)
    others = (
        f"{charts.rate(row.other_rate)} of the others ({row.other_reached_count:,} of {row.other_resolved_count:,})"
    )
    people = PEOPLE.get(row.from_link, "people")
    return f"{row.reached_count:,} of {row.resolved_count:,} {people} {DONE[row.link]}, {share}, against {others}"


def _value(row) -> str:
    return f"{ATTRIBUTES[row.attribute]}{row.value}"
