"""From the counts of funnel/diagnosis to its answer: judged, priced, in words, with exact money and true nulls."""

import json
from dataclasses import fields
from decimal import Decimal

import pandas as pd
import pyarrow as pa

from analytics.models.funnel import judge
from analytics.models.funnel_price import Sales, people_a_year, price, rest_rate, value_draws
from analytics.models.funnel_steps import (
    LIMITS,
    SALE,
    WHOLE_PATH,
    Limits,
    Others,
    Step,
    Verdict,
    needed_count,
    others_of,
    rate_with_range,
)
from analytics.questions.funnel.evidence import evidence
from analytics.questions.funnel.timing import DAYS, timed

_MONEY = pd.ArrowDtype(pa.decimal128(18, 2))
_TEXT = pd.ArrowDtype(pa.string())
_WHOLE = pd.ArrowDtype(pa.int64())
_REAL = pd.ArrowDtype(pa.float64())
ADDED = {
    **dict.fromkeys(("diagnosis", "evidence", "compared_with", "certainty", "people"), _TEXT),
    **dict.fromkeys(("never_tried_count", "no_answer_count", "waiting_count", "needed_count"), _WHOLE),
    **dict.fromkeys(DAYS, _WHOLE),
    **dict.fromkeys(("other_resolved_count", "other_reached_count", "comparison_count"), _WHOLE),
    **dict.fromkeys(("conversion_rate", "low_rate", "high_rate", "other_rate", "rest_rate"), _REAL),
    **dict.fromkeys(("adjusted_p_value", "other_days", "other_from_mean"), _REAL),
    **dict.fromkeys(("low_amount", "likely_amount", "high_amount"), _MONEY),
}
SHOWN_PEOPLE = 10
WHY = {"refused": "said no", "left": "no further step"}


def judged_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The answer of funnel/diagnosis.

    rows    : what its SQL returns, every path, so that each can be compared; is_shown marks those to keep.
    returns : the same rows with the columns of ADDED; only those shown.
    """
    added = _added(timed([_known(row) for row in rows.to_dict("records")]))
    columns = {name: pd.array([one[name] for one in added], dtype=kind) for name, kind in ADDED.items()}
    result = rows.assign(**columns)
    return result[result["is_shown"]].reset_index(drop=True)


def _known(row: dict) -> dict:
    return {name: None if value is pd.NA else value for name, value in row.items()}


def _added(rows: list[dict]) -> list[dict]:
    if not rows:
        return []
    steps = [_step(row) for row in rows]
    verdicts, compared = judge(steps, Limits(**{name: rows[0][name] for name in LIMITS}))
    added = [
        _numbers(row, step, others_of(step, steps))
        | {"rest_rate": rest_rate(step, steps), "comparison_count": compared}
        for row, step in zip(rows, steps, strict=True)
    ]
    for row, found, verdict in zip(rows, added, verdicts, strict=True):
        found |= _verdict(verdict)
        found["needed_count"] = found["needed_count"] if verdict.diagnosis == "cant_tell" else None
        found["evidence"] = evidence(row | found)
    prices = _prices(rows, steps, verdicts)
    return [found | money for found, money in zip(added, prices, strict=True)]


def _step(row: dict) -> Step:
    """The counts; what was not counted because nobody took the step is 0, what was not measured stays unknown."""
    return Step(**{field.name: _or_default(row.get(field.name), field.default) for field in fields(Step)})


def _or_default(value: object, default: object) -> object:
    return default if value is None else value


def _numbers(row: dict, step: Step, others: Others) -> dict:
    rate, low, high = rate_with_range(step.resolved_reached_count, step.resolved_count)
    is_ours = WHOLE_PATH < step.link_order < SALE
    return {
        "conversion_rate": rate,
        "low_rate": low,
        "high_rate": high,
        "never_tried_count": row["left_count"] if is_ours else None,
        "no_answer_count": row["left_count"] if step.link_order == SALE else None,
        "waiting_count": row["left_count"] + row["refused_count"] if step.link_order > WHOLE_PATH else None,
        "needed_count": needed_count(step, others),
        "other_resolved_count": others.resolved_count,
        "other_reached_count": others.reached_count,
        "other_rate": others.rate,
        "other_days": others.median_days,
        "other_from_mean": others.from_mean,
        "other_good_count": others.good_count,
        "other_good_reached_count": others.good_reached_count,
        "people": _people(row["waiting_people"]),
        **{name: row[name] for name in DAYS},
    }


def _verdict(verdict: Verdict) -> dict:
    return {
        "diagnosis": verdict.diagnosis,
        "compared_with": verdict.compared_with,
        "adjusted_p_value": verdict.p_value,
        "certainty": _certainty(verdict.p_value),
    }


def _certainty(p_value: float | None) -> str:
    """By how rarely chance alone would show it; our choice, docs/decisions/012."""
    if p_value is None:
        return "medium"
    return "high" if p_value <= 0.01 else "medium" if p_value <= 0.05 else "low"


def _prices(rows: list[dict], steps: list[Step], verdicts: list[Verdict]) -> list[dict]:
    """Low, likely and high of each problem; unknown for what is none."""
    sales = [_sales(row) for row in rows if row["link_order"] == WHOLE_PATH]
    span_days = max(row["longest_age_days"] for row in rows) + 1
    found = []
    for row, step, verdict in zip(rows, steps, verdicts, strict=True):
        money = None
        if verdict.diagnosis in ("missing_link", "leak", "volume"):
            yearly = (people_a_year(row["year_count"], span_days), value_draws(sales, step.path))
            money = price(step, steps, verdict, yearly)
        names = ("low", "likely", "high")
        found.append({f"{name}_amount": Decimal(f"{getattr(money, name):.2f}") if money else None for name in names})
    return found


def _sales(row: dict) -> Sales:
    return Sales(row["path"], row["value_count"], row["value_mean"] or 0.0, row["value_spread"] or 0.0)


def _people(text: str | None) -> str:
    """JSON list of name, key and why of those to start with."""
    people = [line.split("\x1f") for line in text.split("\x1e")[:SHOWN_PEOPLE]] if text else []
    return json.dumps(
        [{"name": name, "key": key, "why": f"{WHY[state]}, last contact {day}"} for name, key, state, day in people],
        ensure_ascii=False,
    )
