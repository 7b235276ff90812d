"""Open deals that lack a yes, with the question to ask and what is at stake."""

from decimal import Decimal

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import COMPARED_FROM, FALSE_DISCOVERY_RATE, LISTED_BELOW, fisher
from analytics.models.scoring_value import stake_range
from analytics.questions import charts, named_bars
from analytics.questions.finding import Finding, Money, Person
from analytics.questions.prospects import stakes

QUESTION = "prospects/unjustified_deals"
PAGE = "prospects/scores"
NAMED = 10
DRAWN = 20
# prospects/justified, on the same page, compares so many answers at most: what holds among them all holds there (H5).
ANSWERS_COMPARED = 12
BARS = {"unknown": "Wait for a question", "lost": "A no was said"}
SAID_NO = "a no was said: let it go or come back later"
ASK = "Ask the question beside each before you spend another hour on a proposal."
LET_GO = "Each of them has said no to something: let them go, or come back when that has changed."


def headline(rows: pd.DataFrame) -> str:
    """How many there are, and how many only wait for a question."""
    asked = int(rows["next_question"].notna().sum())
    return (
        f"{charts.count(rows['unjustified_count'].iloc[0])} open deals lack a yes;"
        f" {asked:,} of the {len(rows):,} listed wait for a question."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Amount of the largest, those that wait for a question apart from those that said no."""
    shown = rows.head(DRAWN)
    drawing = charts.new(height=140 + 24 * len(shown))
    for meaning, name in BARS.items():
        _bars(drawing, shown[shown["next_question"].isna() == (meaning == "lost")], name, meaning)
    drawing.update_xaxes(title="Amount of the deal", rangemode="tozero")
    return named_bars.name_bars(drawing, list(shown["name"]), list(shown["deal_id"]))


def findings(rows: pd.DataFrame) -> list[Finding]:
    """The money of the pipeline that is not justified, at the rate at which such deals were won."""
    amount = _unjustified_amount(rows)
    if not amount:
        return []
    first = rows.iloc[0]
    without = _won(first, justified=False)
    return [
        Finding(
            question=QUESTION,
            sentence=_not_justified(rows, amount),
            money=_money(first, amount),
            certainty="medium" if _does_asking_pay(first) and without[1] >= COMPARED_FROM else "low",
            why_sure=_why(first),
            people=_people(rows),
            people_count=int(first["unjustified_count"]),
            next_step=ASK if rows["next_question"].notna().any() else LET_GO,
            page=PAGE,
        )
    ]


def _bars(drawing: go.Figure, rows: pd.DataFrame, name: str, meaning: str) -> None:
    if not len(rows):
        return
    drawing.add_bar(
        x=rows["amount"].astype("float64"),
        y=[named_bars.place(row.name, row.deal_id) for row in rows.itertuples()],
        orientation="h",
        name=name,
        marker=charts.marker(meaning),
        hovertemplate="%{y}<br>%{x:,.0f}<extra></extra>",
    )


def _unjustified_amount(rows: pd.DataFrame) -> Decimal | None:
    """None without such a deal, and where no open deal has an amount on file."""
    if not len(rows) or pd.isna(rows["deal_amount"].iloc[0]):
        return None
    return rows["deal_amount"].iloc[0] - rows["justified_amount"].iloc[0]


def _not_justified(rows: pd.DataFrame, amount: Decimal) -> str:
    first = rows.iloc[0]
    deals, without = charts.count(first["deal_count"]), charts.count(first["unjustified_count"])
    if not first["justified_count"] and rows[["need", "willingness", "resources"]].isna().all(axis=None):
        return (
            f"None of your open deals ({deals}, worth {charts.money(amount)}) says whether they need it, want to do it"
            " and have the money."
        )
    return (
        f"{charts.money(amount)} of {charts.money(first['deal_amount'])} in the pipeline is not justified:"
        f" {without} of {deals} open deals lack a yes to need, willingness or resources."
    )


def _money(first: pd.Series, amount: Decimal) -> Money | None:
    """What they may bring at the rate of closed ones without three yeses; None while asking is not shown to pay."""
    if not _does_asking_pay(first):
        return None
    won = _won(first, justified=False)
    return stakes.as_money(stake_range(float(amount), int(first["unjustified_count"]), won, stakes.SEED))


def _people(rows: pd.DataFrame) -> tuple[Person, ...]:
    # Who only waits for a question comes before who said no.
    named = rows.sort_values("next_question", key=pd.isna, kind="stable").head(NAMED)
    reasons = named["next_question"].fillna(SAID_NO)
    names = named["name"].fillna(named["deal_id"])
    return tuple(Person(*map(str, one)) for one in zip(names, named["deal_id"], reasons, strict=True))


def _is_gate_known(first: pd.Series) -> bool:
    """Whether deals with and without three yeses were closed often enough to be compared (H1)."""
    closed = [_won(first, justified=flag)[1] for flag in (True, False)]
    return min(closed) >= LISTED_BELOW and sum(closed) >= COMPARED_FROM


def _does_asking_pay(first: pd.Series) -> bool:
    """Whether deals with three yeses were won more often, beyond what chance would do among as many comparisons."""
    with_yeses, without = _won(first, justified=True), _won(first, justified=False)
    is_more = with_yeses[0] * without[1] > without[0] * with_yeses[1]
    return (
        _is_gate_known(first) and is_more and fisher(*with_yeses, *without) * ANSWERS_COMPARED <= FALSE_DISCOVERY_RATE
    )


def _won(first: pd.Series, justified: bool) -> tuple[int, int]:
    """Deals won, of those closed: with three yeses or without."""
    with_yeses = int(first["won_justified_count"]), int(first["closed_justified_count"])
    if justified:
        return with_yeses
    return int(first["won_deal_count"]) - with_yeses[0], int(first["closed_deal_count"]) - with_yeses[1]


def _why(first: pd.Series) -> str:
    """What the price of a missing yes rests on."""
    with_yeses, without = _won(first, justified=True), _won(first, justified=False)
    if not with_yeses[1]:
        return "The deals are counted. No closed deal had three yeses, so what asking is worth is not known yet."
    priced = ": too few for a price"
    if _is_gate_known(first):
        priced = ": not sure enough that asking pays to put a price on it"
    if _does_asking_pay(first):
        priced = "; the money is what these deals bring at the second rate"
    return (
        f"The deals are counted. Of your closed deals, {with_yeses[0]:,} of {with_yeses[1]:,} with three yeses were"
        f" won, without them {without[0]:,} of {without[1]:,}{priced}."
    )
