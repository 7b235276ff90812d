/*
title:   The paths of each person in the order in which they were touched
grain:   one row per person and path, of people who had not bought before
needs:   journeys, usual_days
returns: person_key, path, owner, entered_date, next_entered_date, place, earliest_path, is_own, asked_date, sale_date,
         sale_amount, usual_days, person_owner, person_entered_date, person_sale_date, person_refused_date,
         person_usual_days, person_last_event_date
assumes: in the order of the day of entry, of equal days by name; next_entered_date is that of the path after it, so that
         the path touched last is known for any day; usual days go from entry to sale; own = the path written beside the
         lead, else of the first touch; the person's owner, refusal and usual time are those of the own path
source:  M11, docs/decisions/018
*/
with

ordered as (
    select
        person_key,
        path,
        owner,
        entered_date,
        least(ask_date, sale_date) as asked_date,
        sale_date,
        sale_amount,
        refused_date,
        last_event_date,
        is_first_path as is_own,
        row_number() over (partition by person_key order by entered_date asc, path asc) as place,
        first_value(path) over (partition by person_key order by entered_date asc, path asc) as earliest_path,
        lead(entered_date) over (partition by person_key order by entered_date asc, path asc) as next_entered_date
    from journeys
    where not was_customer
),

persons as (
    select
        person_key,
        max(case when is_own then path end) as own_path,
        max(case when is_own then owner end) as owner,
        max(case when is_own then refused_date end) as refused_date,
        min(entered_date) as entered_date,
        min(sale_date) as sale_date,
        max(last_event_date) as last_event_date
    from ordered
    group by person_key
)

select
    ordered.person_key,
    ordered.path,
    ordered.owner,
    ordered.entered_date,
    ordered.next_entered_date,
    cast(ordered.place as integer) as place,
    ordered.earliest_path,
    ordered.is_own,
    ordered.asked_date,
    ordered.sale_date,
    ordered.sale_amount,
    usual_days.usual_days,
    persons.owner as person_owner,
    persons.entered_date as person_entered_date,
    persons.sale_date as person_sale_date,
    persons.refused_date as person_refused_date,
    own_days.usual_days as person_usual_days,
    persons.last_event_date as person_last_event_date
from ordered
inner join persons on ordered.person_key = persons.person_key
left join usual_days on ordered.path = usual_days.path and usual_days.link = 'lead_generation'
left join usual_days as own_days on persons.own_path = own_days.path and own_days.link = 'lead_generation'
order by ordered.person_key, ordered.place
