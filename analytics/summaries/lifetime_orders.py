"""What the model of repeat orders says of each history that occurs."""

import numpy as np
import pyarrow as pa

from analytics.models.clv import Histories, OrderModel

KEYS = ("repeat_order_count", "recency_step", "age_step")
FORECAST = {
    "alive_rate": "alive_rate",
    "model_order_count": "mean",
    "order_variance": "variance",
    "low_order_count": "low",
    "likely_order_count": "likely",
    "high_order_count": "high",
}
SCHEMA = pa.schema([(name, pa.int64()) for name in KEYS] + [(name, pa.float64()) for name in FORECAST])


def fit(rows: pa.Table) -> pa.Table:
    """Chance of still being a customer and orders of the next 12 months, with range, for each history."""
    if not len(rows):
        return SCHEMA.empty_table()
    keys = {name: rows[name].cast(pa.int64()) for name in KEYS}
    if rows["r"][0].as_py() is None:
        nothing = pa.nulls(len(rows), pa.float64())
        return pa.table({**keys, **dict.fromkeys(FORECAST, nothing)}, schema=SCHEMA)
    first = {name: rows[name][0].as_py() for name in ("r", "alpha", "a", "b", "horizon_days")}
    horizon = float(first.pop("horizon_days"))
    names = ("repeat_order_count", "recency_days", "age_days", "customer_count")
    histories = Histories(*(rows[name].to_numpy().astype(float) for name in names))
    found = OrderModel(**first, log_likelihood=np.nan).forecast(histories, horizon)
    return pa.table({**keys, **{name: getattr(found, part) for name, part in FORECAST.items()}}, schema=SCHEMA)
