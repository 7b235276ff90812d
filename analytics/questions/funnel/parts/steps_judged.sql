/*
title:   Steps counted, with their path, their link and whether what became of them is known
grain:   one row per kind of step and of steps_tallied
needs:   path_step_kinds
parts:   steps_tallied
params:  $owner text or null
returns: path, link_order, link, from_link, usual_days, is_passed, is_recorded, is_unplaced, unplaced_count, fit, state, is_time_over, age_years, person_count,
         first_from_date, is_resolved
assumes: resolved = the usual time since the link before is over and that link is on record; unplaced_count = lost leads among
         those chosen, of a step that they may leave unknown; whether they do was settled for the whole path when publishing
source:  M11, M12, docs/decisions/010 to 013
*/
select
    path_step_kinds.path,
    path_step_kinds.link_order,
    path_step_kinds.link,
    path_step_kinds.from_link,
    path_step_kinds.usual_days,
    path_step_kinds.is_passed,
    path_step_kinds.is_recorded,
    path_step_kinds.is_unplaced,
    case
        when path_step_kinds.unplaced_count > 0
            then
                sum(
                    case
                        when path_step_kinds.is_unplaced and steps_tallied.state = 1 then steps_tallied.person_count
                        else 0
                    end
                ) over (partition by path_step_kinds.path)
        else 0
    end as unplaced_count,
    path_step_kinds.fit,
    steps_tallied.state,
    steps_tallied.is_time_over,
    steps_tallied.age_years,
    steps_tallied.person_count,
    steps_tallied.first_from_date,
    steps_tallied.is_time_over and path_step_kinds.is_from_recorded as is_resolved
from steps_tallied
inner join path_step_kinds on steps_tallied.kind_key = path_step_kinds.kind_key
where cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar)
