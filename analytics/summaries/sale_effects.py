"""The effects of the logistic regression of first sales on what was known when the lead came in."""

import pyarrow as pa

SCHEMA = pa.schema(
    [
        ("attribute", pa.string()),
        ("value_key", pa.string()),
        ("effect", pa.float64()),
        ("deviation", pa.float64()),
        ("case_count", pa.int64()),
        ("bought_count", pa.int64()),
    ]
)


def fit(rows: pa.Table) -> pa.Table:
    """One row per attribute and value; rows as in sale_cases."""
    from analytics.models.grouped_regression import told_effects
    from analytics.models.sale_past import attributes_of, past_of
    from analytics.models.ways import regression

    if not len(rows):
        return SCHEMA.empty_table()
    attributes = attributes_of(rows)
    past = past_of(rows, attributes)
    counts = (past.cases.trials, past.cases.events)
    found = told_effects(attributes, regression(past), past.cases.codes, counts)
    return pa.Table.from_pylist([dict(zip(SCHEMA.names, row, strict=True)) for row in found], SCHEMA)
