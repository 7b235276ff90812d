"""What the scores ask for: whom to call, which deals to question, what to find out."""

from decimal import Decimal

import numpy as np
import pandas as pd

from analytics.models.intervals import COMPARED_FROM, LISTED_BELOW, Range
from analytics.models.scoring_value import stake_range, worth_of_range
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
    idle = idle.sort_values("is_fresh", ascending=False, na_position="last", kind="stable")
    money = _worth(idle)
    return [
        Finding(
            question=question,
            sentence=f"Nobody works on {charts.count(first['unworked_opportunity_count'])} of your"
            f" {charts.count(first['opportunity_count'])} opportunities: no open deal and no contact in the last"
            f" {charts.count(first['unworked_days'])} days. {_ages(idle)}",
            money=money,
            certainty=_certainty(first, money),
            why_sure=_why(first),
            people=_people(idle, "reasons"),
            people_count=int(first["unworked_opportunity_count"]),
            next_step=f"Call {_names(idle)} this week; open with: {_question(idle)}",
            page=PAGE,
        )
    ]


def _unjustified(question: str, rows: pd.DataFrame) -> list[Finding]:
    first = rows.iloc[0]
    open_count = int(first["deal_count"]) - int(first["justified_count"])
    amount = None if pd.isna(first["deal_amount"]) else first["deal_amount"] - first["justified_amount"]
    if not open_count or not amount:
        return []
    weak = rows[(rows["open_deal_count"] > 0) & ~rows["is_justified"].fillna(False)]
    weak = weak.sort_values("open_amount", ascending=False, na_position="last", kind="stable")
    without = _won(first, justified=False)
    return [
        Finding(
            question=question,
            sentence=_not_justified(first, weak, amount, open_count),
            money=_money(stake_range(float(amount), open_count, without, SEED)) if _is_gate_known(first) else None,
            certainty="low" if not _is_gate_known(first) or without[1] < COMPARED_FROM else "medium",
            why_sure=_why_justified(first),
            people=_people(weak, "justify_question"),
            people_count=max(open_count, len(weak)),
            next_step="Ask the question beside each before you spend another hour on a proposal.",
            page=PAGE,
        )
    ]


def _not_justified(first: pd.Series, weak: pd.DataFrame, amount: Decimal, open_count: int) -> str:
    deals = charts.count(first["deal_count"])
    if not first["justified_count"] and weak[["need", "willingness", "resources"]].isna().all(axis=None):
        return (
            f"None of your open deals ({deals}, worth {charts.money(amount)}) says whether they need it, want to do it"
            " and have the money."
        )
    return (
        f"{charts.money(amount)} of {charts.money(first['deal_amount'])} in the pipeline is not justified:"
        f" {open_count:,} of {deals} open deals lack a yes to need, willingness or resources."
    )


def _is_gate_known(first: pd.Series) -> bool:
    """Whether deals with and without three yeses were closed often enough to put a price on the difference."""
    return min(_won(first, justified=flag)[1] for flag in (True, False)) >= LISTED_BELOW


def _unknown(question: str, rows: pd.DataFrame) -> list[Finding]:
    unclear = rows[rows["prospect_kind"] == "cant_tell"]
    if not len(unclear):
        return []
    first = rows.iloc[0]
    if pd.isna(first["repeat_known_rate"]):
        return [_nothing_tells(question, unclear)]
    missing = unclear["unknown_attribute"].value_counts()
    most = str(missing.index[0]) if len(missing) else None
    many = int(first["prospect_count"])
    who = f"{charts.count(first['cant_tell_count'])} of {many:,} {'prospect' if many == 1 else 'prospects'}"
    named = f" Most often {_whatever(most)} is not known." if most else ""
    return [
        Finding(
            question=question,
            sentence=f"{who} cannot be told apart: too little is known of them.{named}",
            money=None,
            certainty="high",
            why_sure="Counted: what is not known of them is more than what is.",
            people=_people(unclear, "next_question"),
            people_count=int(first["cant_tell_count"]),
            next_step=f"Ask each: {_question(unclear)}",
            page=PAGE,
        )
    ]


def _whatever(attribute: str) -> str:
    return "whether somebody sent them" if attribute == "referral" else f"the {ATTRIBUTES[attribute]}"


def _nothing_tells(question: str, rows: pd.DataFrame) -> Finding:
    """No signal is an answer too: much history, and no attribute in it that separates."""
    cases = charts.count(rows["history_count"].iloc[0])
    return Finding(
        question=question,
        sentence=f"Nothing that is known before the first sale tells who of your {cases} customers came back, so no"
        " prospect gets a repeat score.",
        money=None,
        certainty="high",
        why_sure="Every value with ten cases or more was tested against the others; none differs beyond chance.",
        people=(),
        people_count=int(rows["cant_tell_count"].iloc[0]),
        next_step="Note at the first talk how many sites they have and what made them call; ask again in a quarter.",
        page=PAGE,
    )


def _ages(idle: pd.DataFrame) -> str:
    days = charts.count(idle["sale_window_days"].iloc[0])
    fresh = int(idle["is_fresh"].fillna(False).sum())
    shown = "" if len(idle) == idle["unworked_opportunity_count"].iloc[0] else f" of the first {len(idle):,}"
    return f"{fresh:,}{shown} came in within the last {days} days."


def _worth(idle: pd.DataFrame) -> Money | None:
    known = idle[(idle["expected_low_amount"] > 0).fillna(False)]
    first = idle.iloc[0]
    money = known[["expected_low_amount", "expected_likely_amount", "expected_high_amount"]].astype(float)
    # Who has not bought within the usual window seldom does later: they get the rate of such leads, not of new ones.
    fresh = int(first["lead_bought_count"]), int(first["lead_case_count"])
    late = int(first["late_bought_count"]), int(first["late_case_count"])
    chances = [fresh if is_fresh else late for is_fresh in known["is_fresh"].fillna(False)]
    return _money(worth_of_range([Range(*bounds) for bounds in money.itertuples(index=False)], chances, SEED))


def _won(first: pd.Series, justified: bool) -> tuple[int, int]:
    """Deals won, of those closed: with three yeses or without."""
    with_yeses = int(first["won_justified_count"]), int(first["closed_justified_count"])
    if justified:
        return with_yeses
    return int(first["won_deal_count"]) - with_yeses[0], int(first["closed_deal_count"]) - with_yeses[1]


def _why_justified(first: pd.Series) -> str:
    with_yeses, without = _won(first, justified=True), _won(first, justified=False)
    if not with_yeses[1]:
        return "The deals are counted. No closed deal had three yeses, so what asking is worth is not known yet."
    few = ", and the money is at that rate" if _is_gate_known(first) else ": too few for a price"
    return (
        f"The deals are counted. Of your closed deals, {with_yeses[0]:,} of {with_yeses[1]:,} with three yeses were"
        f" won, without them {without[0]:,} of {without[1]:,}{few}."
    )


def _certainty(first: pd.Series, money: Money | None) -> str:
    enough = min(int(first["lead_case_count"]), int(first["history_count"])) >= COMPARED_FROM
    return "medium" if money and enough and first["learned_count"] > 0 else "low"


def _why(first: pd.Series) -> str:
    came, cases = charts.count(first["came_back_count"]), charts.count(first["history_count"])
    bought, leads = charts.count(first["lead_bought_count"]), charts.count(first["lead_case_count"])
    late, waited = charts.count(first["late_bought_count"]), charts.count(first["late_case_count"])
    days = charts.count(first["sale_window_days"])
    own = (
        f"{charts.count(first['learned_count'])} attributes tell in your own history who comes back"
        if first["learned_count"] > 0
        else "your own history does not tell yet who comes back, so the points are those of the card"
    )
    return (
        f"{came} of {cases} customers came back within 24 months; {own}. {bought} of {leads} leads bought within {days}"
        f" days and {late} of the other {waited} later; the money is what they order after the first job, at those"
        " rates."
    )


def _people(rows: pd.DataFrame, why: str) -> tuple[Person, ...]:
    named = rows.head(NAMED)
    keys = named["lead_id"].fillna(named["deal_id"]).fillna(named["person_key"].astype("string[pyarrow]"))
    reasons = named[why].fillna("a no was said: let it go or come back later")
    return tuple(Person(*map(str, one)) for one in zip(_called(named), keys, reasons, strict=True))


def _called(rows: pd.DataFrame) -> list[str]:
    """Name, and the company where there is one."""
    pairs = zip(rows["name"], rows["company"], strict=True)
    return [str(name) if pd.isna(firm) or firm == name else f"{name}, {firm}" for name, firm in pairs]


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
