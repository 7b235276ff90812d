/*
title:    Customer pulse
question: Whom should we contact now, and how much yearly profit is at risk?
method:   M5, H1, H2, H3, H4
grain:    one row per customer with an order: those due or overdue first, by yearly profit at risk, then those gone, then
          those on time; at most 700, 300 and 300 of them
needs:    orders
uses:     customers
params:   $owner text or null
returns:  customer_rank, person_key, customer_id, name, activity, loyalty, profitability, purchase_count, order_count,
          year_count, first_order_date, last_order_date, days_since_last_order, usual_gap_days, late_gaps,
          revenue_amount, profit_amount, is_cost_known, mean_profit_amount, yearly_profit_amount, purchase_band,
          return_rate, on_time_return_rate, spell_count, returned_count, on_time_spell_count, on_time_returned_count,
          pace_order_count, risk_amount, low_risk_amount, high_risk_amount, as_of_date, customer_count, active_count, due_count,
          overdue_count, gone_count, contact_count, contact_risk_amount, contact_low_amount, contact_high_amount,
          cost_unknown_count
listed_of: customer_count
summary:  as_of_date, customer_count, active_count, due_count, overdue_count, gone_count, contact_count,
          contact_risk_amount, contact_low_amount, contact_high_amount, cost_unknown_count
screen:   name, activity, loyalty, profitability, last_order_date, days_since_last_order, usual_gap_days,
          order_count, revenue_amount, profit_amount, yearly_profit_amount, return_rate, risk_amount,
          low_risk_amount, high_risk_amount, customer_id
money:    orders
assumes:  as of the last day in the data; activity counts the days since the last order in the customer's own usual gaps;
          profit is revenue where a cost is unknown; at risk = profit of a year times what being this late costs in the
          chance to order again within 365 days; profit of a year = that of a purchase, drawn toward the mean of all, times
          the orders that customers who came back placed in a year, at the customer's own gap; loyal by the cut-offs loyal_years and loyal_orders;
          profitability against the mean customer; an owner's customers are all who ever ordered from them
source:   the chances are counted on our own earlier purchases, as late and with as many orders, drawn toward all as late
          by ten cases; docs/decisions/030
next_step: Call those at the top this week and ask what they need next.
*/
with

totals as (
    select
        max(as_of_date) as as_of_date,
        cast(sum(customer_count) as bigint) as customer_count,
        cast(coalesce(sum(case when activity = 'active' then customer_count end), 0) as bigint) as active_count,
        cast(coalesce(sum(case when activity = 'due' then customer_count end), 0) as bigint) as due_count,
        cast(coalesce(sum(case when activity = 'overdue' then customer_count end), 0) as bigint) as overdue_count,
        cast(coalesce(sum(case when activity = 'gone' then customer_count end), 0) as bigint) as gone_count,
        cast(coalesce(sum(case when activity in ('due', 'overdue') then customer_count end), 0) as bigint)
            as contact_count,
        cast(sum(case when activity in ('due', 'overdue') then risk_amount end) as decimal(18, 2)) as contact_risk_amount,
        cast(sum(cost_unknown_count) as bigint) as cost_unknown_count
    from pulse_counts
    where owner is not distinct from cast($owner as varchar)
    having count(*) > 0
),

beats as not materialized (
    select
        customer_pulse.person_key,
        customer_pulse.activity,
        customer_pulse.risk_amount,
        customer_pulse.yearly_profit_amount
    from customer_pulse
    where
        customer_pulse.is_now
        and (
            cast($owner as varchar) is null
            or customer_pulse.person_key in (
                select customer_days.person_key
                from customer_days
                where customer_days.owner = cast($owner as varchar)
            )
        )
),

to_contact as (
    select
        person_key,
        1 as list_order
    from beats
    where activity in ('due', 'overdue')
    order by risk_amount desc nulls last, yearly_profit_amount desc, person_key asc
    limit 700
),

to_win_back as (
    select
        person_key,
        2 as list_order
    from beats
    where activity = 'gone'
    order by risk_amount desc nulls last, yearly_profit_amount desc, person_key asc
    limit 300
),

on_time as (
    select
        person_key,
        3 as list_order
    from beats
    where activity in ('active', 'unknown')
    order by yearly_profit_amount desc nulls last, person_key asc
    limit 300
),

listed as (
    select
        person_key,
        list_order
    from to_contact
    union all
    select
        person_key,
        list_order
    from to_win_back
    union all
    select
        person_key,
        list_order
    from on_time
)

select
    row_number() over (
        order by
            listed.list_order asc,
            case when listed.list_order < 3 then customer_pulse.risk_amount end desc nulls last,
            customer_pulse.yearly_profit_amount desc nulls last,
            listed.person_key asc
    ) as customer_rank,
    listed.person_key,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name,
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
    customer_pulse.risk_amount,
    -- ranges are simulated in Python
    cast(null as decimal(18, 2)) as low_risk_amount,
    cast(null as decimal(18, 2)) as high_risk_amount,
    totals.as_of_date,
    totals.customer_count,
    totals.active_count,
    totals.due_count,
    totals.overdue_count,
    totals.gone_count,
    totals.contact_count,
    totals.contact_risk_amount,
    cast(null as decimal(18, 2)) as contact_low_amount,
    cast(null as decimal(18, 2)) as contact_high_amount,
    totals.cost_unknown_count
from listed
inner join customer_pulse on customer_pulse.is_now and listed.person_key = customer_pulse.person_key
inner join customer_states on customer_states.is_now and listed.person_key = customer_states.person_key
inner join people on listed.person_key = people.person_key
cross join totals
order by customer_rank
