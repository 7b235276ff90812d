/*
title:   Path, link and whether the day is known, as one whole number
grain:   one row per spelling of a path, link and whether the day is known
needs:   other_events
parts:   linked_kinds
returns: path_spelling, path, link, is_dated, step_key
assumes: spellings of a path that differ in case or spaces are one path; a number stands for the three while ten million events
         are brought together
source:  M11; our choice of what counts as what, docs/decisions/010
*/
with

path_names as (
    select
        lower(trim(path)) as path_spelling,
        min(trim(path)) as path
    from (
        select path from linked_kinds
        union all
        select path from other_events
    ) as written_paths
    group by lower(trim(path))
),

step_spellings as (
    select
        lower(trim(path)) as path_spelling,
        link,
        true as is_dated
    from linked_kinds
    union
    select
        lower(trim(path)),
        link,
        is_dated
    from other_events
)

select
    step_spellings.path_spelling,
    path_names.path,
    step_spellings.link,
    step_spellings.is_dated,
    row_number() over (order by path_names.path, step_spellings.link, step_spellings.is_dated) as step_key
from step_spellings
left join path_names on step_spellings.path_spelling = path_names.path_spelling
