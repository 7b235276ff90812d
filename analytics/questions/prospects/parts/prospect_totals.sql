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
        chosen_prospects.prospect_kind,
        count(*) as prospect_count,
        count(
            case
                when chosen_prospects.open_deal_count > 0 then null
                when
                    date_diff('day', chosen_prospects.last_contact_date, cast($as_of as date)) <= prospect_limits.unworked_days
                    then null
                else 1
            end
        ) as unworked_count
    from chosen_prospects
    cross join prospect_limits
    group by chosen_prospects.prospect_kind
)

select
    cast(coalesce(sum(prospect_count), 0) as bigint) as prospect_count,
    coalesce(max(case when prospect_kind = 'opportunity' then prospect_count end), 0) as opportunity_count,
    coalesce(max(case when prospect_kind = 'easy_one_off' then prospect_count end), 0) as easy_one_off_count,
    coalesce(max(case when prospect_kind = 'nurture' then prospect_count end), 0) as nurture_count,
    coalesce(max(case when prospect_kind = 'let_go' then prospect_count end), 0) as let_go_count,
    coalesce(max(case when prospect_kind = 'cant_tell' then prospect_count end), 0) as cant_tell_count,
    coalesce(max(case when prospect_kind = 'opportunity' then unworked_count end), 0) as unworked_opportunity_count
from kinds
