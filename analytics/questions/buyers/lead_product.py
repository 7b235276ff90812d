"""Lead product: which first product brings customers back, and which is best to sell first."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import DRAWS, LISTED_BELOW, range_of, rate_draws
from analytics.models.survival import Waits, share_done
from analytics.questions import charts
from analytics.questions.buyers.amounts import floats, money_column
from analytics.questions.buyers.words import certainty
from analytics.questions.finding import Finding, NotEnough

QUESTION = "buyers/lead_product"
PAGE = "buyers/repeat"
SEED = 20260110
YEAR_DAYS = 365
KEPT = ["product", "customer_count", "mature_count", "won_count", "lost_count"]
MONEY = ["first_mean_amount", "year_mean_amount", "year_deviation_amount"]
WORTH = ["worth_low_amount", "worth_amount", "worth_high_amount"]


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per product from its waits: share back by Kaplan-Meier, worth with range, rank by its lower bound."""
    with_deals = bool((rows["won_count"] + rows["lost_count"]).sum() > 0)
    found = pd.DataFrame([_product(part, with_deals) for _, part in rows.groupby("product", sort=False)])
    found = found.reindex(columns=[*KEPT, *MONEY, *WORTH, "back_rate", "back_low_rate", "back_high_rate", "win_rate"])
    best_first = ["worth_low_amount", "customer_count"]
    ranked = found.sort_values(best_first, ascending=False, na_position="last", kind="stable")
    ranked = ranked.reset_index(drop=True)
    for name in (*MONEY, *WORTH):
        ranked[name] = money_column(ranked[name].astype("float64"), ranked.index)
    place = pd.Series(range(1, len(ranked) + 1), index=ranked.index, dtype="Int64")
    return ranked.assign(
        product_rank=place.where(ranked["worth_low_amount"].notna()),
        product_count=len(ranked),
        is_win_rate_used=with_deals,
    )[_RETURNS]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """No product can be ranked under ten customers whose year is over."""
    if len(rows) and rows["product_rank"].isna().all():
        best = int(rows["mature_count"].max())
        return NotEnough("customers of one first product whose first year is over", best, LISTED_BELOW, "orders")
    return None


def headline(rows: pd.DataFrame) -> str:
    """The best first product with its share back, count and range, and what leading with it is worth."""
    best = rows.iloc[0]
    share = charts.rate_text(best["back_low_rate"], best["back_rate"], best["back_high_rate"])
    worth = charts.range_text(best["worth_low_amount"], best["worth_amount"], best["worth_high_amount"])
    each = "each try to sell it" if best["is_win_rate_used"] else "each customer"
    if not best["back_rate"]:
        return (
            f"No first product brings people back yet: of {charts.count(best['customer_count'])} customers of"
            f" {best['product']} {share} order again within 12 months."
        )
    return (
        f"{best['product']} is the best first product: of {charts.count(best['customer_count'])} customers {share}"
        f" order again within 12 months; {each} brings {worth} more in the year after the first order."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Share who ordered again within 12 months by first product, with ranges; too small ones are left to the table."""
    shown = rows[rows["back_rate"].notna()]
    rate, low, high = (floats(shown, name) * 100 for name in ("back_rate", "back_low_rate", "back_high_rate"))
    drawing = charts.new(height=140 + 40 * len(shown))
    drawing.add_bar(
        x=rate,
        y=[charts.label(f"{row.product} ({row.customer_count})") for row in shown.itertuples()],
        error_x={"array": high - rate, "arrayminus": rate - low, "color": charts.COLOUR["quiet"]},
        orientation="h",
        marker=charts.marker("accent"),
        customdata=[charts.money(amount) for amount in shown["year_mean_amount"]],
        hovertemplate="%{y}: %{x:.0f}% ordered again<br>%{customdata} of profit in the year after<extra></extra>",
    )
    drawing.update_xaxes(title="Ordered again within 12 months (%)", range=[0, 100])
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Lead with the best product, where it is clearly better than the one sold first most often."""
    ranked = rows[rows["product_rank"].notna()]
    if len(ranked) < 2:
        return []
    best = ranked.iloc[0]
    usual = ranked.loc[ranked["customer_count"].astype(int).idxmax()]
    if best["worth_low_amount"] <= usual["worth_high_amount"]:
        return []
    return [
        Finding(
            question=QUESTION,
            sentence=f"Lead with {best['product']}: {charts.range_text(*best[WORTH])} in the year after, against"
            f" {charts.range_text(*usual[WORTH])} for {usual['product']}, which is sold first most often.",
            money=None,
            certainty="medium" if certainty(int(best["mature_count"])) == "high" else "low",
            why_sure=f"{best['mature_count']:,} and {usual['mature_count']:,} customers whose year is over; who asks"
            " for which product is not chance.",
            people=(),
            people_count=0,
            next_step=f"Let new salespeople lead with {best['product']} and compare in a quarter.",
            page=PAGE,
        )
    ]


def _product(part: pd.DataFrame, with_deals: bool) -> dict[str, object]:
    first = part.iloc[0]
    known = {name: first[name] for name in KEPT} | {name: floats(part, name)[0] for name in MONEY}
    if first["mature_count"] < LISTED_BELOW:
        return known
    happened = part["is_back"].to_numpy(dtype=bool)
    back = share_done(Waits(floats(part, "wait_days"), happened, floats(part, "wait_count")), YEAR_DAYS)
    rates = {"back_rate": back.rate, "back_low_rate": back.low, "back_high_rate": back.high}
    won, decided = int(first["won_count"]), int(first["won_count"] + first["lost_count"])
    if with_deals and decided < LISTED_BELOW:
        return {**known, **rates}
    generator = np.random.default_rng(SEED)
    cases = int(first["mature_count"])
    spread = float(first["year_deviation_amount"]) / np.sqrt(cases)
    draws = float(first["year_mean_amount"]) + spread * generator.standard_t(cases - 1, DRAWS)
    worth = range_of(draws * rate_draws(won, decided, SEED) if with_deals else draws)
    win = {"win_rate": won / decided} if with_deals else {}
    return {**known, **rates, **win, **dict(zip(WORTH, (worth.low, worth.likely, worth.high), strict=True))}


_RETURNS = [
    "product_rank", "product", "customer_count", "mature_count", "back_rate", "back_low_rate", "back_high_rate",
    "first_mean_amount", "year_mean_amount", "year_deviation_amount", "won_count", "lost_count", "win_rate",
    *WORTH, "product_count", "is_win_rate_used",
]  # fmt: skip
