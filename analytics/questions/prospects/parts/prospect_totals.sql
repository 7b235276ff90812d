/*
title:   How many prospects of each kind, and how many opportunities nobody works on
grain:   one row
parts:   prospect_limits, chosen_prospects
params:  $as_of date
returns: prospect_count, opportunity_count, easy_one_off_count, nurture_count, let_go_count, cant_tell_count,
         unworked_opportunity_count
source:  M17
*/
with

kinds as (
    select
        prospect_kind,
        count(*) as prospect_count
    from chosen_prospects
    group by prospect_kind
),

idle as (
    select count(*) as unworked_opportunity_count
    from chosen_prospects
    cross join prospect_limits
    where
        chosen_prospects.prospect_kind = 'opportunity'
        and chosen_prospects.open_deal_count = 0
        and coalesce(
            date_diff('day', chosen_prospects.last_contact_date, cast($as_of as date)) > prospect_limits.unworked_days, true
        )
)

select
    cast(coalesce(sum(kinds.prospect_count), 0) as bigint) as prospect_count,
    coalesce(max(case when kinds.prospect_kind = 'opportunity' then kinds.prospect_count end), 0) as opportunity_count,
    coalesce(max(case when kinds.prospect_kind = 'easy_one_off' then kinds.prospect_count end), 0) as easy_one_off_count,
    coalesce(max(case when kinds.prospect_kind = 'nurture' then kinds.prospect_count end), 0) as nurture_count,
    coalesce(max(case when kinds.prospect_kind = 'let_go' then kinds.prospect_count end), 0) as let_go_count,
    coalesce(max(case when kinds.prospect_kind = 'cant_tell' then kinds.prospect_count end), 0) as cant_tell_count,
    coalesce(max(idle.unworked_opportunity_count), 0) as unworked_opportunity_count
from kinds
cross join idle
