/*
title:   What the filters offer
grain:   one row per filter and value found in the data
needs:   canonical.customers, canonical.orders, canonical.leads, canonical.touches, canonical.path_counts,
         canonical.deals, canonical.interactions, canonical.quotas
returns: filter_name, choice, row_count
*/
with

found as (
    select
        'owner' as filter_name,
        owner as choice,
        count(*) as row_count
    from canonical.orders
    group by owner
    union all
    select
        'owner',
        owner,
        count(*)
    from canonical.leads
    group by owner
    union all
    select
        'owner',
        owner,
        count(*)
    from canonical.touches
    group by owner
    union all
    select
        'owner',
        owner,
        count(*)
    from canonical.deals
    group by owner
    union all
    select
        'owner',
        owner,
        count(*)
    from canonical.interactions
    group by owner
    union all
    select
        'owner',
        owner,
        count(*)
    from canonical.quotas
    group by owner
    union all
    select
        'path',
        path,
        count(*)
    from canonical.customers
    group by path
    union all
    select
        'path',
        path,
        count(*)
    from canonical.leads
    group by path
    union all
    select
        'path',
        path,
        count(*)
    from canonical.touches
    group by path
    union all
    select
        'path',
        path,
        count(*)
    from canonical.path_counts
    group by path
)

select
    filter_name,
    choice,
    cast(sum(row_count) as bigint) as row_count
from found
where choice is not null
group by filter_name, choice
order by filter_name, choice
