"""Happy repeat customers never asked for names: whom to ask, and what it might bring."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import DRAWS, LISTED_BELOW, range_of, rate_draws
from analytics.questions import charts
from analytics.questions.buyers.amounts import floats, money, money_column
from analytics.questions.buyers.words import NAMED, ago, certainty, gave, name_bars, person, several, who
from analytics.questions.finding import Finding

QUESTION = "buyers/never_asked"
PAGE = "buyers/referrals"
SEED = 20260108
DRAWN = 20
SCRIPT = (
    'Ask two of them this week. "I am glad that you are happy with our work. Which three or four people whom you know'
    ' should we help next?" Then wait, and write the names down.'
)


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """Adds what asking all of them once might bring, where ten names and ten asks tell."""
    if not len(rows):
        return rows
    first = rows.iloc[0]
    if min(first["ask_count"], first["settled_names_count"]) < LISTED_BELOW or first["settled_won_count"] < 2:
        return rows
    found = range_of(_brought(first))
    amounts = {"low_amount": found.low, "likely_amount": found.likely, "high_amount": found.high}
    return rows.assign(**{name: money_column([value] * len(rows), rows.index) for name, value in amounts.items()})


def headline(rows: pd.DataFrame) -> str:
    """How many happy repeat customers were never asked, and what asking once might bring."""
    first = rows.iloc[0]
    who_they_are = f"{charts.count(first['never_asked_count'])} of {charts.count(first['happy_repeat_count'])}"
    text = f"{who_they_are} happy repeat customers were never asked for a name"
    if pd.isna(first["likely_amount"]):
        return (
            f"{text}; what asking brings can be told after {LISTED_BELOW} asks, once {LISTED_BELOW} names are half a"
            " year old and two of them have bought."
        )
    worth = charts.range_text(first["low_amount"], first["likely_amount"], first["high_amount"])
    return f"{text}; asking each once might bring {worth}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Revenue so far of those to ask first."""
    shown = rows.head(DRAWN)
    drawing = charts.new(height=140 + 24 * len(shown))
    drawing.add_bar(
        x=floats(shown, "revenue_amount"),
        y=[who(row) for row in shown.itertuples()],
        orientation="h",
        marker=charts.marker("won"),
        customdata=[_why(row) for row in shown.itertuples()],
        hovertemplate="%{y}<br>%{customdata}<extra></extra>",
    )
    drawing.update_xaxes(title="Revenue so far", rangemode="tozero")
    return name_bars(drawing, shown)


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Ask them, with the words to say."""
    if not len(rows):
        return []
    first = rows.iloc[0]
    worth = money(first["low_amount"], first["likely_amount"], first["high_amount"])
    names = int(first["settled_names_count"])
    return [
        Finding(
            question=QUESTION,
            sentence=f"{charts.count(first['never_asked_count'])} of {charts.count(first['happy_repeat_count'])} happy"
            " customers who come back were never asked for a name.",
            money=worth,
            certainty="medium" if worth and certainty(names) == "high" else "low",
            why_sure=f"So far {several(int(first['ask_count']), 'ask')} brought"
            f" {several(int(first['asked_names_count']), 'name')}; {_settled(first)}"
            + ("; those not asked may give fewer." if worth else ": too few to put a price on it."),
            people=tuple(person(row, _why(row)) for row in rows.head(NAMED).itertuples()),
            people_count=int(first["never_asked_count"]),
            next_step=SCRIPT,
            page=PAGE,
        )
    ]


def _settled(first: pd.Series) -> str:
    """What became of the names that have had time to buy."""
    names = int(first["settled_names_count"])
    if not names:
        return "none of them is half a year old yet"
    be = "is" if names == 1 else "are"
    return f"of {names:,} that {be} half a year old {charts.count(first['settled_won_count'])} bought"


def _why(row: object) -> str:
    return (
        f"{gave(row)}; {charts.money(row.revenue_amount)} in {several(int(row.order_count), 'order')},"
        f" the last {ago(row.days_since_last_order)}"
    )


def _brought(first: pd.Series) -> np.ndarray:
    """Money of one ask of each: names an ask x share who buy x what one of them orders for."""
    generator = np.random.default_rng(SEED)
    names = generator.gamma(float(first["asked_names_count"]) + 0.5, 1 / float(first["ask_count"]), DRAWS)
    bought = rate_draws(int(first["settled_won_count"]), int(first["settled_names_count"]), SEED)
    won = int(first["settled_won_count"])
    spread = float(first["won_deviation_amount"]) / np.sqrt(won)
    each = np.maximum(float(first["won_mean_amount"]) + spread * generator.standard_t(won - 1, DRAWS), 0)
    customers = generator.poisson(float(first["never_asked_count"]) * names * bought)
    return customers * each
