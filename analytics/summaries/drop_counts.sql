/*
title:   What became of people at each link, by what is known of them, as of the last day
grain:   one row per link, attribute, value, path and owner
parts:   drops_counted
returns: the columns of drops_counted
source:  M12, H4, docs/decisions/016
*/
select drops_counted.*
from drops_counted
order by
    drops_counted.link_order, drops_counted.attribute, drops_counted.value_key, drops_counted.path, drops_counted.owner
