/*
title:   What was said of leads, and what came of it
grain:   one row per prediction that can be graded: of leads that came later than those learned from, and of leads whose
         chance was said at an earlier load
needs:   sale_graded, sale_verdict, predictions, lead_starts, identities
returns: origin, said_month, win_rate, everybody_rate, case_count, bought_count
assumes: origin tried = the way in use now, taught only by what was known before; said = said at a load and kept; graded
         when the lead's window is over
source:  M19, H7, docs/decisions/026
*/
with

used as (
    select
        way,
        cast(bought_count as double) / nullif(case_count, 0) as everybody_rate
    from sale_verdict
    where is_used
)

select
    'tried' as origin,
    sale_graded.case_month as said_month,
    case used.way
        when 'regression' then sale_graded.regression_rate
        when 'card' then sale_graded.card_rate
        else sale_graded.everybody_rate
    end as win_rate,
    sale_graded.everybody_rate,
    sale_graded.case_count,
    sale_graded.bought_count
from sale_graded
cross join used
union all
select
    'said',
    cast(date_trunc('month', predictions.said_date) as date),
    predictions.win_rate,
    used.everybody_rate,
    cast(1 as bigint),
    cast(case when lead_starts.is_bought then 1 else 0 end as bigint)
from predictions
inner join identities on identities.source_table = 'leads' and predictions.lead_id = identities.source_ref
inner join lead_starts on identities.person_key = lead_starts.person_key and lead_starts.is_settled
cross join used
where predictions.win_rate is not null
order by origin, said_month, win_rate
