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
    import numpy as np

    from analytics.models.best_out_of_time import regression
    from analytics.models.sale_past import attributes_of, past_of

    if not len(rows):
        return SCHEMA.empty_table()
    attributes = attributes_of(rows)
    past = past_of(rows, attributes)
    found = regression(past)
    deviation = np.sqrt(np.maximum(np.diag(found.covariance), 0.0))[1:]
    told, place = [], 0
    for column, (name, values) in enumerate(zip(attributes.names, attributes.values, strict=True)):
        for code, value in enumerate(values):
            mine = past.cases.codes[:, column] == code
            counts = int(past.cases.trials[mine].sum()), int(past.cases.events[mine].sum())
            told.append((name, value, float(found.effects[column][code]), float(deviation[place]), *counts))
            place += 1
    return pa.Table.from_pylist([dict(zip(SCHEMA.names, row, strict=True)) for row in told], SCHEMA)
