"""The effects of the regression of later orders on what was known before the first order."""

import pyarrow as pa

SCHEMA = pa.schema(
    [
        ("attribute", pa.string()),
        ("value_key", pa.string()),
        ("effect", pa.float64()),
        ("deviation", pa.float64()),
        ("customer_count", pa.int64()),
        ("came_back_count", pa.int64()),
    ]
)


def fit(rows: pa.Table) -> pa.Table:
    """One row per attribute and value; rows as in repeat_cases."""
    from analytics.models.grouped_regression import fit_numbers, told_effects
    from analytics.models.repeat_past import attributes_of, numbers, past_of

    if not len(rows):
        return SCHEMA.empty_table()
    attributes = attributes_of(rows)
    past = past_of(rows, attributes)
    counts = (past.customers, numbers(rows, "came_back_count"))
    found = told_effects(attributes, fit_numbers(past.orders), past.orders.codes, counts)
    return pa.Table.from_pylist([dict(zip(SCHEMA.names, row, strict=True)) for row in found], SCHEMA)
