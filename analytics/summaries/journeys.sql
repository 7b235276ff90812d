/*
title:   The way of each person on each path
grain:   one row per person and path
needs:   path_events, customer_days, leads, customers, deals
returns: person_key, path, owner, entered_date, lead_generation_date, nurturing_date, is_nurturing_dated, ask_date,
         is_ask_dated, last_ask_date, no_date,
         refused_date, sale_date, is_sale_dated, sale_amount, nurturing_count, ask_count, no_count, event_count,
         last_event_date, is_first_path, is_last_path, was_customer
assumes: the first path is the one that the business wrote beside the (first) lead, else that of the first touch;
         dates are of steps that somebody wrote down: a step that must have happened but is not on record stays null;
         on the first path everything known of the person counts, on a later one what came from the day of entry on;
         the sale is the first from the day of entry on; who had bought before that day was a customer already;
         somebody who appears on no path at all is on the path of the customer list or the source of the deal;
         the owner is the first who is on record: who came later depends on how far they got, and would seem to explain it
source:  M11, docs/decisions/010
*/
with

first_sales as (
    select
        person_key,
        min(event_date) as first_sale_date
    from path_events
    where link = 'sale' and is_dated
    group by person_key
),

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

deal_sources as (
    select
        person_key,
        min(source) as source
    from deals
    group by person_key
),

entries as (
    select
        person_key,
        path,
        entered_date
    from on_a_path
    union all
    select
        on_no_path.person_key,
        coalesce(customers_paths.path, deal_sources.source, 'not recorded'),
        on_no_path.entered_date
    from on_no_path
    left join (select
        person_key,
        min(path) as path
    from customers
    group by person_key) as customers_paths
        on on_no_path.person_key = customers_paths.person_key
    left join deal_sources on on_no_path.person_key = deal_sources.person_key
),

-- the path that the business itself wrote beside the lead goes before an earlier touch on another one
lead_paths as (
    select
        person_key,
        lower(trim(coalesce(path, source))) as path_spelling,
        min(created_at) as created_at
    from leads
    where coalesce(path, source) is not null
    group by person_key, lower(trim(coalesce(path, source)))
),

ranked as (
    select
        entries.person_key,
        entries.path,
        entries.entered_date,
        row_number() over (
            partition by entries.person_key
            order by lead_paths.created_at nulls last, entries.entered_date, entries.path
        ) = 1 as is_first_path,
        row_number() over (partition by entries.person_key order by entries.entered_date desc, entries.path desc) = 1 as is_last_path,
        coalesce(first_sales.first_sale_date < entries.entered_date, false) as was_customer
    from entries
    left join first_sales on entries.person_key = first_sales.person_key
    left join lead_paths
        on entries.person_key = lead_paths.person_key and lower(entries.path) = lead_paths.path_spelling
),

dates as (
    select
        ranked.person_key,
        ranked.path,
        arg_min(
            path_events.owner,
            (path_events.event_date, path_events.link <> 'lead_generation', path_events.owner)
        ) as owner,
        min(case when path_events.link = 'lead_generation' then path_events.event_date end) as lead_generation_date,
        min(case when path_events.link = 'nurturing' and path_events.is_dated then path_events.event_date end)
            as dated_nurturing_date,
        min(case when path_events.link = 'nurturing' then path_events.event_date end) as any_nurturing_date,
        min(case when path_events.link = 'ask' and path_events.is_dated then path_events.event_date end) as dated_ask_date,
        min(case when path_events.link = 'ask' then path_events.event_date end) as any_ask_date,
        max(case when path_events.link = 'ask' then path_events.event_date end) as last_ask_date,
        min(case when path_events.link = 'no' then path_events.event_date end) as no_date,
        max(case when path_events.link = 'no' then path_events.event_date end) as last_no_date,
        max(case when path_events.link = 'lost' then 1 else 0 end) as lost_count,
        min(case
            when path_events.link = 'sale' and path_events.is_dated and path_events.event_date >= ranked.entered_date
                then path_events.event_date
        end) as dated_sale_date,
        max(case when path_events.link = 'sale' and not path_events.is_dated then 1 else 0 end) as undated_sale_count,
        max(path_events.deal_amount) as deal_amount,
        sum(case when path_events.link = 'nurturing' then path_events.event_count else 0 end) as nurturing_count,
        sum(case when path_events.link = 'ask' then path_events.event_count else 0 end) as ask_count,
        sum(case when path_events.link = 'no' then path_events.event_count else 0 end) as no_count,
        sum(path_events.event_count) as event_count,
        max(path_events.event_date) as last_event_date
    from ranked
    inner join path_events on ranked.person_key = path_events.person_key
    where ranked.is_first_path or path_events.event_date >= ranked.entered_date
    group by ranked.person_key, ranked.path
),

first_orders as (
    select
        ranked.person_key,
        ranked.path,
        min(customer_days.order_date) as order_date
    from ranked
    inner join customer_days on ranked.person_key = customer_days.person_key
    where customer_days.order_date >= ranked.entered_date and customer_days.order_count > 0
    group by ranked.person_key, ranked.path
),

first_amounts as (
    select
        first_orders.person_key,
        first_orders.path,
        sum(customer_days.revenue_amount) as revenue_amount
    from first_orders
    inner join customer_days
        on first_orders.person_key = customer_days.person_key and first_orders.order_date = customer_days.order_date
    group by first_orders.person_key, first_orders.path
),

sales as (
    select
        person_key,
        path,
        -- a status says that, not when: nothing is known after the last thing that happened
        coalesce(dated_sale_date, case when undated_sale_count = 1 then last_event_date end) as sale_date
    from dates
)

select
    ranked.person_key,
    ranked.path,
    dates.owner,
    ranked.entered_date,
    dates.lead_generation_date,
    -- a status says that, not when: a day that somebody wrote down goes before it
    coalesce(dates.dated_nurturing_date, dates.any_nurturing_date) as nurturing_date,
    dates.dated_nurturing_date is not null as is_nurturing_dated,
    coalesce(dates.dated_ask_date, dates.any_ask_date) as ask_date,
    dates.dated_ask_date is not null as is_ask_dated,
    -- asks after the sale are for the next sale
    case
        when dates.last_ask_date <= coalesce(sales.sale_date, dates.last_ask_date) then dates.last_ask_date
        else coalesce(dates.dated_ask_date, dates.any_ask_date)
    end as last_ask_date,
    dates.no_date,
    case
        when sales.sale_date is not null then null
        when dates.lost_count = 1 then dates.last_event_date
        when dates.last_no_date >= coalesce(dates.last_ask_date, dates.last_no_date) then dates.last_no_date
    end as refused_date,
    sales.sale_date,
    dates.dated_sale_date is not null as is_sale_dated,
    case when sales.sale_date is not null then coalesce(first_amounts.revenue_amount, dates.deal_amount) end as sale_amount,
    dates.nurturing_count,
    dates.ask_count,
    dates.no_count,
    dates.event_count,
    dates.last_event_date,
    ranked.is_first_path,
    ranked.is_last_path,
    ranked.was_customer
from ranked
inner join dates on ranked.person_key = dates.person_key and ranked.path = dates.path
inner join sales on ranked.person_key = sales.person_key and ranked.path = sales.path
left join first_amounts on ranked.person_key = first_amounts.person_key and ranked.path = first_amounts.path
order by ranked.is_first_path desc, ranked.path asc, ranked.person_key asc
