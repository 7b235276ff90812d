/*
title:   Kinds of customers, by the trait that tells best how often they order
grain:   one row per kind; none where no trait tells enough, then all customers are of one kind
needs:   cut_offs
parts:   paces_by_value, explained_rates
returns: kind_number, trait, value, kind, returned_count, explained_rate
assumes: a kind has ten customers who came back or more (H1), the 30 with most of them count; all others are kind 0; a trait
         counts from kind_explained_share on, and only if chance alone would hardly bring as much; of traits
         alike to a tenth the first by name
source:  docs/decisions/030
*/
with

best as (
    select
        explained_rates.trait,
        explained_rates.explained_rate,
        row_number() over (order by round(explained_rates.explained_rate, 1) desc, explained_rates.trait asc) as place
    from explained_rates
    inner join cut_offs on cut_offs.name = 'kind_explained_share'
    where
        explained_rates.explained_rate >= cast(cut_offs.value as double)
        and explained_rates.explained_rate >= explained_rates.chance_rate
)

select
    paces_by_value.place as kind_number,
    paces_by_value.trait,
    paces_by_value.value,
    paces_by_value.kind,
    paces_by_value.returned_count,
    best.explained_rate
from paces_by_value
inner join best on paces_by_value.trait = best.trait
where best.place = 1
order by paces_by_value.place
