/*
title:    Stages taken by their words
question: Which stages and statuses of your files are on no list, and what were they taken for?
method:   M11; docs/decisions/046
grain:    one row per name of a stage or status that Your rules do not know, the most frequent first
needs:    leads or deals
uses:     stage_changes
returns:  stage_name, row_count, meaning, name_count, told_count, unknown_count, unknown_row_count
summary:  name_count, told_count, unknown_count, unknown_row_count
assumes:  row_count = rows of leads, deals and their changes that carry the name; a name whose words say nothing counts as
          open and as no step of the sales process
source:   docs/decisions/046
nothing:  Every stage and status in your files is on the list.
next_step: Put what is wrong right under Your rules, Stages.
*/
select
    stage_name,
    row_count,
    case
        when is_won then 'won'
        when is_lost then 'lost'
        when stage_order >= 60 then 'open, asked'
        when stage_order >= 20 then 'open, in touch'
        when stage_order is not null then 'open, new'
        else 'not known'
    end as meaning,
    count(*) over () as name_count,
    count(stage_order) over () as told_count,
    count(*) over () - count(stage_order) over () as unknown_count,
    cast(sum(case when stage_order is null then row_count else 0 end) over () as bigint) as unknown_row_count
from guessed_stages
order by row_count desc, stage_name asc
