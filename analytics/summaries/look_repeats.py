"""Orders and money after the first order for every look, fitted once to all past customers."""

import pyarrow as pa

LEAST_CAME_BACK = 10
NUMBERS = ("low_orders", "likely_orders", "high_orders", "low_amount", "likely_amount", "high_amount")
SCHEMA = pa.schema([("look_key", pa.string()), *((name, pa.float64()) for name in NUMBERS)])


def fit(rows: pa.Table) -> pa.Table:
    """One row per look; rows as the select beside this returns them: past customers, then looks without a past."""
    from analytics.models.repeat_past import attributes_of, codes_of, expected, fitted, numbers, past_of

    cases = rows.filter(rows.column("look_key").is_null())
    looks = rows.filter(rows.column("look_key").is_valid())
    if numbers(cases, "came_back_count").sum() < LEAST_CAME_BACK or not len(looks):
        nothing = [pa.nulls(len(looks), pa.float64())] * len(NUMBERS)
        return pa.table([looks.column("look_key"), *nothing], SCHEMA)
    attributes, is_used = attributes_of(cases), rows.column("is_used")[0].as_py()
    past, codes = past_of(cases, attributes), codes_of(looks, attributes)
    found = [expected(fitted(each, is_used), codes) for each in (past.orders, past.money)]
    return pa.table([looks.column("look_key"), *(pa.array(bound) for each in found for bound in each)], SCHEMA)
