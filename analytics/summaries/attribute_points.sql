/*
title:   Points of every value of every attribute
grain:   one row per axis, attribute and value that a prospect has, a past case had or a page can write down
needs:   standing_values, attribute_history, attribute_tests, score_points, cut_offs
returns: axis, attribute, value_key, value, points, weight_points, points_source, why, case_count, success_count,
         known_count, known_success_count, shrunk_rate, p_value, adjusted_p_value, is_different, is_proven,
         later_mean_amount, later_deviation_amount
assumes: an attribute some value of which really differs in the own history (H5) earns points from it: the weight of
         the card times the odds of the shrunk rate against those of all, half the weight being no different from all;
         values that do not differ earn half; an attribute with much history and no difference counts for nothing;
         with too little history the card counts; is_proven = enough cases of this very value were compared with the others, in
         an attribute that separates: it tells without the rest of the card
source:  shrinkage as in models/intervals; odds to points is our choice, docs/decisions/020
*/
with

limits as (
    select
        max(case when name = 'shrink_cases' then cast(value as double) end) as shrink_cases,
        max(case when name = 'history_full_count' then cast(value as double) end) as history_full_count
    from cut_offs
),

worn as (
    select
        attribute,
        value_key,
        min(value) as value
    from standing_values
    group by attribute, value_key
    union
    -- what can be written down on a page when nobody has it yet
    select
        attribute,
        lower(trim(value_like)),
        min(trim(value_like))
    from score_points
    where
        attribute in ('need', 'willingness', 'resources', 'warmth')
        and value_like is not null
        and exists (select 1 from standing_values)
    group by attribute, lower(trim(value_like))
),

weights as (
    select
        axis,
        attribute,
        max(points) as weight_points
    from score_points
    group by axis, attribute
),

wanted as (
    select
        weights.axis,
        weights.attribute,
        worn.value_key,
        worn.value,
        weights.weight_points
    from worn
    inner join weights on worn.attribute = weights.attribute
    union
    select
        attribute_history.axis,
        attribute_history.attribute,
        attribute_history.value_key,
        attribute_history.value,
        weights.weight_points
    from attribute_history
    inner join weights
        on attribute_history.axis = weights.axis and attribute_history.attribute = weights.attribute
),

-- the two sides may spell a value differently; one spelling stands for both
every_value as (
    select
        axis,
        attribute,
        value_key,
        weight_points,
        min(value) as value
    from wanted
    group by axis, attribute, value_key, weight_points
),

fitting as (
    select
        every_value.axis,
        every_value.attribute,
        every_value.value_key,
        min(score_points.rule_order) as rule_order
    from every_value
    inner join score_points
        on
            every_value.axis = score_points.axis
            and every_value.attribute = score_points.attribute
            and every_value.value_key like score_points.value_like
    group by every_value.axis, every_value.attribute, every_value.value_key
),

verdicts as (
    select
        attribute_history.axis,
        attribute_history.attribute,
        max(attribute_history.known_count) as known_count,
        count(attribute_tests.p_value) as compared_count,
        coalesce(min(attribute_tests.adjusted_p_value) <= 0.10, false) as is_separating
    from attribute_history
    left join attribute_tests
        on
            attribute_history.axis = attribute_tests.axis
            and attribute_history.attribute = attribute_tests.attribute
            and attribute_history.value_key = attribute_tests.value_key
    group by attribute_history.axis, attribute_history.attribute
),

judged as (
    select
        every_value.axis,
        every_value.attribute,
        every_value.value_key,
        every_value.value,
        every_value.weight_points,
        score_points.points as card_points,
        score_points.why,
        case
            when verdicts.is_separating then 'own history'
            when verdicts.compared_count > 0 and verdicts.known_count >= limits.history_full_count
                then 'no difference'
            else 'card'
        end as points_source,
        coalesce(attribute_history.case_count, 0) as case_count,
        coalesce(attribute_history.success_count, 0) as success_count,
        attribute_history.known_count,
        attribute_history.known_success_count,
        cast(attribute_history.known_success_count as double) / nullif(attribute_history.known_count, 0) as pooled_rate,
        (
            attribute_history.success_count + limits.shrink_cases
            * cast(attribute_history.known_success_count as double) / nullif(attribute_history.known_count, 0)
        ) / (attribute_history.case_count + limits.shrink_cases) as shrunk_rate,
        attribute_tests.p_value,
        attribute_tests.adjusted_p_value,
        coalesce(attribute_tests.adjusted_p_value <= 0.10, false) as is_different,
        attribute_history.later_mean_amount,
        attribute_history.later_deviation_amount
    from every_value
    cross join limits
    left join fitting
        on
            every_value.axis = fitting.axis
            and every_value.attribute = fitting.attribute
            and every_value.value_key = fitting.value_key
    left join score_points
        on
            fitting.axis = score_points.axis
            and fitting.attribute = score_points.attribute
            and fitting.rule_order = score_points.rule_order
    left join verdicts
        on every_value.axis = verdicts.axis and every_value.attribute = verdicts.attribute
    left join attribute_history
        on
            every_value.axis = attribute_history.axis
            and every_value.attribute = attribute_history.attribute
            and every_value.value_key = attribute_history.value_key
    left join attribute_tests
        on
            every_value.axis = attribute_tests.axis
            and every_value.attribute = attribute_tests.attribute
            and every_value.value_key = attribute_tests.value_key
)

select
    axis,
    attribute,
    value_key,
    value,
    case
        when points_source = 'card' then cast(card_points as double)
        when points_source = 'no difference' then 0.0
        when is_different
            then
                weight_points * shrunk_rate * (1 - pooled_rate)
                / nullif(shrunk_rate * (1 - pooled_rate) + pooled_rate * (1 - shrunk_rate), 0)
        else weight_points * 0.5
    end as points,
    case when points_source = 'no difference' then 0.0 else cast(weight_points as double) end as weight_points,
    points_source,
    why,
    case_count,
    success_count,
    known_count,
    known_success_count,
    shrunk_rate,
    p_value,
    adjusted_p_value,
    is_different,
    points_source = 'own history' and p_value is not null as is_proven,
    later_mean_amount,
    later_deviation_amount
from judged
order by axis, attribute, value_key
