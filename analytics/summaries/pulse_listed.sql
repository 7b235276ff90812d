/*
title:   Customers whom the pulse lists
grain:   one row per owner (null: everybody) and customer listed under them: the first 700 who are due or overdue, the first
         300 who are gone and the first 300 who are on time
needs:   customer_owners, customer_pulse, customer_states, pace_kinds, people
returns: owner, list_order, list_rank, person_key, customer_id, name, kind_number, kind, activity, loyalty, profitability, purchase_count,
         order_count, year_count, first_order_date, last_order_date, days_since_last_order, usual_gap_days, late_gaps,
         revenue_amount, profit_amount, is_cost_known, mean_profit_amount, yearly_profit_amount, purchase_band,
         return_rate, on_time_return_rate, spell_count, returned_count, on_time_spell_count, on_time_returned_count,
         pace_order_count, risk_amount
assumes: as of the last day in the data; who is on time goes by the profit of a year, the others by what of it is at risk
source:  M5; of a million customers a page reads these few
*/
with

beats as (
    select
        person_key,
        case activity when 'due' then 1 when 'overdue' then 1 when 'gone' then 2 else 3 end as list_order,
        case when activity in ('due', 'overdue', 'gone') then risk_amount end as late_risk_amount,
        yearly_profit_amount
    from customer_pulse
    where is_now
),

placed as (
    select
        customer_owners.owner,
        customer_owners.person_key,
        beats.list_order,
        row_number() over (
            partition by customer_owners.owner, beats.list_order
            order by
                beats.late_risk_amount desc nulls last,
                beats.yearly_profit_amount desc nulls last,
                customer_owners.person_key asc
        ) as list_rank
    from customer_owners
    inner join beats on customer_owners.person_key = beats.person_key
)

select
    placed.owner,
    placed.list_order,
    placed.list_rank,
    placed.person_key,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name,
    customer_pulse.kind_number,
    pace_kinds.kind,
    customer_pulse.activity,
    customer_pulse.loyalty,
    customer_pulse.profitability,
    customer_states.purchase_count,
    customer_states.order_count,
    customer_states.year_count,
    customer_states.first_order_date,
    customer_states.last_order_date,
    customer_states.days_since_last_order,
    customer_states.usual_gap_days,
    customer_pulse.late_gaps,
    customer_states.revenue_amount,
    customer_states.profit_amount,
    customer_states.is_cost_known,
    customer_pulse.mean_profit_amount,
    customer_pulse.yearly_profit_amount,
    customer_pulse.purchase_band,
    customer_pulse.return_rate,
    customer_pulse.on_time_return_rate,
    customer_pulse.spell_count,
    customer_pulse.returned_count,
    customer_pulse.on_time_spell_count,
    customer_pulse.on_time_returned_count,
    customer_pulse.pace_order_count,
    customer_pulse.risk_amount
from placed
inner join customer_pulse on customer_pulse.is_now and placed.person_key = customer_pulse.person_key
inner join customer_states on customer_states.is_now and placed.person_key = customer_states.person_key
inner join people on placed.person_key = people.person_key
left join pace_kinds on customer_pulse.kind_number = pace_kinds.kind_number
where
    placed.list_rank <= 300
    or (placed.list_order = 1 and placed.list_rank <= 700)
order by placed.owner, placed.list_order, placed.list_rank
