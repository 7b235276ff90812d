/*
title:   Actions by which people leave their contact details
grain:   one row per such action that occurs
needs:   touch_kinds
returns: action_key
assumes: in lower case; doing it makes somebody a lead, so it is not what precedes it
source:  M15, docs/decisions/015
*/
select lower(trim(action)) as action_key
from touch_kinds
where
    lower(trim(action)) in (
        'gave contact', 'gave contact details', 'filled in form', 'form submitted', 'form submission', 'signed up',
        'sign up', 'subscribed', 'subscribe', 'registered', 'registration', 'enquired', 'enquiry', 'inquired', 'inquiry',
        'contacted us', 'called us', 'scanned badge', 'exchanged cards'
    )
group by lower(trim(action))
order by action_key
