/*
title:   Every split of the successes that the margins of a comparison allow, with its probability
grain:   one row per axis, attribute, value and split
needs:   attribute_history, log_factorials
returns: axis, attribute, value_key, success_count, number, probability
assumes: the value's cases against all other cases whose attribute is known; at least 10 cases of the value, 10 of the others
         and 30 together (H1); hypergeometric
source:  two-sided exact test, Fisher (1922)
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
)

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
