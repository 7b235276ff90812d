"""What the campaigns brought: written to, talked, upsell or introduction, won; and whether the letter made it."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW, fisher, real_differences, wilson
from analytics.questions import charts
from analytics.questions.finding import Finding

QUESTION = "outreach/results"
PAGE = "buyers/outreach"
DRAWN = 5
STEPS = {
    "written_count": "Written to",
    "talked_count": "Talked",
    "upsell_or_introduction_count": "Needs more, or named somebody",
    "won_count": "Ordered since",
}
COLUMNS = (
    "campaign", "first_sent_date", "last_sent_date", "written_count", "talked_count",
    "upsell_or_introduction_count", "upsell_count", "open_deal_count", "open_amount",
    "introducer_count", "name_count", "waiting_count",
    "won_count", "won_amount", "won_low_rate", "won_high_rate", "introduced_won_count", "introduced_won_amount",
    "held_out_count", "held_out_won_count", "held_out_amount", "held_out_low_rate", "held_out_high_rate",
    "is_seen_after", "is_different", "p_value",
)  # fmt: skip
MEANINGS = ("accent", "open", "one_off", "missing", "muted")


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """Ranges of both rates (H2), and whether those written to order more often than those held out (H5)."""
    bounds = [_bounds(row.won_count, row.written_count) for row in rows.itertuples()]
    held = [_bounds(row.held_out_won_count, row.held_out_count) for row in rows.itertuples()]
    p_values = [_p_value(row) for row in rows.itertuples()]
    tested = [each for each in p_values if each is not None]
    verdicts = iter(real_differences(tested))
    found = rows.assign(
        won_low_rate=_rates([low for low, _ in bounds]),
        won_high_rate=_rates([high for _, high in bounds]),
        held_out_low_rate=_rates([low for low, _ in held]),
        held_out_high_rate=_rates([high for _, high in held]),
        p_value=_rates(p_values),
        is_different=pd.array([None if each is None else next(verdicts) for each in p_values], dtype="bool[pyarrow]"),
    )
    return found[list(COLUMNS)]


def headline(rows: pd.DataFrame) -> str:
    """The newest campaign in one sentence."""
    row = rows.iloc[0]
    written, talked = int(row["written_count"]), int(row["talked_count"])
    told = f"'{row['campaign']}': {written:,} written to, {talked:,} talked"
    told += f", {_people(int(row['upsell_or_introduction_count']))} needed more or named somebody{_still_open(row)}"
    if not row["is_seen_after"]:
        return f"{told}; the data ends before the letters, so nobody's orders can be seen yet."
    share = _share(row["won_count"], written, row["won_low_rate"], row["won_high_rate"])
    return f"{told}; {share} ordered since, for {charts.money(row['won_amount'])}.{_compared(row)}"


def figure(rows: pd.DataFrame) -> go.Figure:
    """People at each step, for the newest campaigns."""
    shown = rows.head(DRAWN)
    drawing = charts.new(height=160 + 60 * len(STEPS))
    for (_, row), meaning in zip(shown.iterrows(), MEANINGS, strict=False):
        drawing.add_bar(
            # Nothing to draw where it is not known, but the words stand there.
            x=[0 if pd.isna(row[step]) else int(row[step]) for step in STEPS],
            y=list(STEPS.values()),
            orientation="h",
            name=charts.label(row["campaign"]),
            marker=charts.marker(meaning),
            text=[_told(row[step]) for step in STEPS],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    drawing.update_xaxes(title="People", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing.update_layout(showlegend=len(shown) > 1, barmode="group")


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Who was written to and still waits for a call."""
    return [_waiting(row) for _, row in rows.iterrows() if int(row["waiting_count"])]


def _waiting(row: pd.Series) -> Finding:
    waiting, written = int(row["waiting_count"]), int(row["written_count"])
    return Finding(
        question=QUESTION,
        sentence=f"{waiting:,} of the {written:,} people written to in '{row['campaign']}' were not talked to yet.",
        money=None,
        certainty="high",
        why_sure="Counted from what was written down on the page Outreach.",
        people=(),
        people_count=waiting,
        next_step="Call them with the two questions of the guide, and write down what they say word for word.",
        page=PAGE,
    )


def _compared(row: pd.Series) -> str:
    """What the hold-out says; nothing where nobody was held out."""
    held = int(row["held_out_count"])
    if not held:
        return ""
    told = _share(row["held_out_won_count"], held, row["held_out_low_rate"], row["held_out_high_rate"])
    told = f" Of those held out, {told} did."
    if pd.isna(row["p_value"]):
        return f"{told} Too few to compare."
    if row["is_different"]:
        return (
            f"{told} Chance alone would differ as much {charts.once_in(row['p_value'])}: the letter made a difference."
        )
    return f"{told} Chance alone could make this difference."


def _still_open(row: pd.Series) -> str:
    """What the talks left that nobody ordered yet."""
    count = int(row["open_deal_count"])
    if not count:
        return ""
    worth = "" if pd.isna(row["open_amount"]) else f", worth about {charts.estimate(row['open_amount'])}"
    return f" ({count:,} {'deal is' if count == 1 else 'deals are'} still open{worth})"


def _share(some: object, of: int, low: object, high: object) -> str:
    counted = f"{int(some):,} of {of:,}"
    return counted if of < LISTED_BELOW else f"{counted} ({charts.rate(low)} to {charts.rate(high)})"


def _bounds(some: object, of: object) -> tuple[float | None, float | None]:
    if pd.isna(some) or int(of) < LISTED_BELOW:
        return None, None
    return wilson(int(some), int(of)) or (None, None)


def _p_value(row: object) -> float | None:
    if not row.is_seen_after or min(row.written_count, row.held_out_count) < LISTED_BELOW:
        return None
    return fisher(
        int(row.won_count), int(row.written_count), int(row.held_out_won_count), int(row.held_out_count)
    )  # fmt: skip


def _rates(values: list[float | None]) -> pd.array:
    return pd.array(values, dtype="double[pyarrow]")


def _told(number: object) -> str:
    return "not known yet" if pd.isna(number) else charts.count(number)


def _people(count: int) -> str:
    return f"{count:,} {'person' if count == 1 else 'people'}"
