/*
title:   What the newest uploads changed
grain:   one row
needs:   landed, newcomers
returns: new_count, changed_count, unchanged_count
assumes: newcomers are the ranks of the uploads that came with this load; a row is unchanged when an earlier upload has
         a row of the same key and the same content, changed when it has the key alone
*/
with

coming as (
    select
        landed.key,
        landed.whole_row
    from landed
    inner join newcomers
        on landed.upload_rank = newcomers.upload_rank
),

standing as (
    select
        landed.key,
        landed.whole_row
    from landed
    left join newcomers
        on landed.upload_rank = newcomers.upload_rank
    where newcomers.upload_rank is null
),

standing_keys as (
    select distinct key
    from standing
),

standing_rows as (
    select distinct
        key,
        whole_row
    from standing
)

select
    count(*) filter (where standing_keys.key is null) as new_count,
    count(*) filter (where standing_keys.key is not null and standing_rows.key is null) as changed_count,
    count(*) filter (where standing_rows.key is not null) as unchanged_count
from coming
left join standing_keys
    on coming.key = standing_keys.key
left join standing_rows
    on
        coming.key = standing_rows.key
        and coming.whole_row = standing_rows.whole_row
