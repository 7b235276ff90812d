/*
title:   What customers bring, how loyal they are and how late
grain:   one row per customer and of the two days of customer_states
needs:   kept_paces, cut_offs
parts:   customers_alike, lateness_limits
returns: is_now, as_of_date, person_key, kind_number, is_cost_known, late_gaps, purchase_band, loyalty, profitability, mean_profit_amount,
         next_profit_amount, yearly_purchases, pace_order_count, activity
assumes: profit of the next purchase is drawn toward that of the purchases of their kind as if two of them stood beside, as
         customers_alike counts them, and that of a kind toward that of all as if shrink_cases purchases stood beside; loyal by the cut-offs
         loyal_years and loyal_orders; profitability against the mean customer
source:  M5, docs/decisions/030
*/
with

limits as (
    select
        max(case when name = 'loyal_years' then cast(value as double) end) as loyal_years,
        max(case when name = 'loyal_orders' then cast(value as double) end) as loyal_orders,
        max(case when name = 'shrink_cases' then cast(value as double) end) as shrink_cases
    from cut_offs
),

means as (
    select
        is_now,
        avg(total_amount) as mean_amount,
        sum(alike_amount) / sum(purchase_count) as purchase_amount
    from customers_alike
    group by is_now
),

kinds as (
    select
        is_now,
        kind_number,
        sum(alike_amount) as alike_amount,
        sum(purchase_count) as purchase_count
    from customers_alike
    group by is_now, kind_number
),

kind_means as (
    select
        kinds.is_now,
        kinds.kind_number,
        means.mean_amount,
        (kinds.alike_amount + limits.shrink_cases * means.purchase_amount)
        / (kinds.purchase_count + limits.shrink_cases) as purchase_amount
    from kinds
    inner join means on kinds.is_now = means.is_now
    cross join limits
),

classed as (
    select
        customers_alike.is_now,
        customers_alike.as_of_date,
        customers_alike.person_key,
        customers_alike.kind_number,
        customers_alike.is_cost_known,
        customers_alike.days_since_last_order / nullif(customers_alike.usual_gap_days, 0) as late_gaps,
        least(customers_alike.purchase_count, 3) as purchase_band,
        case
            when customers_alike.year_count >= limits.loyal_years and customers_alike.order_count >= limits.loyal_orders
                then 'loyal'
            when customers_alike.order_count > 1 then 'came back'
            else 'one order'
        end as loyalty,
        case
            when customers_alike.profit_amount < 0 then 'loses money'
            when customers_alike.total_amount >= kind_means.mean_amount then 'above the mean'
            else 'below the mean'
        end as profitability,
        customers_alike.total_amount / customers_alike.purchase_count as mean_profit_amount,
        -- who cost more than they brought is not drawn toward those who did not
        case
            when customers_alike.profit_amount < 0
                then customers_alike.total_amount / customers_alike.purchase_count
            else
                (customers_alike.alike_amount + 2 * kind_means.purchase_amount)
                / (customers_alike.purchase_count + 2)
        end as next_profit_amount,
        365 / nullif(customers_alike.usual_gap_days, 0)
        * coalesce(kept_paces.pace_rate, case when customers_alike.purchase_count > 1 then 1.0 end) as yearly_purchases,
        coalesce(kept_paces.order_count, 0) as pace_order_count
    from customers_alike
    inner join kind_means
        on customers_alike.is_now = kind_means.is_now and customers_alike.kind_number = kind_means.kind_number
    left join kept_paces
        on
            kept_paces.is_last
            and least(customers_alike.purchase_count, 3) = kept_paces.purchase_band
            and customers_alike.kind_number = kept_paces.kind_number
    cross join limits
)

select
    classed.*,
    case
        when classed.late_gaps is null then 'unknown'
        when classed.late_gaps > lateness_limits.gone_gaps then 'gone'
        when classed.late_gaps > lateness_limits.overdue_gaps then 'overdue'
        when classed.late_gaps > lateness_limits.due_gaps then 'due'
        else 'active'
    end as activity
from classed
cross join lateness_limits
