/*
title:   Path counts
grain:   one row per path, action and period where people are not known
needs:   path_counts
returns: the columns of canonical.path_counts
*/
select
    path,
    action,
    period_start,
    count,
    spend_amount,
    upload_id,
    sheet,
    row_number,
    unread
from canonical.path_counts
