"""The way of predicting a first sale that was best on leads that came later."""

import pyarrow as pa

NUMBERS = (
    *("brier", "skill_rate", "skill_low_rate", "skill_high_rate", "area_rate", "area_low_rate", "area_high_rate"),
    *("slope", "correction_intercept", "correction_slope"),
)
COUNTS = ("case_count", "bought_count", "graded_count", "graded_bought_count")
SCHEMA = pa.schema(
    [("way", pa.string()), ("is_used", pa.bool_()), ("is_shown", pa.bool_())]
    + [(name, pa.float64()) for name in NUMBERS]
    + [(name, pa.int64()) for name in COUNTS]
)


def fit(rows: pa.Table) -> pa.Table:
    """One row per way, with its grades; rows as the select beside this returns them."""
    import numpy as np

    from analytics.models.best_out_of_time import judge
    from analytics.models.grouped_cases import Grouped
    from analytics.models.out_of_time import Graded
    from analytics.models.sale_past import numbers
    from analytics.models.ways import WAYS

    graded = rows.filter(rows.column("case_count").is_valid())
    cases = Grouped(np.empty((len(graded), 0), int), (), numbers(graded, "bought_count"), numbers(graded, "case_count"))
    rates = {way: numbers(graded, f"{way}_rate") for way in WAYS}
    raw = {way: numbers(graded, f"{way}_raw_rate") for way in WAYS}
    case_count = rows.column("known_case_count")[0].as_py()
    verdict = judge(cases, Graded(np.arange(len(graded)), cases.trials, raw, rates), int(case_count))
    bought = int(rows.column("known_bought_count")[0].as_py())
    return pa.Table.from_pylist([_row(verdict, way, bought) for way in WAYS], SCHEMA)


def _row(verdict, way: str, bought: int) -> dict[str, object]:
    grade = verdict.grades[way]
    row = {"way": way, "is_used": way == verdict.way, "is_shown": verdict.is_shown, "brier": grade.brier}
    row |= _bounds("skill", grade.skill) | _bounds("area", grade.discrimination)
    row |= {
        "slope": grade.line.slope if grade.line else None,
        "correction_intercept": verdict.correction.intercept,
        "correction_slope": verdict.correction.slope,
        "case_count": verdict.case_count,
        "bought_count": bought,
        "graded_count": verdict.graded_count,
        "graded_bought_count": verdict.graded_happened,
    }
    return row


def _bounds(name: str, found) -> dict[str, float | None]:
    if found is None:
        return dict.fromkeys((f"{name}_rate", f"{name}_low_rate", f"{name}_high_rate"))
    return {
        f"{name}_rate": float(found.likely),
        f"{name}_low_rate": float(found.low),
        f"{name}_high_rate": float(found.high),
    }
