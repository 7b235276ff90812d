/*
title:   Leads with what other tables say of them
grain:   one row per row of the leads sheet
needs:   leads, stages, path_links, segment_rules, referrals, referral_paths
parts:   referral_marks
returns: the columns of leads, site_band, referral, was_lost, need_word, willingness_word, resources_word, newness
assumes: newness 1 is the person's latest row; somebody is referred whom a file marks so or whose path says so; a status is lost
         as the stages or path_links have it
source:  M17
*/
with

introductions as (
    select
        referred_person_key as person_key,
        cast(min(coalesce(given_at, asked_at)) as date) as given_date
    from referrals
    group by referred_person_key
)

select
    leads.*,
    segment_rules.segment as site_band,
    case
        when
            leads.referred_by_customer_id is not null
            or introductions.person_key is not null
            or referral_paths.path is not null
            then 'referred'
        when referral_marks.referral_count > 0 or (referral_marks.path_count > 0 and leads.path is not null) then 'not referred'
    end as referral,
    coalesce(stages.is_lost, false) or coalesce(path_links.link = 'no', false) as was_lost,
    lower(split_part(leads.need, ':', 1)) as need_word,
    lower(split_part(leads.willingness, ':', 1)) as willingness_word,
    lower(split_part(leads.resources, ':', 1)) as resources_word,
    row_number() over (partition by leads.person_key order by leads.created_at desc, leads.lead_id asc) as newness
from leads
cross join referral_marks
left join introductions
    on
        leads.person_key = introductions.person_key
        and coalesce(introductions.given_date, cast(leads.created_at as date)) <= cast(leads.created_at as date)
left join referral_paths on leads.path = referral_paths.path
left join stages on lower(trim(leads.status)) = lower(stages.stage_name)
left join path_links on path_links.path = '*' and lower(trim(leads.status)) = lower(path_links.action)
left join segment_rules
    on
        segment_rules.attribute = 'site_count'
        and leads.site_count >= coalesce(segment_rules.low_value, leads.site_count)
        and leads.site_count < coalesce(segment_rules.high_value, leads.site_count + 1)
