/*
title:   What every standing is known to be
grain:   one row per standing and attribute of the card that it has a value of
needs:   standings, score_points
returns: standing_key, attribute, value_key, value
assumes: values are compared by value_key, lower case without blanks around it
source:  M17; docs/decisions/071
*/
with

attributes as (
    select distinct attribute
    from score_points
),

every_value as (
    select
        standings.standing_key,
        attributes.attribute,
        trim(
            case attributes.attribute
                when 'need' then standings.need
                when 'willingness' then standings.willingness
                when 'resources' then standings.resources
                when 'referral' then standings.referral
                when 'path' then standings.path
                when 'warmth' then standings.warmth
                when 'contact' then standings.contact
                when 'industry' then standings.industry
                when 'sites' then standings.site_band
                when 'product' then standings.product
            end
        ) as value
    from standings
    cross join attributes
)

select
    standing_key,
    attribute,
    lower(value) as value_key,
    value
from every_value
where value is not null
