/*
title:   Paths to be counted now, because another day or a period is asked for
grain:   one row per path, or none where the last day is asked for
needs:   usual_days
parts:   published
returns: path
assumes: a join with no paths reads nobody
source:  docs/decisions/070
*/
select path
from usual_days
where link = 'lead_generation' and not exists (select 1 from published)
