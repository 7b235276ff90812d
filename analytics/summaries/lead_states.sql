/*
title:   What is known of each lead
grain:   one row per row of the leads sheet
needs:   dated_products
parts:   leads_read
returns: person_key, lead_id, name, company, owner, path, source, industry, site_count, site_band, product, referral,
         estimated_amount, created_date, is_lost, need, need_proof, willingness, willingness_proof, resources,
         resources_proof, newness
assumes: newness 1 is the person's latest row; the product is without the month it was for; somebody is referred whom a file marks so or whose path says so; when
         nobody in the data is, whether somebody was is unknown, and where only paths tell, of whoever has none; need, willingness and resources are read as in deal_states; a status is lost as the stages or
         path_links have it
source:  M17, M18
*/
with

answered as (
    select
        leads_read.*,
        coalesce(dated_products.bare_product, leads_read.product) as bare_product,
        case when leads_read.need_word in ('yes', 'no') then leads_read.need_word end as need_answer,
        case when leads_read.willingness_word in ('yes', 'no') then leads_read.willingness_word end as willingness_answer,
        case when leads_read.resources_word in ('yes', 'no') then leads_read.resources_word end as resources_answer
    from leads_read
    left join dated_products on leads_read.product = dated_products.product
)

select
    person_key,
    lead_id,
    name,
    company,
    owner,
    coalesce(path, source) as path,
    source,
    industry,
    site_count,
    site_band,
    bare_product as product,
    referral,
    estimated_amount,
    cast(created_at as date) as created_date,
    was_lost as is_lost,
    need_answer as need,
    nullif(trim(case when need_answer is null then need else substr(trim(need), length(need_answer) + 2) end), '')
        as need_proof,
    willingness_answer as willingness,
    nullif(
        trim(
            case
                when willingness_answer is null then willingness
                else substr(trim(willingness), length(willingness_answer) + 2)
            end
        ),
        ''
    ) as willingness_proof,
    resources_answer as resources,
    nullif(
        trim(
            case
                when resources_answer is null then resources
                else substr(trim(resources), length(resources_answer) + 2)
            end
        ),
        ''
    ) as resources_proof,
    newness
from answered
where person_key > 0
order by person_key, newness
