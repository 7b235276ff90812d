"""The chance of a first sale of every look, fitted once to all past leads."""

import pyarrow as pa

SCHEMA = pa.schema(
    [
        ("look_key", pa.string()),
        ("win_rate", pa.float64()),
        ("win_low_rate", pa.float64()),
        ("win_high_rate", pa.float64()),
    ]
)


def fit(rows: pa.Table) -> pa.Table:
    """One row per look; rows as the select beside this returns them: past leads, then looks without an outcome."""
    from analytics.models.calibration import Line
    from analytics.models.sale_past import attributes_of, codes_of, numbers, past_of
    from analytics.models.ways import chances

    known = rows.column("look_key").is_null()
    cases, looks = rows.filter(known), rows.filter(rows.column("look_key").is_valid())
    if not len(cases) or not len(looks):
        return SCHEMA.empty_table()
    attributes = attributes_of(cases)
    way, intercept, slope = (
        rows.column(name)[0].as_py() for name in ("way", "correction_intercept", "correction_slope")
    )
    low, likely, high = chances(
        past_of(cases, attributes),
        (codes_of(looks, attributes), numbers(looks, "card_rate")),
        way,
        Line(intercept, slope, 0.0),
    )
    told = (looks.column("look_key"), pa.array(likely), pa.array(low), pa.array(high))
    return pa.table(dict(zip(SCHEMA.names, told, strict=True)), SCHEMA)
