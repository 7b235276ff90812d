/*
title:   Steps whose time is over on an earlier day or of the people of a period, with what is known of the people
grain:   one row per person and link on record before a step that they could take; none where what was counted at publish holds
needs:   path_step_kinds, person_traits
parts:   steps_now, paths_now
returns: link_order, link, from_link, path, owner, state, source, industry, site_band, product, referral, content, response
plan:    not materialized: it is read once
assumes: stands for the part of summaries of this name, so that the last day and any other are counted by the same select
source:  M12, H4, docs/decisions/016, 070
*/
select
    path_step_kinds.link_order,
    path_step_kinds.link,
    path_step_kinds.from_link,
    path_step_kinds.path,
    path_step_kinds.owner,
    steps_now.state,
    person_traits.source,
    person_traits.industry,
    person_traits.site_band,
    person_traits.product,
    person_traits.referral,
    person_traits.content,
    person_traits.response
from steps_now
inner join path_step_kinds on steps_now.kind_key = path_step_kinds.kind_key
inner join person_traits on steps_now.person_key = person_traits.person_key
inner join paths_now on person_traits.path = paths_now.path
where path_step_kinds.link_order > 1 and path_step_kinds.is_from_recorded and steps_now.is_time_over
