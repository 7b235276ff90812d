/*
title:    Customer pulse
question: Whom should we contact now, and how much yearly profit is at risk?
method:   M5, H1, H2, H3, H4
grain:    one row per customer with an order: those due or overdue first, by yearly profit at risk, then those gone, then
          those on time; at most 700, 300 and 300 of them
needs:    orders
uses:     customers
params:   $owner text or null
returns:  customer_rank, person_key, customer_id, name, kind_number, kind, activity, loyalty, profitability, purchase_count, order_count,
          year_count, first_order_date, last_order_date, days_since_last_order, usual_gap_days, late_gaps,
          revenue_amount, profit_amount, is_cost_known, mean_profit_amount, yearly_profit_amount, purchase_band,
          return_rate, on_time_return_rate, spell_count, returned_count, on_time_spell_count, on_time_returned_count,
          pace_order_count, risk_amount, low_risk_amount, high_risk_amount, as_of_date, customer_count, active_count, due_count,
          overdue_count, gone_count, best_gone_count, contact_count, contact_risk_amount, contact_low_amount,
          contact_high_amount, cost_unknown_count
listed_of: customer_count
summary:  as_of_date, customer_count, active_count, due_count, overdue_count, gone_count, best_gone_count, contact_count,
          contact_risk_amount, contact_low_amount, contact_high_amount, cost_unknown_count
absent:   kind
screen:   name, kind, activity, loyalty, profitability, last_order_date, days_since_last_order, usual_gap_days,
          order_count, revenue_amount, profit_amount, yearly_profit_amount, return_rate, risk_amount,
          low_risk_amount, high_risk_amount, customer_id
money:    orders
assumes:  as of the last day in the data; activity counts the days since the last order in the customer's own usual gaps;
          kind = the product they began with, their industry or the size of their first purchase, whichever tells best how often customers order, where one does: gaps, paces and chances are drawn toward those of the kind;
          profit is revenue where a cost is unknown; at risk = profit of a year times what being this late costs in the
          chance to order again within 365 days; profit of a year = that of a purchase, drawn toward the mean of the kind (a first one counts as
          far as later ones are like it), times the orders that customers who came back placed in a year, at the customer's own gap; loyal by the cut-offs loyal_years and loyal_orders;
          profitability against the mean customer; an owner's customers are all who ever ordered from them
source:   the chances are counted on our own earlier purchases of the kind, as late and with as many orders, drawn toward
          all of the kind as late, and these toward everybody, by ten cases each; docs/decisions/030
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
        cast(coalesce(sum(case when activity = 'gone' then best_count end), 0) as bigint) as best_gone_count,
        cast(coalesce(sum(case when activity in ('due', 'overdue') then customer_count end), 0) as bigint)
            as contact_count,
        cast(sum(case when activity in ('due', 'overdue') then risk_amount end) as decimal(18, 2)) as contact_risk_amount,
        cast(sum(cost_unknown_count) as bigint) as cost_unknown_count
    from pulse_counts
    where owner is not distinct from cast($owner as varchar)
    having count(*) > 0
)

select
    row_number() over (order by pulse_listed.list_order, pulse_listed.list_rank) as customer_rank,
    pulse_listed.person_key,
    pulse_listed.customer_id,
    pulse_listed.name,
    pulse_listed.kind_number,
    pulse_listed.kind,
    pulse_listed.activity,
    pulse_listed.loyalty,
    pulse_listed.profitability,
    pulse_listed.purchase_count,
    pulse_listed.order_count,
    pulse_listed.year_count,
    pulse_listed.first_order_date,
    pulse_listed.last_order_date,
    pulse_listed.days_since_last_order,
    pulse_listed.usual_gap_days,
    pulse_listed.late_gaps,
    pulse_listed.revenue_amount,
    pulse_listed.profit_amount,
    pulse_listed.is_cost_known,
    pulse_listed.mean_profit_amount,
    pulse_listed.yearly_profit_amount,
    pulse_listed.purchase_band,
    pulse_listed.return_rate,
    pulse_listed.on_time_return_rate,
    pulse_listed.spell_count,
    pulse_listed.returned_count,
    pulse_listed.on_time_spell_count,
    pulse_listed.on_time_returned_count,
    pulse_listed.pace_order_count,
    pulse_listed.risk_amount,
    -- ranges are simulated in Python
    cast(null as decimal(18, 2)) as low_risk_amount,
    cast(null as decimal(18, 2)) as high_risk_amount,
    totals.as_of_date,
    totals.customer_count,
    totals.active_count,
    totals.due_count,
    totals.overdue_count,
    totals.gone_count,
    totals.best_gone_count,
    totals.contact_count,
    totals.contact_risk_amount,
    cast(null as decimal(18, 2)) as contact_low_amount,
    cast(null as decimal(18, 2)) as contact_high_amount,
    totals.cost_unknown_count
from pulse_listed
cross join totals
where pulse_listed.owner is not distinct from cast($owner as varchar)
order by customer_rank
