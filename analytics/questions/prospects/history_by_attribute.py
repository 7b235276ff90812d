"""What tells who comes back, or which leads buy: every point of the scores with the cases behind it."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW, wilson
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.prospects.words import ATTRIBUTES, window

QUESTION = "prospects/history_by_attribute"
PAGE = "prospects/scores"
DRAWN = 20


@dataclass(frozen=True)
class Axis:
    """How one of the two axes is told.

    axis, cases, successes : its name, and the columns with all cases and those that did it.
    who, did, do           : leads; bought; buy.
    window                 : the column with the days within which they did it.
    """

    axis: str
    cases: str
    successes: str
    who: str
    did: str
    do: str
    window: str

    def done(self, rows: pd.DataFrame) -> str:
        """What they did, with the time that counts: bought within 180 days."""
        return f"{self.did} within {window(rows[self.window].iloc[0])}"


REPEAT = Axis("repeat", "history_count", "came_back_count", "customers", "came back", "come back", "repeat_window_days")
SALE = Axis("sale", "lead_case_count", "lead_bought_count", "leads", "bought", "buy", "sale_window_days")


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a rate and its range where there are 10 cases or more (H1, H2)."""
    result = rows.copy()
    pairs = list(zip(rows["success_count"].tolist(), rows["case_count"].tolist(), strict=True))
    enough_cases = [cases >= LISTED_BELOW for _, cases in pairs]
    ranges = [wilson(came, cases) if known else None for (came, cases), known in zip(pairs, enough_cases, strict=True)]
    rates = [came / cases if known else None for (came, cases), known in zip(pairs, enough_cases, strict=True)]
    known = rows["case_count"] + rows["other_case_count"]
    for name in ("pooled_rate", "shrunk_rate"):
        result[name] = rows[name].where((known >= LISTED_BELOW).fillna(False).astype(bool))
    result["success_rate"] = pd.array(rates, dtype="double[pyarrow]")
    result["low_rate"] = pd.array([found[0] if found else None for found in ranges], dtype="double[pyarrow]")
    result["high_rate"] = pd.array([found[1] if found else None for found in ranges], dtype="double[pyarrow]")
    return result[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Under 10 customers, and 10 leads, whose time to come back or buy is over, there is nothing to learn from."""
    if len(rows) and (rows[[REPEAT.cases, SALE.cases]].iloc[0] < LISTED_BELOW).all():
        have, ago = int(rows["history_count"].iloc[0]), window(rows["repeat_window_days"].iloc[0])
        return NotEnough(f"customers who first ordered {ago} ago or more", have, LISTED_BELOW, "orders")
    return None


def headline(rows: pd.DataFrame) -> str:
    """The value that tells most, with its counts and range; or that nothing does."""
    best, first, told = _best(rows), rows.iloc[0], _axis(rows)
    every = f"{charts.count(first[told.successes])} of {charts.count(first[told.cases])} {told.who} {told.done(rows)}"
    if best is None:
        return f"{every}; nothing that was known before tells yet who does."
    return f"{every}; of those with '{_said(best)}', {_counts(best)}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Share who came back, or bought, by what was known before, with its range; the line is everybody."""
    told = _axis(rows)
    shown = rows[(rows["axis"] == told.axis) & rows["success_rate"].notna()]
    shown = shown.sort_values("success_rate", ascending=False, kind="stable").head(DRAWN).iloc[::-1]
    drawing = charts.new(height=120 + 26 * len(shown))
    different = shown["is_different"].fillna(False)
    _dots(drawing, shown[different], "Really different from the others", ("accent", told))
    _dots(drawing, shown[~different], "Not told apart from the others", ("muted", told))
    if len(shown):
        drawing.add_vline(x=float(shown["pooled_rate"].iloc[0]) * 100, line=charts.line("quiet", 1))
    drawing.update_xaxes(title=f"{told.done(rows).capitalize()} (%)" if len(rows) else "Share (%)", range=[0, 100])
    drawing.update_yaxes(categoryorder="array", categoryarray=_labels(shown))
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """The kind of customer who really comes back more often than the others, or of lead that buys more often."""
    best = _best(rows)
    if best is None:
        return []
    told = _axis(rows)
    others = f"{charts.count(best['other_success_count'])} of {charts.count(best['other_case_count'])}"
    return [
        Finding(
            question=QUESTION,
            sentence=f"{told.who.capitalize()} with '{_said(best)}' {told.do} more often: {_counts(best)};"
            f" of the others {others}.",
            money=None,
            certainty="high" if best["case_count"] >= 30 else "medium",
            why_sure="Chance alone would seldom show such a difference, after allowing for all"
            f" {charts.count(best['comparison_count'])} comparisons on this page.",
            people=(),
            people_count=int(best["success_count"]),
            next_step="Find out where they heard of you, and be there more often.",
            page=PAGE,
        )
    ]


def _best(rows: pd.DataFrame) -> pd.Series | None:
    """The value that really does it more often, the surest first."""
    if not len(rows):
        return None
    above = rows["success_rate"] > rows["pooled_rate"]
    sure = rows[(rows["axis"] == _axis(rows).axis) & rows["is_different"].fillna(False) & above.fillna(False)]
    return sure.sort_values("p_value", kind="stable").iloc[0] if len(sure) else None


def _axis(rows: pd.DataFrame) -> Axis:
    """Who came back; what leads bought where there are too few customers to say that of."""
    is_short = len(rows) > 0 and rows[REPEAT.cases].iloc[0] < LISTED_BELOW <= rows[SALE.cases].iloc[0]
    return SALE if is_short else REPEAT


def _said(row: pd.Series) -> str:
    attribute = row["attribute"]
    before = {"sites": "", "product": "first product: ", "referral": ""}.get(attribute, f"{ATTRIBUTES[attribute]}: ")
    return f"{before}{row['value']}"


def _counts(row: pd.Series) -> str:
    share = charts.rate_text(row["low_rate"], row["success_rate"], row["high_rate"])
    return f"{charts.count(row['success_count'])} of {charts.count(row['case_count'])}, {share}"


def _labels(rows: pd.DataFrame) -> list[str]:
    pairs = zip(rows["attribute"], rows["value"], strict=True)
    return [charts.label(f"{ATTRIBUTES.get(attribute, attribute)}: {value}") for attribute, value in pairs]


def _dots(drawing: go.Figure, rows: pd.DataFrame, name: str, look: tuple[str, Axis]) -> None:
    meaning, told = look
    rate = rows["success_rate"].astype("float64") * 100
    drawing.add_scatter(
        x=rate,
        y=_labels(rows),
        mode="markers",
        name=name,
        marker=charts.point(meaning),
        error_x={
            "array": rows["high_rate"].astype("float64") * 100 - rate,
            "arrayminus": rate - rows["low_rate"].astype("float64") * 100,
            "symmetric": False,
            "color": charts.COLOUR[meaning],
        },
        customdata=[
            f"{came} of {cases}" for came, cases in zip(rows["success_count"], rows["case_count"], strict=True)
        ],
        hovertemplate=f"%{{y}}<br>%{{customdata}} {told.done(rows) if len(rows) else told.did}<extra></extra>",
    )
