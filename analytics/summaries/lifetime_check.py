"""The hold-out check of the model of repeat orders: fitted before, compared with what came."""

import numpy as np
import pyarrow as pa

from analytics.errors import NotEnoughCases
from analytics.models.clv import Histories

BANDS = np.array([0, 1, 2, 3, 4, 7])
COUNTED = ("customer_count", "later_count", "model_count", "rhythm_count", "same_count")
ERRORS = ("model_error", "rhythm_error", "same_error")
SCHEMA = pa.schema(
    [("repeat_band", pa.int64()), ("horizon_days", pa.int64()), ("model_state", pa.string())]
    + [(name, pa.float64()) for name in (*COUNTED, *ERRORS)]
)


def fit(rows: pa.Table) -> pa.Table:
    """Customers, orders that came and orders expected by each estimate, by number of repeat orders before."""
    if not len(rows):
        return SCHEMA.empty_table()
    cells = {name: rows[name].to_numpy().astype(float) for name in rows.column_names}
    expected, state = _expected(cells)
    cells["model_count"] = cells["customer_count"] * expected
    # The same expectation for all of a cell: the squares open into sums that the cell has.
    cells["model_error"] = cells["later_square"] - 2 * expected * cells["later_count"] + expected * cells["model_count"]
    for name in ("rhythm_count", "rhythm_error"):
        cells[name] = np.where(cells["rhythm_known_count"] == cells["customer_count"], cells[name], np.nan)
    return _by_band(cells, state)


def _expected(cells: dict[str, np.ndarray]) -> tuple[np.ndarray, str]:
    """Orders expected of one customer of each cell, not-a-number without a model, and the state of the model."""
    from analytics.models.clv_fit import fit_orders

    histories = Histories(
        *(cells[name] for name in ("repeat_order_count", "recency_days", "age_days", "customer_count"))
    )
    try:
        return fit_orders(histories).forecast(histories, float(cells["horizon_days"][0])).mean, "fitted"
    except NotEnoughCases as error:
        return np.full(len(histories.age), np.nan), error.code


def _by_band(cells: dict[str, np.ndarray], state: str) -> pa.Table:
    band = np.searchsorted(BANDS, cells["repeat_order_count"], side="right") - 1
    present = np.unique(band)
    sums = {name: np.bincount(band, weights=cells[name])[present] for name in (*COUNTED, *ERRORS)}
    columns = {
        "repeat_band": BANDS[present],
        "horizon_days": np.full(len(present), int(cells["horizon_days"][0])),
        "model_state": [state] * len(present),
        **sums,
    }
    # Not-a-number stands for an estimate that does not exist, which the table calls null.
    return pa.table({field.name: pa.array(columns[field.name], field.type, from_pandas=True) for field in SCHEMA})
