/*
title:   How often a customer who had come back and went quiet came back within a year
grain:   one row
needs:   purchase_returns
params:  $as_of date
returns: quiet_spell_count, quiet_returned_count
assumes: spells that began a year or more before the as-of date: their outcome within a year is known
source:  M5
*/
select
    cast(coalesce(sum(spell_count), 0) as bigint) as quiet_spell_count,
    cast(coalesce(sum(returned_count), 0) as bigint) as quiet_returned_count
from purchase_returns
where activity = 'overdue' and purchase_band > 1 and spell_date + interval 365 day <= cast($as_of as date)
