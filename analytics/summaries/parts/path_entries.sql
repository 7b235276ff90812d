/*
title:   When each person came onto each path
grain:   one row per person and path
needs:   path_events, customers, deals
returns: person_key, path, entered_date
assumes: somebody who appears on no path at all is on the path of the customer list or the source of the deal; orders alone are
         no journey: nobody would be in it who did not buy
source:  M11, docs/decisions/010
*/
with

on_a_path as (
    select
        person_key,
        path,
        min(event_date) as entered_date
    from path_events
    where path is not null
    group by person_key, path
),

-- orders alone are no journey: nobody would be in it who did not buy
on_no_path as (
    select
        path_events.person_key,
        min(path_events.event_date) as entered_date
    from path_events
    left join on_a_path on path_events.person_key = on_a_path.person_key
    where on_a_path.person_key is null and path_events.link <> 'sale'
    group by path_events.person_key
),

customer_lists as (
    select
        person_key,
        min(path) as path
    from customers
    group by person_key
),

deal_sources as (
    select
        person_key,
        min(source) as source
    from deals
    group by person_key
)

select
    person_key,
    path,
    entered_date
from on_a_path
union all
select
    on_no_path.person_key,
    coalesce(customer_lists.path, deal_sources.source, 'not recorded'),
    on_no_path.entered_date
from on_no_path
left join customer_lists on on_no_path.person_key = customer_lists.person_key
left join deal_sources on on_no_path.person_key = deal_sources.person_key
