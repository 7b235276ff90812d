"""Whether the regression of later orders beat the mean of everybody on customers who came later."""

import pyarrow as pa

SCHEMA = pa.schema(
    [
        ("is_used", pa.bool_()),
        ("saved_rate", pa.float64()),
        ("saved_low_rate", pa.float64()),
        ("saved_high_rate", pa.float64()),
        ("customer_count", pa.int64()),
        ("came_back_count", pa.int64()),
        ("later_order_count", pa.int64()),
        ("graded_count", pa.int64()),
        ("order_dispersion", pa.float64()),
    ]
)


def fit(rows: pa.Table) -> pa.Table:
    """One row; rows as in repeat_cases."""
    from analytics.models.repeat_past import attributes_of, fitted, judge, numbers, past_of

    past = past_of(rows, attributes_of(rows))
    verdict = judge(past)
    saved = verdict.saved
    counts = [int(numbers(rows, name).sum()) for name in ("customer_count", "came_back_count", "later_order_count")]
    dispersion = fitted(past.orders, verdict.is_used).dispersion if len(rows) else None
    bounds = (saved.likely, saved.low, saved.high) if saved else (None, None, None)
    told = (verdict.is_used, *bounds, *counts, verdict.graded_count, dispersion)
    return pa.Table.from_pylist([dict(zip(SCHEMA.names, told, strict=True))], SCHEMA)
