/*
title:   How many people went from which path to which
grain:   one row per earliest path, latest path, owner, outcome and whether there were several
needs:   person_paths
returns: earliest_path, latest_path, owner, outcome, is_crossing, person_count
source:  M11, docs/decisions/018
*/
select
    earliest_path,
    latest_path,
    owner,
    outcome,
    path_count > 1 as is_crossing,
    count(*) as person_count
from person_paths
group by earliest_path, latest_path, owner, outcome, path_count > 1
order by earliest_path, latest_path, owner, outcome, is_crossing
