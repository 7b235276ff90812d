"""From the counts of funnel/ask_plan to its answer: a row for each salesperson and link."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa

from analytics.models.ask_plan import Mean, OwnRates, brought, needed
from analytics.models.funnel_steps import rate_with_range
from analytics.models.intervals import LISTED_BELOW, range_of

MONEY, WHOLE = pd.ArrowDtype(pa.decimal128(18, 2)), pd.ArrowDtype(pa.int64())
REAL, TEXT, FLAG = pd.ArrowDtype(pa.float64()), pd.ArrowDtype(pa.string()), pd.ArrowDtype(pa.bool_())
EVERYBODY = "Everybody"
LINKS = ("lead_generation", "nurturing", "ask", "sale")
NOW = dict(zip(LINKS, ("new_count", "nurtured_count", "ask_count", "sold_count"), strict=True))
NEXT = {"lead_generation": "nurturing", "nurturing": "ask", "ask": "sale"}
COLUMNS = {
    "owner": TEXT,
    "link_order": WHOLE,
    "link": TEXT,
    "now_per_week": REAL,
    "low_per_week": REAL,
    "likely_per_week": REAL,
    "high_per_week": REAL,
    "is_short": FLAG,
    "goal_amount": MONEY,
    "repeat_amount": MONEY,
    "new_amount": MONEY,
    "goal_days": WHOLE,
    "is_quota": FLAG,
    "from_count": WHOLE,
    "reached_count": WHOLE,
    "conversion_rate": REAL,
    "low_rate": REAL,
    "high_rate": REAL,
    "asks_per_person": REAL,
    "sale_count": WHOLE,
    "mean_sale_amount": MONEY,
    "low_amount": MONEY,
    "likely_amount": MONEY,
    "high_amount": MONEY,
    "waiting_count": WHOLE,
    "people": TEXT,
}


def planned_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The plan of each salesperson with a goal, everybody first; numbers unknown where too little is known."""
    known = [
        {name: None if value is pd.NA else value for name, value in row.items()} for row in rows.to_dict("records")
    ]
    has_quotas = any(row["quota_sum"] is not None for row in known)
    wanted = [row for row in known if row["week_count"] and (row["quota_sum"] is not None or not has_quotas)]
    made = [line for place, row in enumerate(wanted) for line in _lines(row, place)]
    return pd.DataFrame({name: pd.array([one[name] for one in made], dtype=kind) for name, kind in COLUMNS.items()})


def _lines(row: dict, seed: int) -> list[dict]:
    counts = {link: _counts(row, link) for link in ("nurturing", "ask", "sale")}
    weeks, recent = row["week_count"], row["recent_week_count"]
    goal = _goal(row, weeks)
    other = _mean(row["repeat_sum"], row["repeat_square_sum"], weeks)
    rates = _rates(row, counts)
    takes = needed(goal, other, rates, seed) if rates else {}
    same = {
        "owner": row["owner"] or EVERYBODY,
        "goal_amount": _cents(goal),
        "repeat_amount": _cents(other.mean),
        "new_amount": _cents(max(goal - other.mean, 0)),
        "goal_days": row["goal_days"] if row["quota_sum"] is not None else None,
        "is_quota": row["quota_sum"] is not None,
        "asks_per_person": rates.asks_per_person if rates else None,
        "sale_count": row["sale_count"],
        "mean_sale_amount": _cents(row["sale_mean"]),
    }
    short = _short(takes, rates, row["ask_count"] / recent if recent else 0.0, seed)
    return [
        same
        | _line(link, takes.get(link), counts.get(NEXT.get(link)), row[NOW[link]] / recent if recent else None)
        | (short | {"waiting_count": row["waiting_count"], "people": row["waiting_people"]} if link == "ask" else {})
        for link in LINKS
        if link not in counts or counts[link] or link == "sale"
    ]


def _line(link: str, draws: np.ndarray | None, counts: tuple[int, int] | None, now: float | None) -> dict:
    low, likely, high = (
        (None,) * 3 if draws is None else (float(value) for value in np.quantile(draws, (0.1, 0.5, 0.9)))
    )
    rate, low_rate, high_rate = rate_with_range(*counts) if counts else (None,) * 3
    return dict.fromkeys(("low_amount", "likely_amount", "high_amount", "waiting_count", "people")) | {
        "link_order": LINKS.index(link) + 1,
        "link": link,
        "now_per_week": now,
        "low_per_week": low,
        "likely_per_week": likely,
        "high_per_week": high,
        "is_short": None if low is None or now is None else now < low,
        "from_count": counts[1] if counts else None,
        "reached_count": counts[0] if counts else None,
        "conversion_rate": rate,
        "low_rate": low_rate,
        "high_rate": high_rate,
    }


def _rates(row: dict, counts: dict[str, tuple[int, int] | None]) -> OwnRates | None:
    """None while fewer than ten were asked long enough ago, or fewer than ten sales have an amount (H1)."""
    sale = counts["sale"]
    if not sale or sale[1] < LISTED_BELOW or (row["sale_count"] or 0) < LISTED_BELOW:
        return None
    value = Mean(row["sale_count"], row["sale_mean"], row["sale_spread"] or 0.0)
    # Somebody who asked nobody in the last year will ask each person once.
    per_person = max(row["year_ask_count"] / max(row["year_asked_count"], 1), 1.0)
    return OwnRates(counts["nurturing"], counts["ask"], sale, per_person, value)


def _counts(row: dict, link: str) -> tuple[int, int] | None:
    resolved = row[f"{link}_from_count"]
    return (row[f"{link}_reached_count"], resolved) if resolved else None


def _goal(row: dict, weeks: int) -> float:
    if row["quota_sum"] is not None:
        return row["quota_sum"] / row["goal_days"] * 7
    return row["revenue_sum"] / weeks * (1 + row["goal_growth"])


def _mean(total: float, squares: float, count: int) -> Mean:
    spread = max(squares - total * total / count, 0) / (count - 1) if count > 1 else 0.0
    return Mean(count, total / count, spread**0.5)


def _short(takes: dict[str, np.ndarray], rates: OwnRates | None, asks: float, seed: int) -> dict:
    """What the week falls short of its goal by, at the asks of now."""
    if rates is None:
        return {}
    found = range_of(np.maximum(takes["money"] - brought(asks, rates, seed + 1), 0))
    return {f"{name}_amount": _cents(getattr(found, name)) for name in ("low", "likely", "high")}


def _cents(amount: float | None) -> Decimal | None:
    return None if amount is None else Decimal(f"{amount:.2f}")
