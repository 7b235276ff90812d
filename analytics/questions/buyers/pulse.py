"""Customer pulse: whom to contact now, by the yearly profit at risk."""

from dataclasses import replace

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW
from analytics.models.profit_at_risk import Lateness, risk_draws, total_range
from analytics.questions import charts
from analytics.questions.buyers.amounts import floats, money, money_column
from analytics.questions.buyers.words import NAMED, ago, certainty, is_or_are, name_bars, person, several, who
from analytics.questions.finding import Finding, Money, NotEnough

QUESTION = "buyers/pulse"
PAGE = "buyers/pulse"
DRAWN = 20
ON_CHART = {"due": ("Due", "open"), "overdue": ("Overdue", "lost")}


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """Adds P10 and P90 of the profit at risk of each customer and of everybody to contact."""
    late = rows[_is_late(rows)]
    if not len(late):
        return rows
    found = rows.copy()
    draws = risk_draws(_lateness(late))
    low, high = np.quantile(draws, [0.1, 0.9], axis=0)
    likely = floats(late, "risk_amount")
    found.loc[late.index, "low_risk_amount"] = money_column(np.minimum(low, likely), late.index)
    found.loc[late.index, "high_risk_amount"] = money_column(np.maximum(high, likely), late.index)
    return _with_totals(found, draws[:, (late["activity"] != "gone").to_numpy(dtype=bool)])


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nobody's pace is known while nobody ever came back."""
    if len(rows) and rows["usual_gap_days"].isna().all():
        return NotEnough("customers who ordered on two days", 0, 1, "orders")
    return None


def headline(rows: pd.DataFrame) -> str:
    """How many to contact, the profit at risk with its range, and how many are on time."""
    first = rows.iloc[0]
    contact = int(first["contact_count"])
    be = "is" if 1 in (contact, int(first["customer_count"])) else "are"
    late = f"{contact:,} of {several(int(first['customer_count']), 'customer')} {be} due or"
    rest = f"{is_or_are(int(first['active_count']))} on time, {is_or_are(int(first['gone_count']))} gone"
    known = contact + int(first["active_count"]) + int(first["gone_count"])
    if unknown := int(first["customer_count"]) - known:
        rest += f", the pace of {unknown:,} is not known"
    if not _is_told(rows):
        return f"{late} overdue; {rest}. What is at risk cannot be told from so short a history."
    at_risk = charts.range_text(first["contact_low_amount"], first["contact_risk_amount"], first["contact_high_amount"])
    return f"{late} overdue, with {at_risk} of yearly {_what(rows)} at risk; {rest}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Yearly profit at risk of those to contact first, with its range."""
    shown = rows[rows["activity"].isin(list(ON_CHART)) & (rows["risk_amount"] > 0).fillna(False)].head(DRAWN)
    drawing = charts.new(height=140 + 24 * len(shown))
    for activity, (name, meaning) in ON_CHART.items():
        _bars(drawing, shown[shown["activity"] == activity], name, meaning)
    drawing.update_xaxes(title=f"Yearly {_what(rows)} at risk", rangemode="tozero")
    return name_bars(drawing, shown)


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Those to contact now, and the loyal and profitable who are gone."""
    late = rows[rows["activity"].isin(["due", "overdue"])]
    worth = late[(late["risk_amount"] > 0).fillna(True)] if _is_told(late) else late
    best = (rows["loyalty"] == "loyal") & (rows["profitability"] == "above the mean")
    gone = rows[best & (rows["activity"] == "gone")]
    return [*_contact(worth, _earlier(late)), *_win_back(gone)]


def _bars(drawing: go.Figure, rows: pd.DataFrame, name: str, meaning: str) -> None:
    likely, low, high = (floats(rows, part) for part in ("risk_amount", "low_risk_amount", "high_risk_amount"))
    drawing.add_bar(
        x=likely,
        y=[who(row) for row in rows.itertuples()],
        error_x={"array": high - likely, "arrayminus": likely - low, "color": charts.COLOUR["quiet"]},
        orientation="h",
        name=name,
        marker=charts.marker(meaning),
        customdata=[_why(row) for row in rows.itertuples()],
        hovertemplate="%{y}<br>at risk %{x:,.0f} a year<br>%{customdata}<extra></extra>",
    )


def _contact(late: pd.DataFrame, earlier: pd.DataFrame) -> list[Finding]:
    if not len(late):
        return []
    first = late.iloc[0]
    be = "is" if first["contact_count"] == 1 else "are"
    late_ones = f"{charts.count(first['contact_count'])} of {several(int(first['customer_count']), 'customer')} {be}"
    # Where nobody ever came back, no case says that any of it can still be saved: the page tells what it is alone.
    is_lost = len(earlier) > 0 and not earlier["returned_count"].any()
    at_risk = _at_risk(first) if _is_told(late) and not is_lost else None
    # The one with most at stake decides how sure the sum is.
    cases = 0 if pd.isna(first["spell_count"]) else int(first["spell_count"])
    nobody = "; nobody as late ever came back" if is_lost else ""
    return [
        Finding(
            question=QUESTION,
            sentence=f"{late_ones} past their usual time to order again{nobody}.",
            money=at_risk,
            certainty=certainty(cases if at_risk else 0),
            why_sure=f"{_came_back(earlier)};{_without_cost(first)} what a call brings back of it is not known.",
            people=tuple(person(row, _why(row)) for row in late.head(NAMED).itertuples()),
            people_count=int(first["contact_count"]),
            next_step="Call those at the top this week and ask what they need next.",
            page=PAGE,
        )
    ]


def _is_told(rows: pd.DataFrame) -> bool:
    """Whether enough earlier customers were as late as those to contact for a price on it (H1)."""
    late = rows[rows["activity"].isin(["due", "overdue"]) & (rows["risk_amount"] > 0).fillna(False)]
    is_priced = len(rows) > 0 and pd.notna(rows["contact_low_amount"].iloc[0])
    return is_priced and bool((late["spell_count"].fillna(0) >= LISTED_BELOW).any())


def _at_risk(first: pd.Series) -> Money | None:
    found = money(first["contact_low_amount"], first["contact_risk_amount"], first["contact_high_amount"])
    return replace(found, is_at_risk=True) if found else None


def _earlier(late: pd.DataFrame) -> pd.DataFrame:
    """Earlier cases as late as these, and how many of them came back, by lateness."""
    known = late[late["spell_count"].fillna(0) > 0].drop_duplicates(["activity", "purchase_band", "kind_number"])
    return known.groupby("activity")[["spell_count", "returned_count"]].sum().astype(int)


def _came_back(earlier: pd.DataFrame) -> str:
    """How many of those as late, of their kind and with as many orders, came back: what the chances rest on."""
    told = [f"{row.returned_count:,} of {row.spell_count:,} earlier {row.Index} ones" for row in earlier.itertuples()]
    return f"{' and '.join(told)} came back within a year" if told else "Nobody like them was ever as late before"


def _what(rows: pd.DataFrame) -> str:
    """What is counted: profit, or revenue where no cost of anybody is known."""
    return "revenue" if len(rows) and _is_every_cost_unknown(rows.iloc[0]) else "profit"


def _is_every_cost_unknown(first: pd.Series) -> bool:
    # Of all customers, not of those listed alone.
    return int(first["cost_unknown_count"]) == int(first["customer_count"])


def _without_cost(first: pd.Series) -> str:
    count = int(first["cost_unknown_count"])
    if _is_every_cost_unknown(first):
        return " no cost is known, so revenue stands for profit;"
    return f" of {count:,} customers a cost is unknown, and revenue stands for it;" if count else ""


def _win_back(gone: pd.DataFrame) -> list[Finding]:
    if not len(gone):
        return []
    # Long lists are cut: of all who are gone, not of those listed.
    count = int(gone["best_gone_count"].iloc[0])
    history = _came_back(_earlier(gone))
    return [
        Finding(
            question=QUESTION,
            sentence=f"{several(count, 'loyal and profitable customer')} {'is' if count == 1 else 'are'} gone:"
            " nothing for more than four usual gaps.",
            money=None,
            certainty="low",
            why_sure=f"Who they are is counted; whether a letter brings them back is not known. {history}.",
            people=tuple(person(row, _why(row)) for row in gone.head(NAMED).itertuples()),
            people_count=count,
            next_step="Ask each what made them stop: the answer is worth having even when they do not return.",
            page=PAGE,
        )
    ]


def _why(row: object) -> str:
    last, gap = ago(row.days_since_last_order), several(int(row.usual_gap_days), "day")
    if row.purchase_count == 1:
        told = f"{row.activity}, one order, {last}; who comes back does so after about {gap}"
        return told + _worth(row, "; ", "a year if they do")
    orders = several(int(row.order_count), "order")
    return f"{row.activity}, last order {last}, usually every {gap}; {orders}" + _worth(row, ", ", "in a usual year")


def _worth(row: object, joint: str, when: str) -> str:
    """What a year of theirs brings, after what stands before it; nothing where no pace tells it."""
    if pd.isna(row.yearly_profit_amount):
        return ""
    money_of = "profit" if row.is_cost_known else "revenue"
    return f"{joint}about {charts.estimate(row.yearly_profit_amount)} of {money_of} {when}"


def _is_late(rows: pd.DataFrame) -> pd.Series:
    return rows["activity"].isin(["due", "overdue", "gone"]) & rows["risk_amount"].notna()


def _lateness(late: pd.DataFrame) -> Lateness:
    band = late["kind_number"].astype(str) + " " + late["purchase_band"].astype(str)
    return Lateness(
        risk_amount=floats(late, "risk_amount"),
        purchase_count=floats(late, "purchase_count"),
        group=pd.factorize(late["activity"].astype(str) + band)[0],
        return_rate=floats(late, "return_rate"),
        spell_count=floats(late, "spell_count"),
        on_time_return_rate=floats(late, "on_time_return_rate"),
        on_time_spell_count=floats(late, "on_time_spell_count"),
        pace_group=pd.factorize(band)[0],
        pace_order_count=floats(late, "pace_order_count"),
    )


def _with_totals(found: pd.DataFrame, draws: np.ndarray) -> pd.DataFrame:
    if not draws.shape[1]:
        return found
    total, listed = found["contact_risk_amount"].iloc[0], total_range(draws)
    # Long lists are cut: those listed stand for the rest, by money.
    counted = float(found.loc[found["activity"].isin(["due", "overdue"]), "risk_amount"].fillna(0).astype(float).sum())
    scale = float(total) / counted if counted else 0.0
    low, high = min(listed.low * scale, float(total)), max(listed.high * scale, float(total))
    return found.assign(
        contact_low_amount=money_column([low] * len(found), found.index),
        contact_high_amount=money_column([high] * len(found), found.index),
    )
