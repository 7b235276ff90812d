/*
title:   How far the people of each path have come, counted
grain:   one row per path, furthest link, whether lost and whether standing there
parts:   journeys_so_far
returns: path, furthest_order, is_lost, is_standing, person_count, nurtured_count, dated_nurtured_count, asked_count,
         dated_asked_count
assumes: standing = neither sold nor lost; nurtured and asked = on record, dated = with a day that somebody wrote down
source:  M11, docs/decisions/010
*/
select
    path,
    furthest_order,
    is_lost,
    sale_date is null and not is_lost as is_standing,
    count(*) as person_count,
    count(nurturing_date) as nurtured_count,
    count(case when is_nurturing_dated then 1 end) as dated_nurtured_count,
    count(ask_date) as asked_count,
    count(case when is_ask_dated then 1 end) as dated_asked_count
from journeys_so_far
group by path, furthest_order, is_lost, sale_date is null and not is_lost
