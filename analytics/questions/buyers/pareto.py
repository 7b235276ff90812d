"""Best buyers: the Pareto curve, and the vital few who have gone quiet."""

from decimal import Decimal

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import DRAWS, LISTED_BELOW, range_of, rate_draws
from analytics.questions import charts
from analytics.questions.buyers.words import ago, give, have, several
from analytics.questions.finding import Finding, Money, NotEnough, Person

QUESTION = "buyers/pareto"
PAGE = "buyers/segments"
SEED = 20260101
NAMED = 10
# Above this share one customer leaving would be felt like a lost season; our choice, docs/decisions/004.
CONCENTRATED = 0.20


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Under 5 customers a fifth is less than one customer."""
    if len(rows) and rows["customer_count"].iloc[0] < 5:
        return NotEnough("customers with an order", int(rows["customer_count"].iloc[0]), 5, "orders")
    return None


def headline(rows: pd.DataFrame) -> str:
    """Both readings of 80/20 with their counts."""
    first = rows.iloc[0]
    if not _has_shares(rows):
        return (
            f"{several(int(first['customer_count']), 'customer')} brought no revenue in all: nobody has a share of it."
        )
    top = charts.rate_text(first["top_fifth_low_rate"], first["top_fifth_revenue_rate"], first["top_fifth_high_rate"])
    few = f"{charts.count(first['vital_few_count'])} of {charts.count(first['customer_count'])} customers"
    return (
        f"{few} {give(int(first['vital_few_count']))} {charts.rate(first['vital_few_revenue_rate'])} of the revenue of"
        f" {charts.money(first['used_amount'])}; the top fifth give {top}."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Share of the revenue against share of the customers, best customers first; the vital few stand out."""
    drawing = charts.new()
    _curve(drawing, rows[rows["is_vital_few"]], "Vital few", "accent")
    _curve(drawing, rows[~rows["is_vital_few"]], "Other customers", "muted")
    drawing.add_scatter(
        x=[0, 100], y=[0, 100], mode="lines", name="If all were equal", hoverinfo="skip", line=charts.line("quiet", 1)
    )
    drawing.update_xaxes(title="Customers, best first (%)", range=[0, 100])
    drawing.update_yaxes(title="Share of revenue (%)", rangemode="tozero")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Vital few who have gone quiet, and a customer on whom too much depends."""
    if not len(rows) or not _has_shares(rows):
        return []
    few = rows[rows["is_vital_few"].fillna(False)]
    return [*_quiet(few), *_concentrated(rows), *_ask(few)]


def _has_shares(rows: pd.DataFrame) -> bool:
    """Whether customers brought more than they gave back: there are no shares of nothing."""
    return bool(rows["used_amount"].iloc[0] > 0)


def _curve(drawing: go.Figure, rows: pd.DataFrame, name: str, meaning: str) -> None:
    drawing.add_scatter(
        x=rows["cumulative_customer_rate"].astype(float) * 100,
        y=rows["cumulative_revenue_rate"].astype(float) * 100,
        mode="lines+markers" if len(rows) < 60 else "lines",
        name=name,
        line=charts.line(meaning),
        marker=charts.point(meaning, 6),
        text=[charts.label(text) for text in rows["name"]],
        customdata=[charts.money(amount) for amount in rows["revenue_amount"]],
        hovertemplate="%{text}<br>revenue %{customdata}<br>up to here %{y:.0f}% of the revenue<extra></extra>",
    )


def _quiet(few: pd.DataFrame) -> list[Finding]:
    quiet = few[few["is_quiet"].fillna(False)]
    if not len(quiet):
        return []
    quiet_count, few_count = int(quiet["quiet_few_count"].iloc[0]), int(quiet["vital_few_count"].iloc[0])
    spells, returned = int(quiet["quiet_spell_count"].iloc[0]), int(quiet["quiet_returned_count"].iloc[0])
    # Where nobody ever came back, no case says what a call could still bring.
    money = _one_more_order(quiet, returned, spells) if returned and spells >= LISTED_BELOW else None
    return [
        Finding(
            question=QUESTION,
            sentence=f"{quiet_count:,} of your {few_count:,} vital few came back and {have(quiet_count)} gone quiet:"
            " nothing ordered for more than twice their usual gap.",
            money=money,
            certainty="low" if money is None else "high" if spells >= 30 else "medium",
            why_sure=_ended(spells, returned) + _priced(returned, spells),
            people=_named(quiet),
            people_count=quiet_count,
            next_step="Call them this week, largest first, and ask what changed.",
            page=PAGE,
        )
    ]


def _priced(returned: int, spells: int) -> str:
    if spells < LISTED_BELOW:
        return ": too few to put a price on it."
    return (
        "; the money is one more order each at that rate."
        if returned
        else ": no price is put on what nobody did before."
    )


def _ended(spells: int, returned: int) -> str:
    if not spells:
        return "No earlier quiet spell began a year ago or more"
    return f"Of {several(spells, 'earlier quiet spell')}, {returned:,} ended with an order within a year"


def _one_more_order(quiet: pd.DataFrame, returned: int, spells: int) -> Money:
    """One more order from each quiet customer, at its mean amount, at the rate at which earlier quiet ones returned.

    Source : simulation over Jeffreys' posterior of the return rate, seeded; P10, P50, P90 (H2).
    """
    amounts = np.maximum(quiet["mean_order_amount"].astype(float).to_numpy(), 0)
    rates = rate_draws(returned, spells, SEED)
    # Long lists are cut (see the grain): those listed stand for the rest, by number.
    scale = int(quiet["quiet_few_count"].iloc[0]) / len(quiet)
    comes_back = np.random.default_rng(SEED).random((DRAWS, len(amounts))) < rates[:, None]
    found = range_of(comes_back @ amounts * scale)
    return Money(*(Decimal(f"{value:.2f}") for value in (found.low, found.likely, found.high)))


def _concentrated(rows: pd.DataFrame) -> list[Finding]:
    largest = rows.iloc[0]
    if pd.isna(largest["revenue_rate"]) or largest["revenue_rate"] < CONCENTRATED:
        return []
    return [
        Finding(
            question=QUESTION,
            sentence=f"One customer gives {charts.rate(largest['revenue_rate'])} of your revenue"
            f" ({charts.money(largest['revenue_amount'])} of {charts.money(largest['used_amount'])}).",
            money=None,
            certainty="high",
            why_sure="Counted, not estimated.",
            people=_named(rows.head(1)),
            people_count=1,
            next_step=f"{_to_do(largest)}, and win two more customers of their kind.",
            page=PAGE,
        )
    ]


def _to_do(largest: pd.Series) -> str:
    is_quiet = pd.notna(largest["is_quiet"]) and bool(largest["is_quiet"])
    return "Call them and ask what changed" if is_quiet else "Meet them before the next order is due"


def _ask(few: pd.DataFrame) -> list[Finding]:
    # Nobody's pace is known while nobody ever came back: then all of them may be asked.
    returned = few[few["usual_gap_days"].notna()]
    active = returned[~returned["is_quiet"].astype(bool)] if len(returned) else few
    if not len(active):
        return []
    few_count = active_count = int(active["vital_few_count"].iloc[0])
    sentence = f"Your {few_count:,} vital few know why people buy from you."
    if len(returned):
        active_count = int(active["returned_few_count"].iloc[0]) - int(active["quiet_few_count"].iloc[0])
        sentence = (
            f"{active_count:,} of your {few_count:,} vital few {'comes' if active_count == 1 else 'come'} back and"
            f" {have(active_count)} not gone quiet: they know why people buy from you."
        )
    return [
        Finding(
            question=QUESTION,
            sentence=sentence,
            money=None,
            certainty="medium",
            why_sure="Who they are is counted; what a talk brings is not known before you have had some.",
            people=_named(active),
            people_count=active_count,
            next_step="Ask each for a 20-minute talk: why you, what they would tell others, who else needs this.",
            page=PAGE,
        )
    ]


def _named(rows: pd.DataFrame) -> tuple[Person, ...]:
    return tuple(
        Person(
            str(row.name_),
            str(row.customer_id if pd.notna(row.customer_id) else row.person_key),
            f"{charts.money(row.revenue_amount)} in {several(int(row.order_count), 'order')},"
            f" the last {ago(row.days_since_last_order)}",
        )
        for row in rows.head(NAMED).rename(columns={"name": "name_"}).itertuples()
    )
