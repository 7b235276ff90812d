"""From the counts of funnel/diagnosis to its answer: judged, priced, in words, with exact money and true nulls."""

import json
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa

from analytics.models.funnel import LIMITS, SALE, TESTS, Limits, judge, needed_count
from analytics.models.funnel_price import price, rest_rate
from analytics.questions.funnel.evidence import evidence

MONEY = pd.ArrowDtype(pa.decimal128(18, 2))
TEXT = pd.ArrowDtype(pa.string())
WHOLE = pd.ArrowDtype(pa.int64())
REAL = pd.ArrowDtype(pa.float64())
NOT_NUMBERS = ("path", "link", "from_link", "waiting_people", "as_of_date", "is_shown")
ADDED = {
    "diagnosis": TEXT,
    "evidence": TEXT,
    "compared_with": TEXT,
    "never_tried_count": WHOLE,
    "no_answer_count": WHOLE,
    "waiting_count": WHOLE,
    "conversion_rate": REAL,
    "low_rate": REAL,
    "high_rate": REAL,
    "other_resolved_count": WHOLE,
    "other_reached_count": WHOLE,
    "other_rate": REAL,
    "adjusted_p_value": REAL,
    "other_days": REAL,
    "rest_rate": REAL,
    "low_amount": MONEY,
    "likely_amount": MONEY,
    "high_amount": MONEY,
    "needed_count": WHOLE,
    "certainty": TEXT,
    "people": TEXT,
    "comparison_count": WHOLE,
}
WHY = {"refused": "said no", "left": "no further step"}


def judged_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The answer of funnel/diagnosis.

    rows    : what its SQL returns, every path, so that each can be compared; is_shown marks those to keep.
    returns : the same rows with the columns of ADDED; only those shown.
    """
    judged = _judged(rows) if len(rows) else pd.DataFrame(columns=list(ADDED))
    added = {
        name: pd.array([None if _is_unknown(value) else value for value in judged[name]], dtype=kind)
        for name, kind in ADDED.items()
    }
    result = rows.assign(**added)
    return result[result["is_shown"]].reset_index(drop=True)


def _judged(rows: pd.DataFrame) -> pd.DataFrame:
    limits = Limits(**{name: float(rows[name].iloc[0]) for name in LIMITS})
    judged = judge(_numbers(rows), limits)
    judged["other_reached_count"] = judged["other_resolved_reached_count"]
    judged["comparison_count"] = judged[list(TESTS)].notna().sum().sum()
    judged["rest_rate"] = [rest_rate(judged, row) for _, row in judged.iterrows()]
    judged["never_tried_count"] = judged["left_count"].where(judged["link"].isin(["nurturing", "ask"]))
    judged["no_answer_count"] = judged["left_count"].where(judged["link_order"] == SALE)
    judged["waiting_count"] = (judged["left_count"] + judged["refused_count"]).where(judged["link_order"] > 1)
    judged["needed_count"] = [needed_count(row) for row in judged.itertuples()]
    judged["needed_count"] = judged["needed_count"].where(judged["diagnosis"] == "cant_tell")
    judged["evidence"] = [evidence(row) for row in judged.itertuples()]
    judged["certainty"] = [_certainty(row) for row in judged.itertuples()]
    judged["people"] = [_people(text) for text in judged["waiting_people"]]
    return judged.join(_prices(judged))


def _numbers(rows: pd.DataFrame) -> pd.DataFrame:
    """Plain floats for the statistics, unknown as NaN; texts as they are."""
    numeric = {
        name: rows[name].to_numpy(dtype=float, na_value=np.nan) for name in rows.columns if name not in NOT_NUMBERS
    }
    texts = {name: rows[name].astype(object).to_list() for name in NOT_NUMBERS}
    return pd.DataFrame({**texts, **numeric})


def _prices(judged: pd.DataFrame) -> pd.DataFrame:
    found = [price(judged, index) for index in judged.index]
    money = [(_cents(one.low), _cents(one.likely), _cents(one.high)) if one else (None,) * 3 for one in found]
    return pd.DataFrame(money, columns=["low_amount", "likely_amount", "high_amount"], index=judged.index, dtype=object)


def _cents(amount: float) -> Decimal:
    return Decimal(f"{amount:.2f}")


def _certainty(row) -> str:
    """Our choice, docs/decisions/012: by how rarely chance alone would show it."""
    if np.isnan(row.adjusted_p_value):
        return "medium"
    return "high" if row.adjusted_p_value <= 0.01 else "medium" if row.adjusted_p_value <= 0.05 else "low"


def _people(text: str | None) -> str:
    """JSON list of name, key and why of those to start with."""
    if _is_unknown(text):
        return "[]"
    people = [line.split("\x1f") for line in text.split("\x1e")]
    return json.dumps(
        [{"name": name, "key": key, "why": f"{WHY[state]}, last contact {day}"} for name, key, state, day in people],
        ensure_ascii=False,
    )


def _is_unknown(value: object) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value))
