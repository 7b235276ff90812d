/*
title:   The way of each person on each path
grain:   one row per person and path
parts:   paths_ranked, journey_dates, first_order_amounts
returns: person_key, path, owner, entered_date, lead_generation_date, nurturing_date, is_nurturing_dated, ask_date,
         is_ask_dated, last_ask_date, no_date, refused_date, is_lost, sale_date, is_sale_dated, sale_amount, nurturing_count, ask_count, no_count, event_count,
         last_event_date, is_first_path, is_last_path, was_customer
assumes: the first path is the one that the business wrote beside the (first) lead, else that of the first touch;
         dates are of steps that somebody wrote down: a step that must have happened but is not on record stays null;
         on the first path everything known of the person counts, on a later one what came from the day of entry on;
         the sale is the first from the day of entry on; who had bought before that day was a customer already;
         somebody who appears on no path at all is on the path of the customer list or the source of the deal;
         is_lost = a status says so, which overwrote whatever stood there; the owner is the first who is on record: who came later depends on how far they got, and would seem to explain it
source:  M11, docs/decisions/010
*/
select
    paths_ranked.person_key,
    paths_ranked.path,
    journey_dates.owner,
    paths_ranked.entered_date,
    journey_dates.lead_generation_date,
    -- a status says that, not when: a day that somebody wrote down goes before it
    coalesce(journey_dates.dated_nurturing_date, journey_dates.any_nurturing_date) as nurturing_date,
    journey_dates.dated_nurturing_date is not null as is_nurturing_dated,
    coalesce(journey_dates.dated_ask_date, journey_dates.any_ask_date) as ask_date,
    journey_dates.dated_ask_date is not null as is_ask_dated,
    -- asks after the sale are for the next sale
    case
        when journey_dates.last_ask_date <= coalesce(journey_dates.sale_date, journey_dates.last_ask_date) then journey_dates.last_ask_date
        else coalesce(journey_dates.dated_ask_date, journey_dates.any_ask_date)
    end as last_ask_date,
    journey_dates.no_date,
    case
        when journey_dates.sale_date is not null then null
        when journey_dates.lost_count = 1 then journey_dates.last_event_date
        when journey_dates.last_no_date >= coalesce(journey_dates.last_ask_date, journey_dates.last_no_date) then journey_dates.last_no_date
    end as refused_date,
    journey_dates.lost_count = 1 and journey_dates.sale_date is null as is_lost,
    journey_dates.sale_date,
    journey_dates.dated_sale_date is not null as is_sale_dated,
    case when journey_dates.sale_date is not null then coalesce(first_order_amounts.revenue_amount, journey_dates.deal_amount) end as sale_amount,
    journey_dates.nurturing_count,
    journey_dates.ask_count,
    journey_dates.no_count,
    journey_dates.event_count,
    journey_dates.last_event_date,
    paths_ranked.is_first_path,
    paths_ranked.is_last_path,
    paths_ranked.was_customer
from paths_ranked
inner join journey_dates on paths_ranked.person_key = journey_dates.person_key and paths_ranked.path = journey_dates.path
left join first_order_amounts
    on paths_ranked.person_key = first_order_amounts.person_key and paths_ranked.path = first_order_amounts.path
order by paths_ranked.is_first_path desc, paths_ranked.path asc, paths_ranked.person_key asc
