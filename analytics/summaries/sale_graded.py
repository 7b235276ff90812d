"""Leads that came later, as each way of predicting a sale would have seen them."""

import pyarrow as pa

KEPT = ("case_month", "case_count", "bought_count")


def fit(rows: pa.Table) -> pa.Table:
    """What everybody's rate, the points card and the regression would have said of each; rows as in sale_cases."""
    from analytics.models.out_of_time import grade_out_of_time
    from analytics.models.sale_past import attributes_of, past_of
    from analytics.models.ways import WAYS

    graded = grade_out_of_time(past_of(rows, attributes_of(rows)))
    kept = rows.select(list(KEPT)).take(pa.array(graded.rows, pa.int64()))
    told = {"taught_count": pa.array(graded.taught_count, pa.int64())}
    told |= {f"{way}_rate": pa.array(graded.rates[way], pa.float64()) for way in WAYS}
    told |= {f"{way}_raw_rate": pa.array(graded.raw[way], pa.float64()) for way in WAYS}
    return pa.table({**{name: kept.column(name) for name in KEPT}, **told})
