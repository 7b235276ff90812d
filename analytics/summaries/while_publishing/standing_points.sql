/*
title:   Points of every standing
grain:   one row per standing
needs:   standings, attribute_points, score_points
returns: standing_key, per axis and attribute its points <axis>_<attribute>, and where it is not known its weight
         <axis>_<attribute>_gap; per axis the running sums <axis>_sum_<place>, <axis>_known_points and <axis>_all_points,
         and is_<axis>_proven
assumes: points are of the card's weights, not yet on a scale of 100; an attribute without a value is null, not 0;
         proven = one of the values proved in the own history to tell on this axis
source:  M17; docs/decisions/020, docs/decisions/071
*/
with

-- an attribute that nobody has a value of still weighs what its card says
attribute_weights as (
    select
        score_points.axis,
        score_points.attribute,
        coalesce(max(attribute_points.weight_points), cast(max(score_points.points) as double)) as weight_points
    from score_points
    left join attribute_points
        on score_points.axis = attribute_points.axis and score_points.attribute = attribute_points.attribute
    group by score_points.axis, score_points.attribute
),

-- an attribute that the owner took off the card weighs nothing
weights as (
    select
        coalesce(max(case when axis = 'sale' and attribute = 'need' then weight_points end), 0.0)
            as sale_need_weight,
        coalesce(max(case when axis = 'sale' and attribute = 'willingness' then weight_points end), 0.0)
            as sale_willingness_weight,
        coalesce(max(case when axis = 'sale' and attribute = 'resources' then weight_points end), 0.0)
            as sale_resources_weight,
        coalesce(max(case when axis = 'sale' and attribute = 'referral' then weight_points end), 0.0)
            as sale_referral_weight,
        coalesce(max(case when axis = 'sale' and attribute = 'path' then weight_points end), 0.0)
            as sale_path_weight,
        coalesce(max(case when axis = 'sale' and attribute = 'warmth' then weight_points end), 0.0)
            as sale_warmth_weight,
        coalesce(max(case when axis = 'sale' and attribute = 'contact' then weight_points end), 0.0)
            as sale_contact_weight,
        coalesce(max(case when axis = 'repeat' and attribute = 'sites' then weight_points end), 0.0)
            as repeat_sites_weight,
        coalesce(max(case when axis = 'repeat' and attribute = 'industry' then weight_points end), 0.0)
            as repeat_industry_weight,
        coalesce(max(case when axis = 'repeat' and attribute = 'product' then weight_points end), 0.0)
            as repeat_product_weight,
        coalesce(max(case when axis = 'repeat' and attribute = 'referral' then weight_points end), 0.0)
            as repeat_referral_weight,
        coalesce(max(case when axis = 'repeat' and attribute = 'path' then weight_points end), 0.0)
            as repeat_path_weight,
        sum(case when axis = 'sale' then weight_points else 0.0 end) as sale_all_points,
        sum(case when axis = 'repeat' then weight_points else 0.0 end) as repeat_all_points
    from attribute_weights
),

earned as (
    select
        standings.standing_key,
        sale_need.points as sale_need,
        sale_willingness.points as sale_willingness,
        sale_resources.points as sale_resources,
        sale_referral.points as sale_referral,
        sale_path.points as sale_path,
        sale_warmth.points as sale_warmth,
        sale_contact.points as sale_contact,
        repeat_sites.points as repeat_sites,
        repeat_industry.points as repeat_industry,
        repeat_product.points as repeat_product,
        repeat_referral.points as repeat_referral,
        repeat_path.points as repeat_path,
        coalesce(sale_need.is_proven, false)
        or coalesce(sale_willingness.is_proven, false)
        or coalesce(sale_resources.is_proven, false)
        or coalesce(sale_referral.is_proven, false)
        or coalesce(sale_path.is_proven, false)
        or coalesce(sale_warmth.is_proven, false)
        or coalesce(sale_contact.is_proven, false)
            as is_sale_proven,
        coalesce(repeat_sites.is_proven, false)
        or coalesce(repeat_industry.is_proven, false)
        or coalesce(repeat_product.is_proven, false)
        or coalesce(repeat_referral.is_proven, false)
        or coalesce(repeat_path.is_proven, false)
            as is_repeat_proven
    from standings
    left join attribute_points as sale_need
        on
            sale_need.axis = 'sale' and sale_need.attribute = 'need'
            and lower(trim(standings.need)) = sale_need.value_key
    left join attribute_points as sale_willingness
        on
            sale_willingness.axis = 'sale' and sale_willingness.attribute = 'willingness'
            and lower(trim(standings.willingness)) = sale_willingness.value_key
    left join attribute_points as sale_resources
        on
            sale_resources.axis = 'sale' and sale_resources.attribute = 'resources'
            and lower(trim(standings.resources)) = sale_resources.value_key
    left join attribute_points as sale_referral
        on
            sale_referral.axis = 'sale' and sale_referral.attribute = 'referral'
            and lower(trim(standings.referral)) = sale_referral.value_key
    left join attribute_points as sale_path
        on
            sale_path.axis = 'sale' and sale_path.attribute = 'path'
            and lower(trim(standings.path)) = sale_path.value_key
    left join attribute_points as sale_warmth
        on
            sale_warmth.axis = 'sale' and sale_warmth.attribute = 'warmth'
            and lower(trim(standings.warmth)) = sale_warmth.value_key
    left join attribute_points as sale_contact
        on
            sale_contact.axis = 'sale' and sale_contact.attribute = 'contact'
            and lower(trim(standings.contact)) = sale_contact.value_key
    left join attribute_points as repeat_sites
        on
            repeat_sites.axis = 'repeat' and repeat_sites.attribute = 'sites'
            and lower(trim(standings.site_band)) = repeat_sites.value_key
    left join attribute_points as repeat_industry
        on
            repeat_industry.axis = 'repeat' and repeat_industry.attribute = 'industry'
            and lower(trim(standings.industry)) = repeat_industry.value_key
    left join attribute_points as repeat_product
        on
            repeat_product.axis = 'repeat' and repeat_product.attribute = 'product'
            and lower(trim(standings.product)) = repeat_product.value_key
    left join attribute_points as repeat_referral
        on
            repeat_referral.axis = 'repeat' and repeat_referral.attribute = 'referral'
            and lower(trim(standings.referral)) = repeat_referral.value_key
    left join attribute_points as repeat_path
        on
            repeat_path.axis = 'repeat' and repeat_path.attribute = 'path'
            and lower(trim(standings.path)) = repeat_path.value_key
),

missing as (
    select
        earned.*,
        weights.sale_all_points,
        weights.repeat_all_points,
        case when earned.sale_need is null then weights.sale_need_weight else 0.0 end as sale_need_gap,
        case when earned.sale_willingness is null then weights.sale_willingness_weight else 0.0 end as sale_willingness_gap,
        case when earned.sale_resources is null then weights.sale_resources_weight else 0.0 end as sale_resources_gap,
        case when earned.sale_referral is null then weights.sale_referral_weight else 0.0 end as sale_referral_gap,
        case when earned.sale_path is null then weights.sale_path_weight else 0.0 end as sale_path_gap,
        case when earned.sale_warmth is null then weights.sale_warmth_weight else 0.0 end as sale_warmth_gap,
        case when earned.sale_contact is null then weights.sale_contact_weight else 0.0 end as sale_contact_gap,
        case when earned.repeat_sites is null then weights.repeat_sites_weight else 0.0 end as repeat_sites_gap,
        case when earned.repeat_industry is null then weights.repeat_industry_weight else 0.0 end as repeat_industry_gap,
        case when earned.repeat_product is null then weights.repeat_product_weight else 0.0 end as repeat_product_gap,
        case when earned.repeat_referral is null then weights.repeat_referral_weight else 0.0 end as repeat_referral_gap,
        case when earned.repeat_path is null then weights.repeat_path_weight else 0.0 end as repeat_path_gap
    from earned
    cross join weights
)

select
    standing_key,
    sale_need,
    sale_willingness,
    sale_resources,
    sale_referral,
    sale_path,
    sale_warmth,
    sale_contact,
    repeat_sites,
    repeat_industry,
    repeat_product,
    repeat_referral,
    repeat_path,
    sale_need_gap,
    sale_willingness_gap,
    sale_resources_gap,
    sale_referral_gap,
    sale_path_gap,
    sale_warmth_gap,
    sale_contact_gap,
    repeat_sites_gap,
    repeat_industry_gap,
    repeat_product_gap,
    repeat_referral_gap,
    repeat_path_gap,
    coalesce(sale_need, 0) as sale_sum_1,
    coalesce(sale_need, 0) + coalesce(sale_willingness, 0) as sale_sum_2,
    coalesce(sale_need, 0) + coalesce(sale_willingness, 0) + coalesce(sale_resources, 0) as sale_sum_3,
    coalesce(sale_need, 0) + coalesce(sale_willingness, 0) + coalesce(sale_resources, 0)
    + coalesce(sale_referral, 0) as sale_sum_4,
    coalesce(sale_need, 0) + coalesce(sale_willingness, 0) + coalesce(sale_resources, 0)
    + coalesce(sale_referral, 0) + coalesce(sale_path, 0) as sale_sum_5,
    coalesce(sale_need, 0) + coalesce(sale_willingness, 0) + coalesce(sale_resources, 0)
    + coalesce(sale_referral, 0) + coalesce(sale_path, 0) + coalesce(sale_warmth, 0) as sale_sum_6,
    coalesce(sale_need, 0) + coalesce(sale_willingness, 0) + coalesce(sale_resources, 0)
    + coalesce(sale_referral, 0) + coalesce(sale_path, 0) + coalesce(sale_warmth, 0)
    + coalesce(sale_contact, 0) as sale_sum_7,
    sale_all_points,
    sale_all_points - (
        sale_need_gap + sale_willingness_gap + sale_resources_gap + sale_referral_gap + sale_path_gap
        + sale_warmth_gap + sale_contact_gap
    ) as sale_known_points,
    coalesce(repeat_sites, 0) as repeat_sum_1,
    coalesce(repeat_sites, 0) + coalesce(repeat_industry, 0) as repeat_sum_2,
    coalesce(repeat_sites, 0) + coalesce(repeat_industry, 0) + coalesce(repeat_product, 0) as repeat_sum_3,
    coalesce(repeat_sites, 0) + coalesce(repeat_industry, 0) + coalesce(repeat_product, 0)
    + coalesce(repeat_referral, 0) as repeat_sum_4,
    coalesce(repeat_sites, 0) + coalesce(repeat_industry, 0) + coalesce(repeat_product, 0)
    + coalesce(repeat_referral, 0) + coalesce(repeat_path, 0) as repeat_sum_5,
    repeat_all_points,
    repeat_all_points - (
        repeat_sites_gap + repeat_industry_gap + repeat_product_gap + repeat_referral_gap
        + repeat_path_gap
    ) as repeat_known_points,
    is_sale_proven,
    is_repeat_proven
from missing
