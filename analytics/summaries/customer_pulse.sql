/*
title:   How each customer beats: profitability, loyalty, activity, and the profit of a year at risk
grain:   one row per customer and of the two days of customer_states
parts:   return_chances, customers_classed
returns: is_now, as_of_date, person_key, kind_number, is_cost_known, activity, loyalty, profitability, late_gaps,
         purchase_band, mean_profit_amount, yearly_profit_amount, return_rate, on_time_return_rate, spell_count, returned_count,
         on_time_spell_count, on_time_returned_count, pace_order_count, risk_amount
assumes: as in buyers/pulse; the chances to come back are those known on that day; profit of a year = profit of the next
         purchase, as customers_classed tells it, times purchases of a year at the usual gap
         times what those who came back kept of that pace (pace_order_count orders tell; the whole pace where nobody
         came back in the hold-out, and unknown of those who ordered once)
source:  M5, docs/decisions/030
*/
select
    customers_classed.is_now,
    customers_classed.as_of_date,
    customers_classed.person_key,
    customers_classed.kind_number,
    customers_classed.is_cost_known,
    customers_classed.activity,
    customers_classed.loyalty,
    customers_classed.profitability,
    customers_classed.late_gaps,
    customers_classed.purchase_band,
    cast(customers_classed.mean_profit_amount as decimal(18, 2)) as mean_profit_amount,
    cast(customers_classed.next_profit_amount * customers_classed.yearly_purchases as decimal(18, 2)) as yearly_profit_amount,
    return_chances.return_rate,
    return_chances.on_time_return_rate,
    return_chances.spell_count,
    return_chances.returned_count,
    return_chances.on_time_spell_count,
    return_chances.on_time_returned_count,
    customers_classed.pace_order_count,
    -- null while a chance is unknown, which is not 0 at risk
    case
        when customers_classed.yearly_purchases is not null and return_chances.on_time_return_rate is not null
            then cast(
                greatest(customers_classed.next_profit_amount * customers_classed.yearly_purchases, 0.0)
                * greatest(return_chances.on_time_return_rate - return_chances.return_rate, 0.0) as decimal(18, 2)
            )
    end as risk_amount
from customers_classed
left join return_chances
    on
        return_chances.known_on = case when customers_classed.is_now then 'now' else 'quarter_ago' end
        and customers_classed.activity = return_chances.activity
        and customers_classed.purchase_band = return_chances.purchase_band
        and customers_classed.kind_number = return_chances.kind_number
order by customers_classed.is_now, customers_classed.person_key
