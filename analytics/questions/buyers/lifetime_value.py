"""Customer lifetime value: what each customer will order in the next 12 months."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.models.clv import Histories, OrderModel
from analytics.models.funnel_price import SHORTEST_DAYS
from analytics.models.intervals import LISTED_BELOW
from analytics.models.lifetime_range import OrderValues, amount_draws, model_order_draws, order_draws, total_range
from analytics.questions import charts
from analytics.questions.buyers.amounts import floats, money_column
from analytics.questions.buyers.lifetime_words import alive, basis, checked, few, gone, value_basis
from analytics.questions.buyers.words import NAMED, name_bars, person, several, who
from analytics.questions.finding import Finding, NotEnough

QUESTION = "buyers/lifetime_value"
PAGE = "buyers/worth"
DRAWN = 20
HORIZON_DAYS = 365.0


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """Adds the range of each customer's value, that of all together, and how many stand for half of it."""
    if not len(rows) or rows["clv_amount"].isna().all():
        return rows
    found, known = rows.copy(), rows[rows["clv_amount"].notna()]
    low, high = np.quantile(amount_draws(_orders(known), _values(known)), [0.1, 0.9], axis=0)
    likely = floats(known, "clv_amount")
    found.loc[known.index, "clv_low_amount"] = money_column(np.minimum(low, likely), known.index)
    found.loc[known.index, "clv_high_amount"] = money_column(np.maximum(high, likely), known.index)
    return _with_totals(found, likely)


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Under ten customers who came back nothing tells how often others will; nor do a few weeks tell of a year."""
    if not len(rows):
        return None
    days = int(rows["history_days"].iloc[0])
    if days < SHORTEST_DAYS:
        return NotEnough("days from the first order to the last day in the data", days, SHORTEST_DAYS, "orders")
    have = int(rows["repeat_customer_count"].iloc[0])
    return NotEnough("customers who came back", have, LISTED_BELOW, "orders") if have < LISTED_BELOW else None


def headline(rows: pd.DataFrame) -> str:
    """Orders and money of the next 12 months with range, and what the estimate rests on."""
    first = rows.iloc[0]
    if pd.isna(first["total_low_amount"]):
        count = f"{charts.count(first['known_count'])} of {charts.count(first['customer_count'])} customers"
        return (
            f"What {count} will order in the next 12 months follows {basis(first)}; it was not tried on the past yet."
        )
    worth = charts.range_text(first["total_low_amount"], first["total_amount"], first["total_high_amount"])
    orders = charts.count(float(f"{first['total_orders']:.3g}"))
    return (
        f"Past customers are expected to place {orders} orders worth {worth} in the next 12 months,"
        f" going by {basis(first)}."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Expected value of those who will bring most, with its range."""
    shown = rows[rows["clv_amount"].notna()].head(DRAWN)
    likely, low, high = (floats(shown, name) for name in ("clv_amount", "clv_low_amount", "clv_high_amount"))
    drawing = charts.new(height=140 + 24 * len(shown))
    drawing.add_bar(
        x=likely,
        y=[who(row) for row in shown.itertuples()],
        error_x={"array": high - likely, "arrayminus": likely - low, "color": charts.COLOUR["quiet"]},
        orientation="h",
        marker=charts.marker("accent"),
        customdata=[_why(row) for row in shown.itertuples()],
        hovertemplate="%{y}<br>about %{x:,.0f}<br>%{customdata}<extra></extra>",
    )
    drawing.update_xaxes(title="Expected revenue of the next 12 months", rangemode="tozero")
    return name_bars(drawing, shown)


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Those who stand for half of what is to come."""
    if not len(rows) or pd.isna(rows["half_count"].iloc[0]):
        return []
    first = rows.iloc[0]
    half = rows.head(int(first["half_count"]))
    return [
        Finding(
            question=QUESTION,
            sentence=f"{charts.count(first['half_count'])} of {charts.count(first['customer_count'])} customers stand"
            " for half of what past customers are expected to order in the next 12 months.",
            money=None,
            certainty="medium" if first["verdict"] == "holds" else "low",
            why_sure=f"{checked(first)} {value_basis(first)}{gone(first)}",
            people=tuple(person(row, _why(row)) for row in half.head(NAMED).itertuples()),
            people_count=int(first["half_count"]),
            next_step="Give each of them one person who keeps in touch, and call before their usual time is over.",
            page=PAGE,
        )
    ]


def _why(row: object) -> str:
    chance = "" if pd.isna(row.alive_rate) else f", {alive(row.alive_rate)}"
    return (
        f"about {few(row.next_year_orders)} orders of about {charts.estimate(row.expected_order_amount)}{chance};"
        f" {several(int(row.repeat_order_count), 'repeat order')} so far"
    )


def _orders(known: pd.DataFrame) -> np.ndarray:
    first = known.iloc[0]
    if first["estimate_kind"] != "model":
        return order_draws(floats(known, "next_year_orders"), floats(known, "order_variance"))
    model = OrderModel(*(float(first[name]) for name in ("r", "alpha", "a", "b")), log_likelihood=np.nan)
    parts = (floats(known, name) for name in ("repeat_order_count", "clv_recency_days", "age_days"))
    return model_order_draws(model, Histories(*parts, np.ones(len(known))), HORIZON_DAYS)


def _values(known: pd.DataFrame) -> OrderValues:
    first = known.iloc[0]
    if first["value_kind"] != "model":
        return OrderValues.around(floats(known, "expected_order_amount"))
    p, q, gamma = (float(first[name]) for name in ("p", "q", "gamma"))
    repeats, mean = floats(known, "repeat_order_count"), np.nan_to_num(floats(known, "mean_repeat_amount"))
    return OrderValues(p, q + p * repeats, gamma + repeats * np.maximum(mean, 0))


def _with_totals(found: pd.DataFrame, likely: np.ndarray) -> pd.DataFrame:
    first = found.iloc[0]
    total = float(first["total_amount"])
    reached = np.cumsum(likely) >= total / 2
    if total > 0 and reached.any():
        found = found.assign(half_count=pd.array([int(np.argmax(reached)) + 1] * len(found), dtype="int64[pyarrow]"))
    if pd.isna(first["miss_rate"]):
        return found
    around = total_range(total, float(first["total_variance"]), float(first["miss_rate"]))
    return found.assign(
        total_low_amount=money_column([around.low] * len(found), found.index),
        total_high_amount=money_column([around.high] * len(found), found.index),
    )
