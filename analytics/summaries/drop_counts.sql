/*
title:   What became of people at each link, by what is known of them
grain:   one row per link, attribute, value, path and owner
needs:   path_due_steps, path_step_kinds, person_traits, data_span
returns: link_order, link, from_link, attribute, value_key, value, path, owner, resolved_count, reached_count
assumes: people whose usual time is over on the last day of the data and whose link before is on record; the answer to an
         enquiry is the first contact, so response is no reason at the link of nurturing; whose value is unknown is not
         counted in the attribute; spellings that differ in case or spaces are one value
source:  M12, H4, docs/decisions/016
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

resolved_steps as (
    select
        path_step_kinds.link_order,
        path_step_kinds.link,
        path_step_kinds.from_link,
        path_step_kinds.path,
        path_step_kinds.owner,
        path_due_steps.person_key,
        case when path_due_steps.reached_date <= spans.last_day then 1 else 0 end as is_reached
    from path_due_steps
    inner join path_step_kinds on path_due_steps.kind_key = path_step_kinds.kind_key
    cross join spans
    where
        path_step_kinds.link_order > 1
        and path_step_kinds.is_from_recorded
        and path_due_steps.from_date <= spans.last_day
        and spans.last_day > case
            when path_due_steps.clock_date <= spans.last_day then path_due_steps.due_date
            else path_due_steps.first_due_date
        end
),

known as (
    select
        resolved_steps.link_order,
        resolved_steps.link,
        resolved_steps.from_link,
        resolved_steps.path,
        resolved_steps.owner,
        resolved_steps.is_reached,
        person_traits.source,
        person_traits.industry,
        person_traits.site_band,
        person_traits.product,
        person_traits.referral,
        person_traits.content,
        case when resolved_steps.link <> 'nurturing' then person_traits.response end as response
    from resolved_steps
    inner join person_traits on resolved_steps.person_key = person_traits.person_key
)

select
    link_order,
    link,
    from_link,
    'source' as attribute,
    lower(trim(source)) as value_key,
    min(trim(source)) as value,
    path,
    owner,
    count(*) as resolved_count,
    cast(sum(is_reached) as bigint) as reached_count
from known
where source is not null
group by link_order, link, from_link, lower(trim(source)), path, owner
union all
select
    link_order,
    link,
    from_link,
    'industry',
    lower(trim(industry)),
    min(trim(industry)),
    path,
    owner,
    count(*),
    cast(sum(is_reached) as bigint)
from known
where industry is not null
group by link_order, link, from_link, lower(trim(industry)), path, owner
union all
select
    link_order,
    link,
    from_link,
    'size',
    lower(trim(site_band)),
    min(trim(site_band)),
    path,
    owner,
    count(*),
    cast(sum(is_reached) as bigint)
from known
where site_band is not null
group by link_order, link, from_link, lower(trim(site_band)), path, owner
union all
select
    link_order,
    link,
    from_link,
    'product',
    lower(trim(product)),
    min(trim(product)),
    path,
    owner,
    count(*),
    cast(sum(is_reached) as bigint)
from known
where product is not null
group by link_order, link, from_link, lower(trim(product)), path, owner
union all
select
    link_order,
    link,
    from_link,
    'referral',
    lower(trim(referral)),
    min(trim(referral)),
    path,
    owner,
    count(*),
    cast(sum(is_reached) as bigint)
from known
where referral is not null
group by link_order, link, from_link, lower(trim(referral)), path, owner
union all
select
    link_order,
    link,
    from_link,
    'owner',
    lower(trim(owner)),
    min(trim(owner)),
    path,
    owner,
    count(*),
    cast(sum(is_reached) as bigint)
from known
where owner is not null
group by link_order, link, from_link, lower(trim(owner)), path, owner
union all
select
    link_order,
    link,
    from_link,
    'content',
    lower(trim(content)),
    min(trim(content)),
    path,
    owner,
    count(*),
    cast(sum(is_reached) as bigint)
from known
where content is not null
group by link_order, link, from_link, lower(trim(content)), path, owner
union all
select
    link_order,
    link,
    from_link,
    'response',
    lower(trim(response)),
    min(trim(response)),
    path,
    owner,
    count(*),
    cast(sum(is_reached) as bigint)
from known
where response is not null
group by link_order, link, from_link, lower(trim(response)), path, owner
order by link_order, attribute, value_key, path, owner
