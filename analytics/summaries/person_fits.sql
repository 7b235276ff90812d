/*
title:   How well each person fits, as far as the own history tells
grain:   one row per person with a lead row
needs:   lead_states, attribute_points, cut_offs
returns: person_key, fit_score, fit
assumes: fit is likeness to customers who came back, from industry, number of sites and product of the first lead row;
         only attributes that really differ in the own history count, never the shipped card; the way in (path,
         referral) does not count, because paths are compared by it; 50 points = like the average customer; less than
         score_known_rate of the points known = fit null, which is unknown and not poor
source:  M12, M16, docs/decisions/013
*/
with

limits as (
    select
        cast(max(case when name = 'poor_fit_score' then value end) as double) as poor_fit_score,
        cast(max(case when name = 'score_known_rate' then value end) as double) as score_known_rate
    from cut_offs
),

first_rows as (
    select
        person_key,
        max(newness) as newness
    from lead_states
    group by person_key
),

learned as (
    select
        attribute,
        value_key,
        points,
        weight_points
    from attribute_points
    where axis = 'repeat' and points_source = 'own history' and attribute in ('industry', 'sites', 'product')
),

-- no rows where nothing is learned: then nobody's fit is known
weights as (
    select sum(weight_points) as all_points
    from (
        select
            attribute,
            max(weight_points) as weight_points
        from learned
        group by attribute
    ) as attributes
),

earned as (
    select
        lead_states.person_key,
        coalesce(industries.points, 0) + coalesce(sites.points, 0) + coalesce(products.points, 0) as points,
        coalesce(industries.weight_points, 0) + coalesce(sites.weight_points, 0)
        + coalesce(products.weight_points, 0) as known_points
    from first_rows
    inner join lead_states
        on first_rows.person_key = lead_states.person_key and first_rows.newness = lead_states.newness
    left join learned as industries
        on industries.attribute = 'industry' and lower(trim(lead_states.industry)) = industries.value_key
    left join learned as sites
        on sites.attribute = 'sites' and lower(trim(lead_states.site_band)) = sites.value_key
    left join learned as products
        on products.attribute = 'product' and lower(trim(lead_states.product)) = products.value_key
),

scored as (
    select
        earned.person_key,
        case
            when earned.known_points >= limits.score_known_rate * weights.all_points
                then earned.points * 100 / nullif(earned.known_points, 0)
        end as fit_score,
        limits.poor_fit_score
    from earned
    cross join weights
    cross join limits
)

select
    person_key,
    fit_score,
    case when fit_score < poor_fit_score then 'poor' when fit_score is not null then 'good' end as fit
from scored
order by person_key
