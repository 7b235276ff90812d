/*
title:   What became of past cases, by what was known of them before
grain:   one row per axis, attribute and value
parts:   attribute_cases
returns: axis, attribute, value_key, value, case_count, success_count, later_mean_amount, later_deviation_amount,
         known_count, known_success_count
assumes: axis repeat: customers whose window is over, success = came back; axis sale: leads whose window is over,
         success = bought; spellings that differ in case or spaces are one value; whoever lacks the attribute is not
         counted in it; later amounts are of those who came back
source:  M17, H4
*/
with

counted as (
    select
        axis,
        attribute,
        lower(trim(value)) as value_key,
        min(trim(value)) as value,
        count(*) as case_count,
        count(case when is_success then 1 end) as success_count,
        avg(case when is_success then cast(later_amount as double) end) as later_mean_amount,
        stddev_samp(case when is_success then cast(later_amount as double) end) as later_deviation_amount
    from attribute_cases
    where value is not null
    group by axis, attribute, lower(trim(value))
)

select
    axis,
    attribute,
    value_key,
    value,
    case_count,
    success_count,
    later_mean_amount,
    later_deviation_amount,
    cast(sum(case_count) over (partition by axis, attribute) as bigint) as known_count,
    cast(sum(success_count) over (partition by axis, attribute) as bigint) as known_success_count
from counted
order by axis, attribute, value_key
