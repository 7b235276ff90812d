/*
title:   What is known of each person on a path that may tell why people drop
grain:   one row per person on the first path who had not bought before
needs:   journeys, lead_states, touches
returns: person_key, path, owner, source, industry, site_band, product, referral, content, response
assumes: source, industry, sites, product and referral of the first lead row; content = of the first touch that has one; response = days
         from coming in to the first contact or ask with a day on record, null where there was none
source:  M12, H5, docs/decisions/016
*/
with

first_rows as (
    select
        person_key,
        max(newness) as newness
    from lead_states
    group by person_key
),

first_contents as (
    select
        person_key,
        arg_min(content, happened_at) as content
    from touches
    where content is not null
    group by person_key
),

responses as (
    select
        person_key,
        path,
        owner,
        date_diff(
            'day',
            entered_date,
            least(case when is_nurturing_dated then nurturing_date end, case when is_ask_dated then ask_date end)
        ) as response_days
    from journeys
    where is_first_path and not was_customer
)

select
    responses.person_key,
    responses.path,
    responses.owner,
    lead_states.source,
    lead_states.industry,
    lead_states.site_band,
    lead_states.product,
    lead_states.referral,
    first_contents.content,
    case
        when responses.response_days < 0 then null
        when responses.response_days <= 1 then 'within a day'
        when responses.response_days <= 7 then '2 to 7 days'
        when responses.response_days <= 30 then '8 to 30 days'
        when responses.response_days is not null then 'after 30 days'
    end as response
from responses
left join first_rows on responses.person_key = first_rows.person_key
left join lead_states on first_rows.person_key = lead_states.person_key and first_rows.newness = lead_states.newness
left join first_contents on responses.person_key = first_contents.person_key
order by responses.person_key
