/*
title:   What is known of each lead
grain:   one row per row of the leads sheet
needs:   leads, stages, path_links, segment_rules, referrals, customers, referral_paths
returns: person_key, lead_id, name, company, owner, path, source, industry, site_count, site_band, product, referral,
         estimated_amount, created_date, is_lost, need, need_proof, willingness, willingness_proof, resources,
         resources_proof, newness
assumes: newness 1 is the person's latest row; somebody is referred whom a file marks so or whose path says so; when
         nobody in the data is, whether somebody was is unknown, and where only paths tell, of whoever has none; need, willingness and resources are read as in deal_states; a status is lost as the stages or
         path_links have it
source:  M17, M18
*/
with

introductions as (
    select
        referred_person_key as person_key,
        cast(min(coalesce(given_at, asked_at)) as date) as given_date
    from referrals
    group by referred_person_key
),

-- a file without any mark of referral says nothing about who was referred
marks as (
    select
        (select count(*) from referrals)
        + (
            select count(*) from leads
            where referred_by_customer_id is not null
        )
        + (
            select count(*) from customers
            where referred_by_customer_id is not null
        ) as referral_count,
        (select count(*) from referral_paths) as path_count
),

read_rows as (
    select
        leads.*,
        segment_rules.segment as site_band,
        case
            when
                leads.referred_by_customer_id is not null
                or introductions.person_key is not null
                or referral_paths.path is not null
                then 'referred'
            when marks.referral_count > 0 or (marks.path_count > 0 and leads.path is not null) then 'not referred'
        end as referral,
        coalesce(stages.is_lost, false) or coalesce(path_links.link = 'no', false) as was_lost,
        lower(split_part(leads.need, ':', 1)) as need_word,
        lower(split_part(leads.willingness, ':', 1)) as willingness_word,
        lower(split_part(leads.resources, ':', 1)) as resources_word,
        row_number() over (partition by leads.person_key order by leads.created_at desc, leads.lead_id asc) as newness
    from leads
    cross join marks
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
),

answered as (
    select
        read_rows.*,
        case when read_rows.need_word in ('yes', 'no') then read_rows.need_word end as need_answer,
        case when read_rows.willingness_word in ('yes', 'no') then read_rows.willingness_word end as willingness_answer,
        case when read_rows.resources_word in ('yes', 'no') then read_rows.resources_word end as resources_answer
    from read_rows
)

select
    person_key,
    lead_id,
    name,
    company,
    owner,
    coalesce(path, source) as path,
    source,
    industry,
    site_count,
    site_band,
    product,
    referral,
    estimated_amount,
    cast(created_at as date) as created_date,
    was_lost as is_lost,
    need_answer as need,
    nullif(trim(case when need_answer is null then need else substr(trim(need), length(need_answer) + 2) end), '')
        as need_proof,
    willingness_answer as willingness,
    nullif(
        trim(
            case
                when willingness_answer is null then willingness
                else substr(trim(willingness), length(willingness_answer) + 2)
            end
        ),
        ''
    ) as willingness_proof,
    resources_answer as resources,
    nullif(
        trim(
            case
                when resources_answer is null then resources
                else substr(trim(resources), length(resources_answer) + 2)
            end
        ),
        ''
    ) as resources_proof,
    newness
from answered
where person_key > 0
order by person_key, newness
