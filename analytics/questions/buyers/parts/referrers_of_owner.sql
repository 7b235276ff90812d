/*
title:   How many customers sent somebody who then bought
grain:   one row
needs:   introductions
parts:   customers_of_owner
params:  $owner text or null
returns: referrer_count
assumes: as in introductions: bought on its day or later
source:  M7, docs/decisions/032
*/
select count(distinct introductions.referrer_person_key) as referrer_count
from introductions
where
    introductions.is_won
    and (
        cast($owner as varchar) is null
        or introductions.referrer_person_key in (select customers_of_owner.person_key from customers_of_owner)
    )
