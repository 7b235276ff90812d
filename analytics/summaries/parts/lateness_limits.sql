/*
title:   From how many usual gaps without an order on a customer is due, overdue and gone
grain:   one row
needs:   cut_offs
returns: due_gaps, overdue_gaps, gone_gaps
source:  M5, docs/decisions/030
*/
select
    max(case when name = 'pulse_due_gaps' then cast(value as double) end) as due_gaps,
    max(case when name = 'quiet_gaps' then cast(value as double) end) as overdue_gaps,
    max(case when name = 'pulse_gone_gaps' then cast(value as double) end) as gone_gaps
from cut_offs
