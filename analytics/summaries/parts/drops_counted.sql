/*
title:   What became of people at each link, by what is known of them
grain:   one row per link, attribute, value, path and owner
parts:   steps_with_traits
returns: link_order, link, from_link, attribute, value_key, value, path, owner, resolved_count, reached_count
assumes: people whose usual time is over and whose link before is on record; the answer to an enquiry is the first contact, so
         response is no reason at the link of nurturing; whose value is unknown is not counted in the attribute; spellings
         that differ in case or spaces are one value
source:  M12, H4, docs/decisions/016
*/
with

counted as (
    select
        link_order,
        link,
        from_link,
        path,
        owner,
        case
            when grouping(source) = 0 then 'source'
            when grouping(industry) = 0 then 'industry'
            when grouping(site_band) = 0 then 'size'
            when grouping(product) = 0 then 'product'
            when grouping(referral) = 0 then 'referral'
            when grouping(content) = 0 then 'content'
            when grouping(response) = 0 then 'response'
            else 'owner'
        end as attribute,
        coalesce(source, industry, site_band, product, referral, content, response) as trait,
        count(*) as resolved_count,
        count(case when state = 0 then 1 end) as reached_count
    from steps_with_traits
    group by
        link_order, link, from_link, path, owner,
        grouping sets ((source), (industry), (site_band), (product), (referral), (content), (response), ())
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
