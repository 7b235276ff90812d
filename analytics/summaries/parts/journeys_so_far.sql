/*
title:   How far each person has come on each path
grain:   one row per person and path, without customers of before their entry
needs:   journeys, person_fits
returns: the columns of journeys, fit, furthest_order, nurtured_date, asked_date
assumes: whoever reached a later link has reached the ones before; a no follows an ask; a step from before the entry counts as
         taken on the day of entry
source:  M11, H4, docs/decisions/010
*/
select
    journeys.*,
    person_fits.fit,
    case when least(ask_date, no_date, sale_date) is not null then 3 when nurturing_date is not null then 2 else 1 end
        as furthest_order,
    case
        when least(nurturing_date, ask_date, no_date, sale_date) is not null
            then greatest(least(nurturing_date, ask_date, no_date, sale_date), entered_date)
    end as nurtured_date,
    case
        when least(ask_date, no_date, sale_date) is not null
            then greatest(least(ask_date, no_date, sale_date), entered_date)
    end as asked_date
from journeys
left join person_fits on journeys.person_key = person_fits.person_key
where not journeys.was_customer
