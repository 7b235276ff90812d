"""The model of repeat orders, fitted to all customers."""

import pyarrow as pa

from analytics.errors import NotEnoughCases
from analytics.models.clv import Histories

PARAMETERS = ("r", "alpha", "a", "b")
SCHEMA = pa.schema(
    [("customer_count", pa.int64()), ("repeat_customer_count", pa.int64()), ("model_state", pa.string())]
    + [(name, pa.float64()) for name in PARAMETERS]
)


def fit(rows: pa.Table) -> pa.Table:
    """One row: parameters of BG/NBD, or why there are none."""
    if not len(rows):
        return SCHEMA.empty_table()
    histories = Histories(*(rows[name].to_numpy().astype(float) for name in rows.column_names))
    came_back = histories.customer_count[histories.repeat_order_count > 0].sum()
    found = {"customer_count": int(histories.customer_count.sum()), "repeat_customer_count": int(came_back)}
    return pa.Table.from_pylist([{**found, **_parameters(histories)}], schema=SCHEMA)


def _parameters(histories: Histories) -> dict[str, float | str | None]:
    from analytics.models.clv_fit import fit_orders

    try:
        model = fit_orders(histories)
    except NotEnoughCases as error:
        return {"model_state": error.code}
    return {"model_state": "fitted", **{name: getattr(model, name) for name in PARAMETERS}}
