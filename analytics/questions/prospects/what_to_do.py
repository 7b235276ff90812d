"""What the scores ask for: whom to call, what to find out."""

import pandas as pd

from analytics.questions import charts
from analytics.questions.finding import Finding, Person
from analytics.questions.prospects import stakes
from analytics.questions.prospects.words import ATTRIBUTES, called, first_three

PAGE = "prospects/scores"
NAMED = 10


def found(question: str, rows: pd.DataFrame) -> list[Finding]:
    """Findings of the rows of prospects/opportunity_or_lead, at least one row."""
    return [*_unworked(question, rows), *_unknown(question, rows)]


def _unworked(question: str, rows: pd.DataFrame) -> list[Finding]:
    idle = rows[(rows["prospect_kind"] == "opportunity") & ~rows["is_worked"].fillna(False)]
    if not len(idle):
        return []
    first = rows.iloc[0]
    idle = idle.sort_values("is_fresh", ascending=False, na_position="last", kind="stable")
    money = stakes.worth(idle)
    return [
        Finding(
            question=question,
            sentence=f"Nobody works on {charts.count(first['unworked_opportunity_count'])} of your"
            f" {charts.count(first['opportunity_count'])} opportunities: no open deal and no contact in the last"
            f" {charts.count(first['unworked_days'])} days. {_ages(idle)}",
            money=money,
            certainty=stakes.certainty(first, money),
            why_sure=stakes.why(first),
            people=_people(idle, "reasons"),
            people_count=int(first["unworked_opportunity_count"]),
            next_step=f"Call {first_three(idle)} this week; open with: {_question(idle)}",
            page=PAGE,
        )
    ]


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
            next_step=f"Ask each: {_question(unclear)}{_or_leave_out(missing, many)}",
            page=PAGE,
        )
    ]


def _or_leave_out(missing: pd.Series, many: int) -> str:
    """What the files tell of nobody may say nothing in this trade: the points can be taken off."""
    is_told_of_nobody = len(missing) > 0 and missing.iloc[0] == many
    return " Where that says nothing in your trade, set its points to 0 under Your rules." if is_told_of_nobody else ""


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
    return f"{f'{fresh:,}' if fresh else 'None'}{shown} came in within the last {days} days."


def _people(rows: pd.DataFrame, why: str) -> tuple[Person, ...]:
    named = rows.head(NAMED)
    keys = named["lead_id"].fillna(named["deal_id"]).fillna(named["person_key"].astype("string[pyarrow]"))
    return tuple(Person(*map(str, one)) for one in zip(called(named), keys, named[why], strict=True))


def _question(rows: pd.DataFrame) -> str:
    asked = rows["next_question"].dropna()
    return str(asked.mode().iloc[0]) if len(asked) else "what would you want us to look at first?"
