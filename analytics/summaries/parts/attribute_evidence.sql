/*
title:   What the own history says of each value of an attribute
grain:   one row per axis, attribute and value that a past case had
needs:   attribute_history, attribute_tests, cut_offs
returns: axis, attribute, value_key, case_count, success_count, known_count, known_success_count, pooled_rate, shrunk_rate,
         p_value, adjusted_p_value, is_different, later_mean_amount, later_deviation_amount
assumes: the rate of a value is drawn toward that of all whose value is known, as if shrink_cases of them stood beside it; it
         is different from the others at 10 % after Benjamini-Hochberg
source:  H5; shrinkage as in models/intervals, docs/decisions/020
*/
select
    history.axis,
    history.attribute,
    history.value_key,
    history.case_count,
    history.success_count,
    history.known_count,
    history.known_success_count,
    cast(history.known_success_count as double) / nullif(history.known_count, 0) as pooled_rate,
    (
        history.success_count
        + cast(cut_offs.value as double) * history.known_success_count / nullif(history.known_count, 0)
    ) / (history.case_count + cast(cut_offs.value as double)) as shrunk_rate,
    attribute_tests.p_value,
    attribute_tests.adjusted_p_value,
    coalesce(attribute_tests.adjusted_p_value <= 0.10, false) as is_different,
    history.later_mean_amount,
    history.later_deviation_amount
from attribute_history as history
left join cut_offs on cut_offs.name = 'shrink_cases'
left join attribute_tests
    on
        history.axis = attribute_tests.axis
        and history.attribute = attribute_tests.attribute
        and history.value_key = attribute_tests.value_key
