/*
title:   Who asked not to be contacted, in a file or on screen
grain:   one row per person
needs:   customers, entries
returns: person_key
source:  docs/decisions/043
*/
select person_key
from customers
where do_not_contact
union
select person_key
from entries
where kind = 'do_not_contact'
