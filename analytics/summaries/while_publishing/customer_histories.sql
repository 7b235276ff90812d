/*
title:   What the model of repeat orders needs to know of each customer, now and before the hold-out
grain:   one row per customer on the last day (is_now), and one before the hold-out for those who had ordered by then
needs:   holdout_tallies, holdout_rhythms, kept_paces, customer_states, customer_pulse, customer_totals, later_days
returns: is_now, person_key, repeat_order_count, recency_days, age_days, horizon_days, mean_repeat_amount, later_count,
         rhythm_count, same_count
assumes: recency is from the first to the last order, age from the first to the day; mean_repeat_amount is without the
         first day, net of what was given back; later_count is what came within the horizon, null where it lies ahead;
         rhythm_count and same_count are what the customer's own rhythm and no change at all say of it; a history of less
         than a year goes on at its pace, one of under 90 days tells nothing of a year
source:  M6, docs/decisions/034
*/
with

spans as (
    select date_diff('day', min(first_order_date), max(as_of_date)) + 1 as history_days
    from customer_states
    where is_now
),

histories as (
    select case when history_days >= 90 then 365.0 / least(365, history_days) end as year_per_history
    from spans
)

select
    true as is_now,
    customer_states.person_key,
    customer_states.purchase_count - 1 as repeat_order_count,
    date_diff('day', customer_states.first_order_date, customer_states.last_order_date) as recency_days,
    date_diff('day', customer_states.first_order_date, customer_states.as_of_date) as age_days,
    365 as horizon_days,
    cast(customer_totals.revenue_amount - coalesce(later_days.first_amount, 0) as double)
    / nullif(customer_states.purchase_count - 1, 0) as mean_repeat_amount,
    cast(null as bigint) as later_count,
    case
        when histories.year_per_history is not null
            then
                365 / nullif(customer_states.usual_gap_days, 0) * coalesce(kept_paces.pace_rate, 1)
                * customer_pulse.return_rate
    end as rhythm_count,
    holdout_tallies.last_year_count * histories.year_per_history as same_count
from customer_states
inner join customer_pulse on customer_pulse.is_now and customer_states.person_key = customer_pulse.person_key
inner join customer_totals on customer_states.person_key = customer_totals.person_key
inner join holdout_tallies on customer_states.person_key = holdout_tallies.person_key
cross join histories
left join kept_paces
    on
        kept_paces.is_last
        and customer_pulse.purchase_band = kept_paces.purchase_band
        and customer_pulse.kind_number = kept_paces.kind_number
left join later_days on customer_states.person_key = later_days.person_key
where customer_states.is_now
union all
select
    false,
    holdout_tallies.person_key,
    holdout_tallies.cut_count - 1,
    date_diff('day', holdout_tallies.first_date, holdout_tallies.cut_last_date),
    date_diff('day', holdout_tallies.first_date, holdout_tallies.cut_date),
    holdout_tallies.horizon_days,
    cast(null as double),
    holdout_tallies.later_count,
    holdout_rhythms.rhythm_count,
    holdout_tallies.same_count
from holdout_tallies
inner join holdout_rhythms on holdout_tallies.person_key = holdout_rhythms.person_key
