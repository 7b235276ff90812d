/*
title:   Past cases, by what was known of them before
grain:   one row per case and attribute
needs:   customer_starts, lead_starts
returns: axis, attribute, value (null where not known), is_success, later_amount
assumes: axis repeat: customers whose window is over, success = came back; axis sale: leads whose window is over, success = bought
source:  M17, H4
*/
select
    'repeat' as axis,
    'industry' as attribute,
    industry as value,
    is_came_back as is_success,
    later_amount
from customer_starts
where is_mature
union all
select
    'repeat',
    'sites',
    site_band,
    is_came_back,
    later_amount
from customer_starts
where is_mature
union all
select
    'repeat',
    'product',
    product,
    is_came_back,
    later_amount
from customer_starts
where is_mature
union all
select
    'repeat',
    'path',
    path,
    is_came_back,
    later_amount
from customer_starts
where is_mature
union all
select
    'repeat',
    'referral',
    referral,
    is_came_back,
    later_amount
from customer_starts
where is_mature
union all
select
    'sale',
    'path',
    path,
    is_bought,
    null
from lead_starts
where is_settled
union all
select
    'sale',
    'referral',
    referral,
    is_bought,
    null
from lead_starts
where is_settled
