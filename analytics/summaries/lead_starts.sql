/*
title:   How each lead began, and whether it bought
grain:   one row per person who was a lead before they bought
needs:   lead_states, path_events, data_span, cut_offs
returns: person_key, created_date, industry, site_band, product, path, referral, is_settled, is_bought, is_bought_late
assumes: attributes are those of the first lead row; bought = a sale within the window after it; settled = the window is
         over, a younger lead is in play and neither; bought late = a sale after the window; who had bought before was a customer already and is left out
source:  M17, H4, docs/decisions/020
*/
with

limits as (
    select max(case when name = 'sale_window_days' then cast(value as double) end) as window_days
    from cut_offs
),

spans as (
    select max(last_day) as last_day
    from data_span
),

first_rows as (
    select
        person_key,
        max(newness) as newness
    from lead_states
    group by person_key
),

first_sales as (
    select
        person_key,
        min(event_date) as sale_date
    from path_events
    where link = 'sale'
    group by person_key
)

select
    lead_states.person_key,
    lead_states.created_date,
    lead_states.industry,
    lead_states.site_band,
    lead_states.product,
    lead_states.path,
    lead_states.referral,
    date_diff('day', lead_states.created_date, spans.last_day) >= limits.window_days as is_settled,
    coalesce(date_diff('day', lead_states.created_date, first_sales.sale_date) <= limits.window_days, false)
        as is_bought,
    coalesce(date_diff('day', lead_states.created_date, first_sales.sale_date) > limits.window_days, false)
        as is_bought_late
from first_rows
cross join limits
cross join spans
inner join lead_states
    on first_rows.person_key = lead_states.person_key and first_rows.newness = lead_states.newness
left join first_sales on first_rows.person_key = first_sales.person_key
where coalesce(first_sales.sale_date >= lead_states.created_date, true)
order by lead_states.person_key
