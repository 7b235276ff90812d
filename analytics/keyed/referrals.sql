/*
title:   Referrals with the person behind each row
grain:   one row per introduction
needs:   referrals, identities
returns: referrer_person_key, referred_person_key, then the columns of canonical.referrals
*/
select
    referrers.person_key as referrer_person_key,
    referred_people.person_key as referred_person_key,
    referrals.referrer,
    referrals.referred,
    referrals.asked_at,
    referrals.given_at,
    referrals.lead_id,
    referrals.customer_id,
    referrals.upload_id,
    referrals.sheet,
    referrals.row_number,
    referrals.unread
from canonical.referrals as referrals
inner join identities as referrers
    on
        referrers.source_table = 'referrers'
        and referrals.referrer = referrers.source_ref
inner join identities as referred_people
    on
        referred_people.source_table = 'referred'
        and coalesce(referrals.customer_id, '') || '|' || coalesce(referrals.lead_id, '') || '|' || referrals.referred
        = referred_people.source_ref
