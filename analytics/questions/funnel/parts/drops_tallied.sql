/*
title:   What became of people by what is known of them, as of the last day when the version was published, of any other day now
grain:   one row per link, attribute, value, path and owner
needs:   person_traits, path_step_kinds, drop_counts
parts:   steps_now, published, paths_now
returns: link_order, link, from_link, attribute, value_key, value, path, owner, resolved_count, reached_count
assumes: as drop_counts
source:  M12, H4, docs/decisions/016
*/
with

traits as (
    select person_traits.*
    from person_traits
    inner join paths_now on person_traits.path = paths_now.path
),

counted as (
    select
        path_step_kinds.link_order,
        path_step_kinds.link,
        path_step_kinds.from_link,
        path_step_kinds.path,
        path_step_kinds.owner,
        case
            when grouping(traits.source) = 0 then 'source'
            when grouping(traits.industry) = 0 then 'industry'
            when grouping(traits.site_band) = 0 then 'size'
            when grouping(traits.product) = 0 then 'product'
            when grouping(traits.referral) = 0 then 'referral'
            when grouping(traits.content) = 0 then 'content'
            when grouping(traits.response) = 0 then 'response'
            else 'owner'
        end as attribute,
        coalesce(
            traits.source, traits.industry, traits.site_band, traits.product,
            traits.referral, traits.content, traits.response
        ) as trait,
        count(*) as resolved_count,
        count(case when steps_now.state = 0 then 1 end) as reached_count
    from steps_now
    inner join path_step_kinds on steps_now.kind_key = path_step_kinds.kind_key
    inner join traits on steps_now.person_key = traits.person_key
    where path_step_kinds.link_order > 1 and path_step_kinds.is_from_recorded and steps_now.is_time_over
    group by
        path_step_kinds.link_order, path_step_kinds.link, path_step_kinds.from_link, path_step_kinds.path,
        path_step_kinds.owner,
        grouping sets (
            (traits.source), (traits.industry), (traits.site_band), (traits.product),
            (traits.referral), (traits.content), (traits.response), ()
        )
),

named as (
    select
        *,
        case when attribute = 'owner' then owner else trait end as written_value
    from counted
)

select drop_counts.*
from drop_counts
cross join published
union all
select
    link_order,
    link,
    from_link,
    attribute,
    lower(trim(written_value)),
    trim(written_value),
    path,
    owner,
    resolved_count,
    reached_count
from named
where written_value is not null and not (attribute = 'response' and link = 'nurturing')
