"""What the cells of a date column say about the order of its parts, for each separator that it uses."""

from analytics.ingest.clean.day_order import OrderEvidence
from analytics.ingest.clean.weekdays import weekday_number
from analytics.ingest.land.expression import Leaf
from analytics.ingest.land.formats import Look

SHAPE = r"^([0-9]{1,2})([/.\- ])([0-9]{1,2})[/.\- ]([0-9]{4}|[0-9]{2})([^0-9]|$)"
# Two-digit years as dates.sql reads them.
PARTS = """
    select n, cell, x, weekday, shape, a, b,
        case when y < 50 then 2000 + y when y < 100 then 1900 + y else y end as y,
        a <> b and a between 1 and 12 and b between 1 and 12 as is_open,
        case when short then y end as c
    from (
        select n, cell, x, weekday, regexp_extract(x, '{shape}', 2) as shape,
            strlen(regexp_extract(x, '{shape}', 4)) = 2 as short,
            try_cast(regexp_extract(x, '{shape}', 1) as integer) as a,
            try_cast(regexp_extract(x, '{shape}', 3) as integer) as b,
            try_cast(regexp_extract(x, '{shape}', 4) as integer) as y
        from (select n, x as cell, without_weekday(x) as x, {weekday} as weekday from {values})
        where regexp_matches(x, '{shape}')
    )
"""
EVIDENCE = """
    with parts as ({parts}),
    fitted as (
        select *, is_open and weekday = isodow({day_first}) as fits_day,
            is_open and weekday = isodow({month_first}) as fits_month
        from parts
    )
    select
        shape,
        coalesce(sum(n) filter (a between 13 and 31 and b between 1 and 12), 0)::bigint,
        coalesce(sum(n) filter (b between 13 and 31 and a between 1 and 12), 0)::bigint,
        coalesce(sum(n) filter (is_open), 0)::bigint,
        coalesce(sum(n) filter (a = b and a between 1 and 12), 0)::bigint,
        min(cell) filter (is_open),
        coalesce(sum(n) filter (fits_day and not fits_month), 0)::bigint,
        coalesce(sum(n) filter (fits_month and not fits_day), 0)::bigint,
        coalesce(sum(n) filter (is_open and not fits_day and not fits_month), 0)::bigint,
        {year_first}
    from fitted group by shape order by shape
"""
# 26-02-13: the part that varies as days do stands last, the one that hardly varies first; 99-02-13 can be no other.
# People who were born in the first 12 days of a month could look so, not five of five. Slips decide nothing: one
# 32-01-25 makes no year of a day, and one 26-13-02 no day of a year.
YEAR_FIRST = """
    avg(coalesce(c between 1 and 31 and b between 1 and 12, false)::integer) >= 0.95 and (
        quantile_disc(a, 0.05) > 31
        or (
            count(distinct c) >= 5 and quantile_disc(c, 0.95) - quantile_disc(c, 0.05) > 15
            and quantile_disc(a, 0.95) - quantile_disc(a, 0.05) <= 15
        )
    )
"""


def order_evidence(look: Look, leaf: Leaf) -> list[OrderEvidence]:
    """What a date column says about day and month, for each separator that it uses."""
    parts = PARTS.format(shape=SHAPE, weekday=weekday_number("x"), values=look.values(leaf))
    day_first, month_first = (f"try_cast(printf('%04d-%02d-%02d', y, {order}) as date)" for order in ("b, a", "a, b"))
    sql = EVIDENCE.format(parts=parts, day_first=day_first, month_first=month_first, year_first=YEAR_FIRST)
    return [OrderEvidence(leaf.header, *found) for found in look.connection.execute(sql).fetchall()]
