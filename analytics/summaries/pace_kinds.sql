/*
title:   Kinds of customers, by the trait that tells best how often they order
grain:   one row per kind; none where no trait tells enough, then all customers are of one kind
needs:   cut_offs
parts:   pace_traits
returns: kind_number, trait, value, kind, returned_count, explained_rate
assumes: a kind has ten customers who came back or more (H1), the 30 with most of them count; all others are kind 0;
         explained_rate = part of the variance of the logarithm of the customers' own mean gaps that lies between the kinds,
         of the whole, not of these customers (omega squared); a trait counts from kind_explained_share on,
         of traits alike to a tenth the first by name
source:  Hays (1963), "Statistics for Psychologists"; docs/decisions/030
*/
with

valued as (
    select
        trait,
        value,
        min(name) as kind,
        count(*) as returned_count,
        sum(log_gap) as log_sum,
        sum(log_gap * log_gap) as log_square,
        row_number() over (partition by trait order by count(*) desc, value asc) as place
    from pace_traits
    where log_gap is not null and value is not null
    group by trait, value
    having count(*) >= 10
),

alls as (
    select
        trait,
        count(*) as returned_count,
        sum(log_gap) as log_sum,
        sum(log_gap * log_gap) as log_square
    from pace_traits
    where log_gap is not null
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
    from valued
    where place <= 30
    group by trait
),

-- the others are one group more
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
),

judged as (
    select
        trait,
        (all_square - within_square - (group_count - 1) * within_square / (returned_count - group_count))
        / nullif(all_square + within_square / (returned_count - group_count), 0) as explained_rate
    from spreads
    where group_count > 1 and returned_count > group_count
),

best as (
    select
        judged.trait,
        judged.explained_rate,
        row_number() over (order by round(judged.explained_rate, 1) desc, judged.trait asc) as place
    from judged
    inner join cut_offs on cut_offs.name = 'kind_explained_share'
    where judged.explained_rate >= cast(cut_offs.value as double)
)

select
    valued.place as kind_number,
    valued.trait,
    valued.value,
    valued.kind,
    valued.returned_count,
    best.explained_rate
from valued
inner join best on valued.trait = best.trait
where best.place = 1 and valued.place <= 30
order by valued.place
