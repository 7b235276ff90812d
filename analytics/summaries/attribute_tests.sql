/*
title:   Which values of an attribute really differ from the others
grain:   one row per axis, attribute and value that may be compared
needs:   attribute_history, log_factorials
returns: axis, attribute, value_key, p_value, adjusted_p_value
assumes: the value's cases against all other cases whose attribute is known; at least 10 cases of the value, 10 of the
         others and 30 together (H1); adjusted over everything that history_by_attribute compares (H5)
source:  two-sided exact test, Fisher (1922); false discovery rate, Benjamini and Hochberg (1995)
*/
with

compared as (
    select
        axis,
        attribute,
        value_key,
        case_count,
        success_count,
        known_count,
        known_success_count
    from attribute_history
    where case_count >= 10 and known_count - case_count >= 10 and known_count >= 30
),

-- every split of the successes that the margins allow, with its hypergeometric probability
splits as (
    select
        compared.axis,
        compared.attribute,
        compared.value_key,
        compared.success_count,
        inside.number,
        exp(
            successes.log_factorial - inside.log_factorial - outside.log_factorial
            + failures.log_factorial - failed_inside.log_factorial - failed_outside.log_factorial
            + chosen.log_factorial + others.log_factorial - everybody.log_factorial
        ) as probability
    from compared
    inner join log_factorials as inside
        on
            inside.number <= least(compared.case_count, compared.known_success_count)
            and inside.number >= greatest(
                cast(0 as bigint), compared.case_count + compared.known_success_count - compared.known_count
            )
    inner join log_factorials as outside on compared.known_success_count - inside.number = outside.number
    inner join log_factorials as failed_inside on compared.case_count - inside.number = failed_inside.number
    inner join log_factorials as failed_outside
        on
            compared.known_count - compared.known_success_count - compared.case_count + inside.number
            = failed_outside.number
    inner join log_factorials as successes on compared.known_success_count = successes.number
    inner join log_factorials as failures
        on compared.known_count - compared.known_success_count = failures.number
    inner join log_factorials as chosen on compared.case_count = chosen.number
    inner join log_factorials as others on compared.known_count - compared.case_count = others.number
    inner join log_factorials as everybody on compared.known_count = everybody.number
),

observed as (
    select
        axis,
        attribute,
        value_key,
        max(case when number = success_count then probability end) as probability
    from splits
    group by axis, attribute, value_key
),

tested as (
    select
        splits.axis,
        splits.attribute,
        splits.value_key,
        -- splits as likely as the observed one count too, in spite of rounding
        least(
            sum(case when splits.probability <= observed.probability * (1 + 1e-7) then splits.probability else 0 end),
            1.0
        ) as p_value
    from splits
    inner join observed
        on
            splits.axis = observed.axis
            and splits.attribute = observed.attribute
            and splits.value_key = observed.value_key
    group by splits.axis, splits.attribute, splits.value_key
),

ranked as (
    select
        tested.*,
        row_number() over (order by tested.p_value, tested.axis, tested.attribute, tested.value_key) as p_rank,
        count(*) over () as test_count
    from tested
)

select
    axis,
    attribute,
    value_key,
    p_value,
    least(
        min(p_value * test_count / p_rank) over (
            order by p_rank desc
            rows between unbounded preceding and current row
        ),
        1.0
    ) as adjusted_p_value
from ranked
order by axis, attribute, value_key
