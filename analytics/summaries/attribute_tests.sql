/*
title:   Which values of an attribute really differ from the others
grain:   one row per axis, attribute and value that may be compared
parts:   exact_splits
returns: axis, attribute, value_key, p_value, adjusted_p_value
assumes: the value's cases against all other cases whose attribute is known; at least 10 cases of the value, 10 of the
         others and 30 together (H1); adjusted over everything that history_by_attribute compares (H5)
source:  two-sided exact test, Fisher (1922); false discovery rate, Benjamini and Hochberg (1995)
*/
with

observed as (
    select
        axis,
        attribute,
        value_key,
        max(case when number = success_count then probability end) as probability
    from exact_splits
    group by axis, attribute, value_key
),

tested as (
    select
        exact_splits.axis,
        exact_splits.attribute,
        exact_splits.value_key,
        -- exact_splits as likely as the observed one count too, in spite of rounding
        least(
            sum(case when exact_splits.probability <= observed.probability * (1 + 1e-7) then exact_splits.probability else 0 end),
            1.0
        ) as p_value
    from exact_splits
    inner join observed
        on
            exact_splits.axis = observed.axis
            and exact_splits.attribute = observed.attribute
            and exact_splits.value_key = observed.value_key
    group by exact_splits.axis, exact_splits.attribute, exact_splits.value_key
),

ranked as (
    select
        tested.*,
        row_number() over (order by tested.p_value, tested.axis, tested.attribute, tested.value_key) as p_rank,
        count(*) over () as test_count
    from tested
)

select
    axis,
    attribute,
    value_key,
    p_value,
    least(
        min(p_value * test_count / p_rank) over (
            order by p_rank desc
            rows between unbounded preceding and current row
        ),
        1.0
    ) as adjusted_p_value
from ranked
order by axis, attribute, value_key
