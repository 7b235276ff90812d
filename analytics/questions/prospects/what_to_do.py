"""What the scores ask for: whom to call, which deals to question, what to find out."""

from decimal import Decimal

import numpy as np
import pandas as pd

from analytics.models.intervals import COMPARED_FROM, LISTED_BELOW, Range, range_of, rate_draws
from analytics.models.scoring_value import worth_of_range
from analytics.questions import charts
from analytics.questions.finding import Finding, Money, Person
from analytics.questions.prospects.words import ATTRIBUTES

PAGE = "prospects/scores"
SEED = 20260102
NAMED = 10


def found(question: str, rows: pd.DataFrame) -> list[Finding]:
    """Findings of the rows of prospects/opportunity_or_lead, at least one row."""
    return [*_unworked(question, rows), *_unjustified(question, rows), *_unknown(question, rows)]


def _unworked(question: str, rows: pd.DataFrame) -> list[Finding]:
    idle = rows[(rows["prospect_kind"] == "opportunity") & ~rows["is_worked"].fillna(False)]
    if not len(idle):
        return []
    first = rows.iloc[0]
    count = int(first["unworked_opportunity_count"])
    money = _worth(idle)
    part = "" if count == len(idle) else f" The money is for the first {len(idle):,} of them."
    return [
        Finding(
            question=question,
            sentence=f"Nobody works on {count:,} of your {charts.count(first['opportunity_count'])} opportunities: no"
            f" open deal and no contact in the last {charts.count(first['unworked_days'])} days.{part}",
            money=money,
            certainty=_certainty(first, money),
            why_sure=_why(first),
            people=_people(idle, "reasons"),
            people_count=count,
            next_step=f"Call {_names(idle)} this week; open with: {_question(idle)}",
            page=PAGE,
        )
    ]


def _unjustified(question: str, rows: pd.DataFrame) -> list[Finding]:
    first = rows.iloc[0]
    open_count = int(first["deal_count"]) - int(first["justified_count"])
    if not open_count or pd.isna(first["deal_amount"]):
        return []
    weak = rows[(rows["open_deal_count"] > 0) & ~rows["is_justified"].fillna(False)]
    weak = weak.sort_values("open_amount", ascending=False, na_position="last", kind="stable")
    amount = first["deal_amount"] - first["justified_amount"]
    won, lost = int(first["won_deal_count"]), int(first["lost_deal_count"])
    return [
        Finding(
            question=question,
            sentence=f"{charts.money(amount)} of {charts.money(first['deal_amount'])} in the pipeline is not justified:"
            f" {open_count:,} of {charts.count(first['deal_count'])} open deals lack a yes to need, willingness or"
            " resources.",
            money=_at_own_win_rate(float(amount), won, lost),
            certainty="low" if won + lost < COMPARED_FROM else "medium",
            why_sure="The deals are counted; the money is what they would bring at your own win rate,"
            f" {won:,} of {won + lost:,} closed deals{', too few for a price' if won + lost < LISTED_BELOW else ''}.",
            people=_people(weak, "justify_question"),
            people_count=max(open_count, len(weak)),
            next_step="Ask the question beside each before you spend another hour on a proposal.",
            page=PAGE,
        )
    ]


def _unknown(question: str, rows: pd.DataFrame) -> list[Finding]:
    unclear = rows[rows["prospect_kind"] == "cant_tell"]
    if not len(unclear):
        return []
    first = rows.iloc[0]
    missing = unclear["unknown_attribute"].value_counts()
    most = str(missing.index[0]) if len(missing) else None
    named = f" Most often it is the {ATTRIBUTES[most]} that is not known." if most else ""
    return [
        Finding(
            question=question,
            sentence=f"{charts.count(first['cant_tell_count'])} of {charts.count(first['prospect_count'])} prospects"
            f" cannot be told apart: too little is known of them.{named}",
            money=None,
            certainty="high",
            why_sure="Counted: what is not known of them is more than what is.",
            people=_people(unclear, "next_question"),
            people_count=int(first["cant_tell_count"]),
            next_step=f"Ask each: {_question(unclear)}",
            page=PAGE,
        )
    ]


def _worth(idle: pd.DataFrame) -> Money | None:
    known = idle[idle["expected_likely_amount"].notna()]
    first = idle.iloc[0]
    ranges = [
        Range(*bounds)
        for bounds in known[["expected_low_amount", "expected_likely_amount", "expected_high_amount"]]
        .astype(float)
        .itertuples(index=False)
    ]
    return _money(worth_of_range(ranges, int(first["lead_bought_count"]), int(first["lead_case_count"]), SEED))


def _at_own_win_rate(amount: float, won: int, lost: int) -> Money | None:
    if won + lost < LISTED_BELOW:
        return None
    return _money(range_of(rate_draws(won, won + lost, SEED) * amount))


def _certainty(first: pd.Series, money: Money | None) -> str:
    enough = min(int(first["lead_case_count"]), int(first["history_count"])) >= COMPARED_FROM
    return "medium" if money and enough and first["learned_count"] > 0 else "low"


def _why(first: pd.Series) -> str:
    came, cases = charts.count(first["came_back_count"]), charts.count(first["history_count"])
    bought, leads = charts.count(first["lead_bought_count"]), charts.count(first["lead_case_count"])
    own = (
        f"{charts.count(first['learned_count'])} attributes tell in your own history who comes back"
        if first["learned_count"] > 0
        else "your own history does not tell yet who comes back, so the points are those of the card"
    )
    return (
        f"{came} of {cases} customers came back within 24 months and {bought} of {leads} leads bought; {own}. The money"
        " is what they order after the first job, if these buy as often as leads do."
    )


def _people(rows: pd.DataFrame, why: str) -> tuple[Person, ...]:
    named = rows.head(NAMED)
    keys = named["lead_id"].fillna(named["deal_id"]).fillna(named["person_key"].astype("string[pyarrow]"))
    reasons = named[why].fillna("a no was said: let it go or come back later")
    return tuple(
        Person(str(name), str(key), str(reason)) for name, key, reason in zip(named["name"], keys, reasons, strict=True)
    )


def _names(rows: pd.DataFrame) -> str:
    names = [str(name) for name in rows["name"].head(3)]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _question(rows: pd.DataFrame) -> str:
    asked = rows["next_question"].dropna()
    return str(asked.mode().iloc[0]) if len(asked) else "what would you want us to look at first?"


def _money(found: Range | None) -> Money | None:
    if found is None or not np.isfinite(found.high):
        return None
    return Money(*(Decimal(f"{value:.2f}") for value in (found.low, found.likely, found.high)))
