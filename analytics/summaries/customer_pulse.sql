/*
title:   How each customer beats: profitability, loyalty, activity, and the profit of a year at risk
grain:   one row per customer and of the two days of customer_states
needs:   customer_states, purchase_returns, kept_paces, cut_offs
returns: is_now, as_of_date, person_key, is_cost_known, activity, loyalty, profitability, late_gaps, purchase_band,
         mean_profit_amount, yearly_profit_amount, return_rate, on_time_return_rate, spell_count, returned_count,
         on_time_spell_count, on_time_returned_count, pace_order_count, risk_amount
assumes: as in buyers/pulse; the chances to come back are those known on that day; profit of a year = profit of a purchase,
         drawn toward that of all purchases as if two of them stood beside, times purchases of a year at the usual gap
         times what those who came back kept of that pace (pace_order_count orders tell; the whole pace where nobody
         came back in the hold-out, and unknown of those who ordered once)
source:  M5, docs/decisions/030
*/
with

limits as (
    select
        max(case when name = 'pulse_due_gaps' then cast(value as double) end) as due_gaps,
        max(case when name = 'quiet_gaps' then cast(value as double) end) as overdue_gaps,
        max(case when name = 'pulse_gone_gaps' then cast(value as double) end) as gone_gaps,
        max(case when name = 'loyal_years' then cast(value as double) end) as loyal_years,
        max(case when name = 'loyal_orders' then cast(value as double) end) as loyal_orders,
        max(case when name = 'shrink_cases' then cast(value as double) end) as shrink_cases
    from cut_offs
),

means as (
    select
        is_now,
        max(as_of_date) as as_of_date,
        avg(cast(profit_amount as double)) as mean_amount,
        sum(cast(profit_amount as double)) / sum(purchase_count) as purchase_amount
    from customer_states
    group by is_now
),

-- spells that began a year or more before the day: their outcome was known
outcomes as (
    select
        means.is_now,
        purchase_returns.activity,
        purchase_returns.purchase_band,
        cast(sum(purchase_returns.spell_count) as bigint) as spell_count,
        cast(sum(purchase_returns.returned_count) as bigint) as returned_count
    from purchase_returns
    inner join means on purchase_returns.spell_date + interval 365 day <= means.as_of_date
    group by means.is_now, purchase_returns.activity, purchase_returns.purchase_band
),

pooled as (
    select
        is_now,
        activity,
        cast(sum(returned_count) as double) / nullif(sum(spell_count), 0) as pooled_rate
    from outcomes
    group by is_now, activity
),

chances as (
    select
        outcomes.is_now,
        outcomes.activity,
        outcomes.purchase_band,
        outcomes.spell_count,
        outcomes.returned_count,
        (outcomes.returned_count + limits.shrink_cases * pooled.pooled_rate)
        / (outcomes.spell_count + limits.shrink_cases) as return_rate
    from outcomes
    inner join pooled on outcomes.is_now = pooled.is_now and outcomes.activity = pooled.activity
    cross join limits
),

against_on_time as (
    select
        chances.*,
        on_time.return_rate as on_time_return_rate,
        on_time.spell_count as on_time_spell_count,
        on_time.returned_count as on_time_returned_count
    from chances
    left join chances as on_time
        on
            chances.is_now = on_time.is_now
            and chances.purchase_band = on_time.purchase_band
            and on_time.activity = 'active'
),

classed as (
    select
        customer_states.is_now,
        customer_states.as_of_date,
        customer_states.person_key,
        customer_states.is_cost_known,
        customer_states.days_since_last_order / nullif(customer_states.usual_gap_days, 0) as late_gaps,
        least(customer_states.purchase_count, 3) as purchase_band,
        case
            when customer_states.year_count >= limits.loyal_years and customer_states.order_count >= limits.loyal_orders
                then 'loyal'
            when customer_states.order_count > 1 then 'came back'
            else 'one order'
        end as loyalty,
        case
            when customer_states.profit_amount < 0 then 'loses money'
            when cast(customer_states.profit_amount as double) >= means.mean_amount then 'above the mean'
            else 'below the mean'
        end as profitability,
        cast(customer_states.profit_amount as double) / customer_states.purchase_count as mean_profit_amount,
        -- who cost more than they brought is not drawn toward those who did not
        case
            when customer_states.profit_amount < 0
                then cast(customer_states.profit_amount as double) / customer_states.purchase_count
            else
                (cast(customer_states.profit_amount as double) + 2 * means.purchase_amount)
                / (customer_states.purchase_count + 2)
        end as next_profit_amount,
        365 / nullif(customer_states.usual_gap_days, 0)
        * coalesce(kept_paces.pace_rate, case when customer_states.purchase_count > 1 then 1.0 end) as yearly_purchases,
        coalesce(kept_paces.order_count, 0) as pace_order_count
    from customer_states
    inner join means on customer_states.is_now = means.is_now
    left join kept_paces
        on kept_paces.is_last and least(customer_states.purchase_count, 3) = kept_paces.purchase_band
    cross join limits
),

placed as (
    select
        classed.*,
        case
            when classed.late_gaps is null then 'unknown'
            when classed.late_gaps > limits.gone_gaps then 'gone'
            when classed.late_gaps > limits.overdue_gaps then 'overdue'
            when classed.late_gaps > limits.due_gaps then 'due'
            else 'active'
        end as activity
    from classed
    cross join limits
)

select
    placed.is_now,
    placed.as_of_date,
    placed.person_key,
    placed.is_cost_known,
    placed.activity,
    placed.loyalty,
    placed.profitability,
    placed.late_gaps,
    placed.purchase_band,
    cast(placed.mean_profit_amount as decimal(18, 2)) as mean_profit_amount,
    cast(placed.next_profit_amount * placed.yearly_purchases as decimal(18, 2)) as yearly_profit_amount,
    against_on_time.return_rate,
    against_on_time.on_time_return_rate,
    against_on_time.spell_count,
    against_on_time.returned_count,
    against_on_time.on_time_spell_count,
    against_on_time.on_time_returned_count,
    placed.pace_order_count,
    -- null while a chance is unknown, which is not 0 at risk
    case
        when placed.yearly_purchases is not null and against_on_time.on_time_return_rate is not null
            then cast(
                greatest(placed.next_profit_amount * placed.yearly_purchases, 0.0)
                * greatest(against_on_time.on_time_return_rate - against_on_time.return_rate, 0.0) as decimal(18, 2)
            )
    end as risk_amount
from placed
left join against_on_time
    on
        placed.is_now = against_on_time.is_now
        and placed.activity = against_on_time.activity
        and placed.purchase_band = against_on_time.purchase_band
order by placed.is_now, placed.person_key
