/*
title:   How much of the difference in how often customers order each trait explains
grain:   one row per trait that has kinds
parts:   pace_traits, paces_by_value
returns: trait, explained_rate, chance_rate
assumes: explained_rate = part of the variance of log_pace that lies between the kinds, of the whole, not of these customers
         (omega squared); whoever is of no kind is of one group more; chance_rate = four standard deviations of
         what is found by chance where nothing is to be found
source:  Hays (1963), "Statistics for Psychologists"; where nothing is to be found, (groups - 1) x F is close to chi-squared,
         whose variance is 2 x (groups - 1)
*/
with

alls as (
    select
        trait,
        count(*) as returned_count,
        sum(log_pace) as log_sum,
        sum(log_pace * log_pace) as log_square
    from pace_traits
    where log_pace is not null
    group by trait
),

kept as (
    select
        trait,
        count(*) as kind_count,
        sum(returned_count) as returned_count,
        sum(log_sum) as log_sum,
        sum(log_square) as log_square,
        sum(log_square - log_sum * log_sum / returned_count) as within_square
    from paces_by_value
    group by trait
),

spreads as (
    select
        alls.trait,
        alls.returned_count,
        kept.kind_count + case when alls.returned_count > kept.returned_count then 1 else 0 end as group_count,
        alls.log_square - alls.log_sum * alls.log_sum / alls.returned_count as all_square,
        kept.within_square + case
            when alls.returned_count > kept.returned_count
                then
                    alls.log_square - kept.log_square
                    - (alls.log_sum - kept.log_sum) * (alls.log_sum - kept.log_sum)
                    / (alls.returned_count - kept.returned_count)
            else 0
        end as within_square
    from alls
    inner join kept on alls.trait = kept.trait
)

select
    trait,
    (all_square - within_square - (group_count - 1) * within_square / (returned_count - group_count))
    / nullif(all_square + within_square / (returned_count - group_count), 0) as explained_rate,
    4 * sqrt(2 * (group_count - 1)) / returned_count as chance_rate
from spreads
where group_count > 1 and returned_count > group_count
