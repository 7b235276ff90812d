/*
title:   Steps whose time is over, with what is known of the people
grain:   one row per person and link on record before a step that they could take
needs:   path_due_steps, path_step_kinds, person_traits
returns: link_order, link, from_link, path, owner, state, source, industry, site_band, product, referral, content, response
assumes: as of the last day of the data; questions have a part of this name for the day and the people that are asked for
source:  M12, H4, docs/decisions/016, 070
*/
select
    path_step_kinds.link_order,
    path_step_kinds.link,
    path_step_kinds.from_link,
    path_step_kinds.path,
    path_step_kinds.owner,
    path_due_steps.state,
    person_traits.source,
    person_traits.industry,
    person_traits.site_band,
    person_traits.product,
    person_traits.referral,
    person_traits.content,
    person_traits.response
from path_due_steps
inner join path_step_kinds on path_due_steps.kind_key = path_step_kinds.kind_key
inner join person_traits on path_due_steps.person_key = person_traits.person_key
where
    path_step_kinds.link_order > 1
    and path_step_kinds.is_from_recorded
    and path_due_steps.is_time_over
    and path_due_steps.state is not null
