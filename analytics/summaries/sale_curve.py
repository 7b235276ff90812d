"""The learning curve of the chance of a first sale."""

import pyarrow as pa

RATES = ("skill_rate", "skill_low_rate", "skill_high_rate", "area_rate", "area_low_rate", "area_high_rate")
SCHEMA = pa.schema(
    [("taught_count", pa.int64()), ("bought_count", pa.int64())]
    + [(name, pa.float64()) for name in RATES]
    + [("attribute_count", pa.int64()), ("quarter_case_count", pa.int64()), ("before_count", pa.int64())]
)
YEAR_DAYS = 365


def fit(rows: pa.Table) -> pa.Table:
    """One row per number of leads learned from, or one without it where there are too few; rows as in sale_cases."""
    if not len(rows):
        return SCHEMA.empty_table()
    from analytics.models.learning_curve import known_before, learning_curve
    from analytics.models.sale_past import attributes_of, past_of

    attributes = attributes_of(rows)
    past = past_of(rows, attributes)
    telling = sum(len(values) > 1 for values in attributes.values)
    quarter = int(round(past.cases.trials[past.day > past.day.max() - YEAR_DAYS].sum() / 4))
    always = {"attribute_count": telling, "quarter_case_count": quarter, "before_count": known_before(past)}
    told = [_told(step) | always for step in learning_curve(past)] or [always]
    return pa.Table.from_pylist([dict.fromkeys(SCHEMA.names) | row for row in told], SCHEMA)


def _told(step) -> dict[str, float | None]:
    counts = {"taught_count": step.taught_count, "bought_count": step.happened_count}
    return counts | dict(zip(RATES, (*_bounds(step.skill), *_bounds(step.discrimination)), strict=True))


def _bounds(found) -> tuple[float | None, float | None, float | None]:
    return (float(found.likely), float(found.low), float(found.high)) if found else (None, None, None)
