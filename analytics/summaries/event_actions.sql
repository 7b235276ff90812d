/*
title:   Actions that are meeting somebody at an event or talk
grain:   one row per such action that occurs
needs:   touch_kinds
returns: action_key
assumes: in lower case; what is read, watched or clicked is no event
source:  M15, docs/decisions/015
*/
select lower(trim(action)) as action_key
from touch_kinds
where
    lower(trim(action)) in (
        'met', 'met us', 'heard us speak', 'attended', 'attended event', 'attended webinar', 'attendee', 'webinar', 'event',
        'event attended', 'scanned badge', 'exchanged cards', 'rencontré', 'kennengelernt', 'conocido', 'ontmoet',
        'teilgenommen'
    )
group by lower(trim(action))
order by action_key
