/*
title:   How many customers sent somebody who then bought
grain:   one row
needs:   referrals, first_orders
parts:   customers_of_owner
params:  $owner text or null
returns: referrer_count
source:  M7, docs/decisions/032
*/
select count(distinct referrals.referrer_person_key) as referrer_count
from referrals
inner join first_orders as referred_customers
    on referrals.referred_person_key = referred_customers.person_key
where
    (
        cast($owner as varchar) is null
        or referrals.referrer_person_key in (select customers_of_owner.person_key from customers_of_owner)
    )
