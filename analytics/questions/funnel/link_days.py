"""Days of each link on each path: median with its range, and how many within a week."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.funnel_steps import rate_with_range
from analytics.models.intervals import LISTED_BELOW
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.funnel.comparing import reals
from analytics.questions.funnel.timing import DAYS, timed
from analytics.questions.funnel.words import STEPS

QUESTION = "funnel/link_days"
EVERYWHERE = "All paths"
WHOLE = "int64[pyarrow]"
NAMES = {**STEPS, "nurturing": "Nurturing (first response)"}
LOOKS = {"lead_generation": "muted", "nurturing": "open", "ask": "one_off", "sale": "won"}


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts by day turned into medians with ranges; no median under ten steps (H1, H2)."""
    known = [_known(row) for row in rows.to_dict("records")]
    # Apart: all paths together hold every step of each path a second time.
    found = timed([row for row in known if row["path"] != EVERYWHERE]) + timed(
        [row for row in known if row["path"] == EVERYWHERE]
    )
    by_place = {(row["path"], row["link"]): row for row in found}
    in_order = [by_place[(row["path"], row["link"])] for row in known]
    days = {name: pd.array([_day(row, name) for row in in_order], dtype=WHOLE) for name in DAYS}
    rates = [rate_with_range(row["within_seven_count"], row["step_count"]) for row in known]
    named = enumerate(("within_seven_rate", "low_rate", "high_rate"))
    added = days | {name: reals(rate[place] for rate in rates) for place, name in named}
    return rows.assign(**added)[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Ten steps of one link with both days on record (H1)."""
    most = int(rows["step_count"].max()) if len(rows) else 0
    return NotEnough("steps with both days on record", most, LISTED_BELOW, "touches") if most < LISTED_BELOW else None


def headline(rows: pd.DataFrame) -> str:
    """The first response and the whole way, in days."""
    together = rows[(rows["path"] == EVERYWHERE) & rows["median_days"].notna()].set_index("link")
    parts = []
    if "nurturing" in together.index:
        row = together.loc["nurturing"]
        share = charts.rate_text(row["low_rate"], row["within_seven_rate"], row["high_rate"])
        parts.append(f"half of all first responses come {_within(row)}; {share} within a week")
    if "lead_generation" in together.index:
        parts.append(f"half of all sales {_within(together.loc['lead_generation'])} of coming in")
    if not parts:
        row = together.iloc[0]
        parts.append(
            f"from the step before to {STEPS[together.index[0]].lower()} takes half of people up to {_days(row)}"
        )
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Median days with their range, by path and link."""
    shown = rows[rows["median_days"].notna()]
    drawing = charts.new(height=160 + 44 * max(shown["path"].nunique(), 2))
    for link, name in NAMES.items():
        of_link = shown[shown["link"] == link]
        middle, low, high = (of_link[column].astype(float) for column in DAYS)
        drawing.add_scatter(
            x=middle,
            y=[charts.label(path) for path in of_link["path"]],
            mode="markers",
            name=name,
            marker=charts.point(LOOKS[link]),
            error_x={"type": "data", "symmetric": False, "array": high - middle, "arrayminus": middle - low},
            customdata=[f"{row.step_count:,} steps" for row in of_link.itertuples()],
            hovertemplate="%{y}<br>half within %{x:.0f} days<br>%{customdata}<extra></extra>",
        )
    drawing.update_xaxes(title="Days by which half have taken the step", rangemode="tozero")
    names = [charts.label(path) for path in dict.fromkeys(shown["path"])]
    drawing.update_yaxes(type="category", categoryorder="array", categoryarray=names[::-1])
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: funnel/diagnosis says which link is slow."""
    return []


def _known(row: dict) -> dict:
    return {name: None if value is pd.NA else value for name, value in row.items()}


def _day(row: dict, name: str) -> int | None:
    return row[name] if row["step_count"] >= LISTED_BELOW else None


def _within(row: pd.Series) -> str:
    if row["median_days"] > 0:
        return f"within {_days(row)}"
    longest = int(row["high_days"])
    return f"on the same day (to {_plural(longest)} later)" if longest else "on the same day"


def _days(row: pd.Series) -> str:
    days = int(row["median_days"])
    # A range of one number says nothing that the number does not say.
    spread = "" if row["low_days"] == row["high_days"] else f" ({row['low_days']} to {row['high_days']})"
    return f"{_plural(days)}{spread}"


def _plural(days: int) -> str:
    return f"{days} {'day' if days == 1 else 'days'}"
