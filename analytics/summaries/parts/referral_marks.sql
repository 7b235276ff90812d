/*
title:   Whether the files tell who was referred
grain:   one row
needs:   referrals, leads, customers, referral_paths
returns: referral_count, path_count
assumes: a file without any mark of referral says nothing about who was referred
source:  M17, docs/decisions/020
*/
select
    (select count(*) from referrals)
    + (
        select count(*) from leads
        where referred_by_customer_id is not null
    )
    + (
        select count(*) from customers
        where referred_by_customer_id is not null
    ) as referral_count,
    (select count(*) from referral_paths) as path_count
