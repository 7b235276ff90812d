/*
title:   Quotas
grain:   one row per person and period
needs:   quotas
returns: the columns of canonical.quotas
*/
select
    owner,
    period_start,
    period_end,
    quota_amount,
    upload_id,
    sheet,
    row_number,
    unread
from canonical.quotas
