/*
title:   Limits of the diagnosis, as the owner set them
grain:   one row
needs:   cut_offs
returns: missing_link_rate, missing_link_ratio, missing_link_alone_rate, leak_ratio, slow_ratio, slow_days,
         volume_rate_ratio, volume_entry_ratio, weeding_rate
source:  our choice, docs/decisions/012 and 013
*/
select
    max(case when name = 'missing_link_rate' then cast(value as double) end) as missing_link_rate,
    max(case when name = 'missing_link_ratio' then cast(value as double) end) as missing_link_ratio,
    max(case when name = 'missing_link_alone_rate' then cast(value as double) end) as missing_link_alone_rate,
    max(case when name = 'leak_ratio' then cast(value as double) end) as leak_ratio,
    max(case when name = 'slow_ratio' then cast(value as double) end) as slow_ratio,
    max(case when name = 'slow_days' then cast(value as double) end) as slow_days,
    max(case when name = 'volume_rate_ratio' then cast(value as double) end) as volume_rate_ratio,
    max(case when name = 'volume_entry_ratio' then cast(value as double) end) as volume_entry_ratio,
    max(case when name = 'weeding_rate' then cast(value as double) end) as weeding_rate
from cut_offs
