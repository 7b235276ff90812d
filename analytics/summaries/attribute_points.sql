/*
title:   Points of every value of every attribute
grain:   one row per axis, attribute and value that a prospect has, a past case had or a page can write down
needs:   cut_offs
parts:   attribute_values, card_points, attribute_evidence
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

verdicts as (
    select
        axis,
        attribute,
        case
            when bool_or(is_different) then 'own history'
            when count(p_value) > 0 and max(known_count) >= max(cut_offs.value) then 'no difference'
            else 'card'
        end as points_source
    from attribute_evidence
    left join cut_offs on cut_offs.name = 'history_full_count'
    group by axis, attribute
)

select
    worn.axis,
    worn.attribute,
    worn.value_key,
    worn.value,
    case
        when verdicts.points_source = 'no difference' then 0.0
        when verdicts.points_source = 'own history' and own.is_different
            then
                worn.weight_points * own.shrunk_rate * (1 - own.pooled_rate)
                / nullif(own.shrunk_rate * (1 - own.pooled_rate) + own.pooled_rate * (1 - own.shrunk_rate), 0)
        when verdicts.points_source = 'own history' then worn.weight_points * 0.5
        else cast(card_points.points as double)
    end as points,
    case when verdicts.points_source = 'no difference' then 0.0 else cast(worn.weight_points as double) end as weight_points,
    coalesce(verdicts.points_source, 'card') as points_source,
    card_points.why,
    coalesce(own.case_count, 0) as case_count,
    coalesce(own.success_count, 0) as success_count,
    own.known_count,
    own.known_success_count,
    own.shrunk_rate,
    own.p_value,
    own.adjusted_p_value,
    coalesce(own.is_different, false) as is_different,
    coalesce(verdicts.points_source = 'own history' and own.p_value is not null, false) as is_proven,
    own.later_mean_amount,
    own.later_deviation_amount
from attribute_values as worn
left join verdicts on worn.axis = verdicts.axis and worn.attribute = verdicts.attribute
left join card_points
    on worn.axis = card_points.axis and worn.attribute = card_points.attribute and worn.value_key = card_points.value_key
left join attribute_evidence as own
    on worn.axis = own.axis and worn.attribute = own.attribute and worn.value_key = own.value_key
order by worn.axis, worn.attribute, worn.value_key
