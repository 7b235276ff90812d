/*
title:   What became of the names that asks brought
grain:   one row
needs:   introductions, data_span
returns: settled_names_count, settled_won_count, won_mean_amount, won_deviation_amount
assumes: only introductions from the ledger: one that nobody asked for says nothing of what an ask brings; settled = half a year old or
         older on the last day of the data; won = by the first who named them and after it: a name that was known already brings
         nothing more
source:  M8, docs/decisions/037
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
)

select
    count(case when coalesce(introductions.given_date, introductions.asked_date) <= spans.last_day - 182 then 1 end)
        as settled_names_count,
    count(
        case
            when
                coalesce(introductions.given_date, introductions.asked_date) <= spans.last_day - 182
                and introductions.is_first
                and introductions.is_won
                then 1
        end
    ) as settled_won_count,
    avg(case when introductions.is_first then cast(introductions.won_amount as double) end) as won_mean_amount,
    stddev_samp(case when introductions.is_first then cast(introductions.won_amount as double) end) as won_deviation_amount
from introductions
cross join spans
where introductions.is_in_ledger
