"""The model of order values, fitted to all customers who came back."""

import pyarrow as pa

from analytics.errors import NotEnoughCases

PARAMETERS = ("p", "q", "gamma")
SCHEMA = pa.schema(
    [("valued_count", pa.int64()), ("correlation", pa.float64()), ("value_state", pa.string())]
    + [(name, pa.float64()) for name in PARAMETERS]
)


def fit(rows: pa.Table) -> pa.Table:
    """One row: parameters of Gamma-Gamma, or why there are none."""
    if not len(rows):
        return SCHEMA.empty_table()
    from analytics.models.order_value import MeanValues, fit_values

    values = MeanValues(*(rows[name].to_numpy().astype(float) for name in rows.column_names))
    found = {"valued_count": int(values.customer_count.sum()), "correlation": values.correlation()}
    try:
        model = fit_values(values)
    except NotEnoughCases as error:
        return pa.Table.from_pylist([{**found, "value_state": error.code}], schema=SCHEMA)
    parameters = {name: getattr(model, name) for name in PARAMETERS}
    return pa.Table.from_pylist([{**found, "value_state": "fitted", **parameters}], schema=SCHEMA)
