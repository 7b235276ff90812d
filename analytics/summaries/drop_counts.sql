/*
title:   What became of people at each link, by what is known of them
grain:   one row per link, attribute, value, path and owner
needs:   path_due_steps, path_step_kinds, person_traits
returns: link_order, link, from_link, attribute, value_key, value, path, owner, resolved_count, reached_count
assumes: people whose usual time is over on the last day of the data and whose link before is on record; the answer to an
         enquiry is the first contact, so response is no reason at the link of nurturing; whose value is unknown is not
         counted in the attribute; spellings that differ in case or spaces are one value
source:  M12, H4, docs/decisions/016
*/
with

counted as (
    select
        path_step_kinds.link_order,
        path_step_kinds.link,
        path_step_kinds.from_link,
        path_step_kinds.path,
        path_step_kinds.owner,
        case
            when grouping(person_traits.source) = 0 then 'source'
            when grouping(person_traits.industry) = 0 then 'industry'
            when grouping(person_traits.site_band) = 0 then 'size'
            when grouping(person_traits.product) = 0 then 'product'
            when grouping(person_traits.referral) = 0 then 'referral'
            when grouping(person_traits.content) = 0 then 'content'
            when grouping(person_traits.response) = 0 then 'response'
            else 'owner'
        end as attribute,
        coalesce(
            person_traits.source, person_traits.industry, person_traits.site_band, person_traits.product,
            person_traits.referral, person_traits.content, person_traits.response
        ) as trait,
        count(*) as resolved_count,
        count(case when path_due_steps.state = 0 then 1 end) as reached_count
    from path_due_steps
    inner join path_step_kinds on path_due_steps.kind_key = path_step_kinds.kind_key
    inner join person_traits on path_due_steps.person_key = person_traits.person_key
    where
        path_step_kinds.link_order > 1
        and path_step_kinds.is_from_recorded
        and path_due_steps.is_time_over
        and path_due_steps.state is not null
    group by
        path_step_kinds.link_order, path_step_kinds.link, path_step_kinds.from_link, path_step_kinds.path,
        path_step_kinds.owner,
        grouping sets (
            (person_traits.source), (person_traits.industry), (person_traits.site_band), (person_traits.product),
            (person_traits.referral), (person_traits.content), (person_traits.response), ()
        )
),

named as (
    select
        *,
        case when attribute = 'owner' then owner else trait end as written_value
    from counted
)

select
    link_order,
    link,
    from_link,
    attribute,
    lower(trim(written_value)) as value_key,
    min(trim(written_value)) as value,
    path,
    owner,
    cast(sum(resolved_count) as bigint) as resolved_count,
    cast(sum(reached_count) as bigint) as reached_count
from named
where written_value is not null and not (attribute = 'response' and link = 'nurturing')
group by link_order, link, from_link, attribute, lower(trim(written_value)), path, owner
order by link_order, attribute, value_key, path, owner
