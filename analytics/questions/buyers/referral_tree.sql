/*
title:   Referral tree
question: Who brought whom, and whom did these bring in turn?
method:   M8, H8
grain:    one row per introduction, most money first; at most 1,000
needs:    referrals or leads or customers or orders
uses:     touches, deals, entries
params:
returns:  referrer_person_key, referrer_name, referred_person_key, referred_name, referred_customer_id, given_date,
          is_in_ledger, is_contacted, was_customer, is_won, won_amount, introduction_count, won_count, deepest_count, referrer_count
absent:   won_amount
summary:  introduction_count, won_count, deepest_count, referrer_count
assumes:  as in the referral ledger, with the names written down in talks; whoever was introduced by several stands under the first by date and counts once; a circle of people
          who introduced one another is cut where it closes
source:   counted; docs/decisions/037, 050
nothing:  No introduction is on file yet. A list of introductions, or a column Referred by in a list of leads or customers,
          tells who brought whom.
next_step: Thank the customers from whom whole branches grew, and ask the branches too.
*/
with

totals as (
    select
        count(case when is_first then 1 end) as introduction_count,
        count(case when is_first and is_won then 1 end) as won_count,
        count(distinct referrer_person_key) as referrer_count
    from told_introductions
),

listed as (
    select *
    from told_introductions
    order by won_amount desc nulls last, referrer_person_key asc, referred_person_key asc
    limit 1000
)

select
    listed.referrer_person_key,
    coalesce(referrers.name, referrers.email, referrers.customer_id) as referrer_name,
    listed.referred_person_key,
    coalesce(referred_people.name, referred_people.email, referred_people.customer_id, listed.referred_name) as referred_name,
    referred_people.customer_id as referred_customer_id,
    coalesce(listed.given_date, listed.asked_date) as given_date,
    listed.is_in_ledger,
    listed.is_contacted,
    listed.was_customer,
    listed.is_won,
    listed.won_amount,
    totals.introduction_count,
    totals.won_count,
    -- how many generations there are is followed in Python
    cast(null as bigint) as deepest_count,
    totals.referrer_count
from listed
inner join people as referrers on listed.referrer_person_key = referrers.person_key
left join people as referred_people on listed.referred_person_key = referred_people.person_key
cross join totals
order by listed.won_amount desc nulls last, listed.referrer_person_key asc, listed.referred_person_key asc
