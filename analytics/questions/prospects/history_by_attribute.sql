/*
title:    What tells who comes back
question: Which kinds of customers came back, which leads bought, and how many points does each kind earn for it?
method:   M17, H1, H2, H4, H5
grain:    one row per axis, attribute and value, the weightiest attribute first
needs:    orders
uses:     customers, leads, deals
parts:    prospect_limits
returns:  axis, attribute, value, case_count, success_count, success_rate, low_rate, high_rate, other_case_count,
          other_success_count, pooled_rate, shrunk_rate, p_value, adjusted_p_value, is_different, points,
          weight_points, points_source, why, history_count, came_back_count, lead_case_count, lead_bought_count,
          comparison_count, sale_window_days, repeat_window_days
summary:  history_count, came_back_count, lead_case_count, lead_bought_count, comparison_count, sale_window_days, repeat_window_days
people:   prospects/past_customers
assumes:  repeat: customers whose repeat_window_days are over, success = ordered again within them; sale: leads whose
          sale_window_days are over, success = bought within them; attributes as known before; under 10 cases there is no rate
source:   ranges Wilson (1927); exact test Fisher (1922), adjusted over every comparison here, Benjamini and
          Hochberg (1995); points docs/decisions/020
next_step: Look for more of those who come back, on the path they came by.
*/
with

compared as (
    select count(*) as comparison_count
    from attribute_tests
)

select
    attribute_points.axis,
    attribute_points.attribute,
    attribute_points.value,
    attribute_points.case_count,
    attribute_points.success_count,
    attribute_points.known_count - attribute_points.case_count as other_case_count,
    attribute_points.known_success_count - attribute_points.success_count as other_success_count,
    cast(attribute_points.known_success_count as double) / nullif(attribute_points.known_count, 0) as pooled_rate,
    attribute_points.shrunk_rate,
    attribute_points.p_value,
    attribute_points.adjusted_p_value,
    attribute_points.is_different,
    attribute_points.points,
    attribute_points.weight_points,
    attribute_points.points_source,
    attribute_points.why,
    prospect_history.history_count,
    prospect_history.came_back_count,
    prospect_history.lead_case_count,
    prospect_history.lead_bought_count,
    compared.comparison_count,
    prospect_limits.sale_window_days,
    prospect_limits.repeat_window_days
from attribute_points
cross join prospect_history
cross join compared
cross join prospect_limits
order by
    attribute_points.axis asc,
    attribute_points.weight_points desc,
    attribute_points.attribute asc,
    attribute_points.points desc nulls last,
    attribute_points.value_key asc
