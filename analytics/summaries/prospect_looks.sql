/*
title:   What is known of each person we might sell to, or once might
grain:   one row per person with a lead row or an open deal
needs:   prospect_states, lead_states, people
returns: person_key, industry, site_count, site_band, product, path, referral
assumes: the latest lead row counts; where there is none, the open deal and the person's own record; customers and those
         who said no are kept, so that who left can be compared with who stayed
source:  M16
*/
select
    prospect_states.person_key,
    coalesce(lead_states.industry, people.industry) as industry,
    coalesce(lead_states.site_count, people.site_count) as site_count,
    lead_states.site_band,
    coalesce(lead_states.product, prospect_states.deal_product) as product,
    prospect_states.path,
    lead_states.referral
from prospect_states
inner join people on prospect_states.person_key = people.person_key
left join lead_states on prospect_states.person_key = lead_states.person_key and lead_states.newness = 1
order by prospect_states.person_key
