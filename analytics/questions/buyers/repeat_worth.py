"""What repeat business is worth: who comes back, and for how much more."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import DRAWS, FALSE_DISCOVERY_RATE, LISTED_BELOW, fisher, range_of, wilson
from analytics.questions import charts
from analytics.questions.buyers.amounts import floats, money, money_column
from analytics.questions.buyers.words import certainty
from analytics.questions.finding import Finding

QUESTION = "buyers/repeat_worth"
PAGE = "buyers/repeat"
SEED = 20260107


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """Adds rates with their ranges, the test of referred against not referred, and the worth of a repeat customer."""
    if not len(rows):
        return rows
    cases, successes = _counts(rows)
    # Below ten cases there is a count and no percentage (H1).
    listed = [
        (part, whole) if whole >= LISTED_BELOW else (np.nan, np.nan)
        for part, whole in zip(successes, cases, strict=True)
    ]
    ranges = [(np.nan, np.nan) if np.isnan(whole) else wilson(int(part), int(whole)) for part, whole in listed]
    found = rows.assign(
        group_rate=[part / whole for part, whole in listed],
        low_rate=[low for low, _ in ranges],
        high_rate=[high for _, high in ranges],
    )
    return _with_worth(_with_test(found))


def headline(rows: pd.DataFrame) -> str:
    """The share of last year's customers with more than one order, and the worth of one more repeat customer."""
    first = rows.iloc[0]
    part, whole = int(first["two_order_count"]), int(first["year_customer_count"])
    share = f", {charts.rate_text(*_around(part, whole))}" if whole >= LISTED_BELOW else ""
    text = f"{part:,} of {whole:,} customers of the last 12 months ordered more than once{share}"
    if pd.isna(first["worth_amount"]):
        return (
            f"{text}. To say what a repeat customer is worth takes {LISTED_BELOW} of them and {LISTED_BELOW} one-time"
            " customers who first ordered two years ago or earlier."
        )
    worth = charts.range_text(first["worth_low_amount"], first["worth_amount"], first["worth_high_amount"])
    return f"{text}; a repeat customer is worth {worth} more in 24 months than a one-time customer."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Share of last year's customers by number of orders; share who came back, referred and not."""
    drawing = charts.new(height=140 + 44 * len(rows))
    is_counted = bool(rows["group_rate"].isna().all())
    for kind, name, meaning in (("orders", "Of last year's customers", "muted"), ("referral", "Came back", "accent")):
        part = rows[rows["group_kind"] == kind]
        rate, low, high = (floats(part, column) * 100 for column in ("group_rate", "low_rate", "high_rate"))
        if is_counted:
            rate = low = high = floats(part, "customer_count")
        drawing.add_bar(
            x=rate,
            y=[charts.label(text) for text in part["group_name"]],
            error_x=None if is_counted else {"array": high - rate, "arrayminus": rate - low},
            orientation="h",
            name=name,
            marker=charts.marker(meaning),
            customdata=[charts.count(count) for count in part["customer_count"]],
            hovertemplate="%{y}: %{x:.0f}"
            + ("" if is_counted else "%")
            + ", %{customdata} customers in the group<extra></extra>",
        )
    drawing.update_xaxes(title="Customers" if is_counted else "Share of customers (%)", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """One repeat customer more a month, and what a referral does for coming back."""
    return [*_worth_finding(rows), *_referral_finding(rows)] if len(rows) else []


def _counts(rows: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    by_orders = (rows["group_kind"] == "orders").to_numpy(dtype=bool)
    counts, repeats = floats(rows, "customer_count"), floats(rows, "repeat_count")
    whole = float(rows["year_customer_count"].iloc[0])
    return np.where(by_orders, whole, counts), np.where(by_orders, counts, repeats)


def _with_test(rows: pd.DataFrame) -> pd.DataFrame:
    groups = rows[rows["group_kind"] == "referral"]
    if len(groups) < 2 or groups["customer_count"].min() < LISTED_BELOW:
        return rows
    (one, other), (came, others_came) = groups["customer_count"].astype(int), groups["repeat_count"].astype(int)
    p_value = fisher(int(came), int(one), int(others_came), int(other))
    return rows.assign(p_value=p_value, is_different=p_value <= FALSE_DISCOVERY_RATE)


def _with_worth(rows: pd.DataFrame) -> pd.DataFrame:
    first = rows.iloc[0]
    if min(first["repeat_customer_count"], first["once_customer_count"]) < LISTED_BELOW:
        return rows
    generator = np.random.default_rng(SEED)
    worth = range_of(_mean_draws(first, "repeat", generator) - _mean_draws(first, "once", generator))
    estimates = {"worth_low_amount": worth.low, "worth_amount": worth.likely, "worth_high_amount": worth.high}
    return rows.assign(**{name: money_column([value] * len(rows), rows.index) for name, value in estimates.items()})


def _mean_draws(first: pd.Series, kind: str, generator: np.random.Generator) -> np.ndarray:
    cases = int(first[f"{kind}_customer_count"])
    spread = float(first[f"{kind}_deviation_amount"]) / np.sqrt(cases)
    return float(first[f"{kind}_mean_amount"]) + spread * generator.standard_t(cases - 1, DRAWS)


def _around(part: int, whole: int) -> tuple[float, float, float]:
    low, high = wilson(part, whole)
    return low, part / whole, high


def _worth_finding(rows: pd.DataFrame) -> list[Finding]:
    first = rows.iloc[0]
    if pd.isna(first["worth_amount"]) or first["worth_low_amount"] <= 0:
        return []
    cases = int(min(first["repeat_customer_count"], first["once_customer_count"]))
    worth = [first[name] for name in ("worth_low_amount", "worth_amount", "worth_high_amount")]
    return [
        Finding(
            question=QUESTION,
            sentence=f"Each new repeat customer is worth {charts.range_text(*worth)} more in 24 months than a one-time"
            " customer.",
            money=money(*worth),
            certainty="medium" if certainty(cases) == "high" else "low",
            why_sure=f"{first['repeat_customer_count']:,} repeat against {first['once_customer_count']:,} one-time"
            " customers, two years old or older; those who come back may have been different from the start.",
            people=(),
            people_count=0,
            next_step="Choose the customers with one good order and plan a second offer for each.",
            page=PAGE,
        )
    ]


def _referral_finding(rows: pd.DataFrame) -> list[Finding]:
    groups = rows[rows["group_kind"] == "referral"].set_index("group_name")
    if pd.isna(rows["is_different"].iloc[0]) or not rows["is_different"].iloc[0]:
        return []
    referred, others = groups.loc["referred"], groups.loc["not referred"]
    if referred["group_rate"] <= others["group_rate"]:
        return []
    return [
        Finding(
            question=QUESTION,
            sentence=f"Referred customers come back more often: {referred['repeat_count']:,} of"
            f" {referred['customer_count']:,} against {others['repeat_count']:,} of {others['customer_count']:,}.",
            money=None,
            certainty=certainty(int(referred["customer_count"])),
            why_sure=f"Chance alone would show such a difference {charts.once_in(referred['p_value'])}.",
            people=(),
            people_count=0,
            next_step="Ask every happy repeat customer for three or four names.",
            page=PAGE,
        )
    ]
