/*
title:   Customers by how late they are now and were a quarter before
grain:   one row per owner (null: everybody), activity now and activity a quarter before
needs:   customer_owners, customer_pulse
returns: owner, activity, before_activity, as_of_date, customer_count, best_count, yearly_profit_amount, risk_amount, cost_unknown_count
assumes: before_activity is 'new' of those who had not ordered by then; the best are loyal and above the mean in profit; an owner's customers are all who ever ordered from them
source:  M5
*/
with

beats as (
    select
        beats_now.person_key,
        beats_now.activity,
        coalesce(beats_before.activity, 'new') as before_activity,
        beats_now.as_of_date,
        beats_now.yearly_profit_amount,
        beats_now.risk_amount,
        beats_now.is_cost_known,
        beats_now.loyalty = 'loyal' and beats_now.profitability = 'above the mean' as is_best
    from customer_pulse as beats_now
    left join customer_pulse as beats_before
        on not beats_before.is_now and beats_now.person_key = beats_before.person_key
    where beats_now.is_now
)

select
    customer_owners.owner,
    beats.activity,
    beats.before_activity,
    max(beats.as_of_date) as as_of_date,
    count(*) as customer_count,
    count(case when beats.is_best then 1 end) as best_count,
    cast(sum(beats.yearly_profit_amount) as decimal(18, 2)) as yearly_profit_amount,
    cast(sum(beats.risk_amount) as decimal(18, 2)) as risk_amount,
    count(case when not beats.is_cost_known then 1 end) as cost_unknown_count
from customer_owners
inner join beats on customer_owners.person_key = beats.person_key
group by customer_owners.owner, beats.activity, beats.before_activity
order by customer_owners.owner, beats.activity, beats.before_activity
