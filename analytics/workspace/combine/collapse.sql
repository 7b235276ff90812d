/*
title:   Rows of several uploads, exact repeats across uploads once
grain:   one row per landed row; of rows that are alike in every cell, as many as the upload that has most of them
needs:   landed
returns: the columns of the table
assumes: key is the whole content of a row; rows that are alike within one upload may be genuine and are kept
*/
with

repeats as (
    select
        key,
        upload_rank,
        count(*) as repeat_count
    from landed
    group by key, upload_rank
),

chosen as (
    select
        key,
        upload_rank
    from repeats
    qualify row_number() over (partition by key order by repeat_count desc, upload_rank desc) = 1
)

select landed.* exclude (key, newness, upload_rank, whole_row)
from landed
inner join chosen
    on
        landed.key = chosen.key
        and landed.upload_rank = chosen.upload_rank
order by landed.upload_rank, landed.sheet, landed.row_number
