/*
title:   Rows of several uploads, the newest word on each key
grain:   one row per landed row that no newer upload supersedes
needs:   landed
returns: the columns of the table
assumes: newness is the same for all rows of a key in one upload, so every row of an upload stands or falls together
*/
with

newest as (
    select
        key,
        max(newness) as newness
    from landed
    group by key
)

select landed.* exclude (key, newness, upload_rank, whole_row)
from landed
inner join newest
    on
        landed.key = newest.key
        and landed.newness = newest.newness
order by landed.upload_rank, landed.sheet, landed.row_number
