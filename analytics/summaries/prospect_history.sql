/*
title:   What the scores rest on
grain:   one row
needs:   lead_starts, customer_starts, attribute_points
returns: lead_case_count, lead_bought_count, late_case_count, late_bought_count, history_count, came_back_count, all_amount_mean,
         all_amount_deviation, learned_count
assumes: cases whose window is over; late = after the window, of those who had not bought in it; amounts are of the customers who came back; learned_count = attributes in which the
         own history tells who comes back
source:  M17, H4
*/
with

leads_over as (
    select
        count(*) as lead_case_count,
        count(case when is_bought then 1 end) as lead_bought_count,
        count(case when not is_bought then 1 end) as late_case_count,
        count(case when is_bought_late then 1 end) as late_bought_count
    from lead_starts
    where is_settled
),

customers_over as (
    select
        count(*) as history_count,
        count(case when is_came_back then 1 end) as came_back_count,
        avg(case when is_came_back then cast(later_amount as double) end) as all_amount_mean,
        stddev_samp(case when is_came_back then cast(later_amount as double) end) as all_amount_deviation
    from customer_starts
    where is_mature
),

learned as (
    select count(distinct attribute) as learned_count
    from attribute_points
    where axis = 'repeat' and points_source = 'own history'
)

select
    leads_over.lead_case_count,
    leads_over.lead_bought_count,
    leads_over.late_case_count,
    leads_over.late_bought_count,
    customers_over.history_count,
    customers_over.came_back_count,
    customers_over.all_amount_mean,
    customers_over.all_amount_deviation,
    learned.learned_count
from leads_over
cross join customers_over
cross join learned
order by leads_over.lead_case_count
