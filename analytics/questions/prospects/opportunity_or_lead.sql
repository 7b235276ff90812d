/*
title:    Opportunity or only a lead
question: Which prospects are likely to buy and to come back, which will buy once at most, and who is working them?
method:   M17, M18, H1, H2, H3, H4, H5, H8
grain:    one row per prospect, best first within its kind; at most the first 100 of each kind, counts are of all
needs:    leads or deals
uses:     orders, customers, touches, interactions
params:   $as_of date; $owner text or null; $path text or null
returns:  prospect_rank, person_key, lead_id, deal_id, name, company, owner, path, source, industry,
          site_count, site_band, product, referral, likely_amount, created_date, open_deal_count, open_amount,
          stage_name, last_contact_date, days_since_last_contact, is_worked, is_fresh, warmth, contact, need,
          need_proof, willingness, willingness_proof, resources, resources_proof, is_justified,
          justify_question, prospect_kind, is_label_sure, sale_score, sale_low_score, sale_high_score,
          sale_known_rate, score_sale_need, score_sale_willingness, score_sale_resources, score_sale_referral,
          score_sale_path, score_sale_warmth, score_sale_contact, repeat_score, repeat_low_score,
          repeat_high_score, repeat_known_rate, score_repeat_sites, score_repeat_industry,
          score_repeat_product, score_repeat_referral, score_repeat_path, unknown_attribute, next_question,
          evidence_attribute, evidence_value, evidence_success_count, evidence_case_count,
          win_probability, win_low_probability, win_high_probability, expected_low_orders, expected_orders,
          expected_high_orders, expected_low_amount, expected_likely_amount, expected_high_amount, fit_rate,
          unknowns, reasons,
          prospect_count, opportunity_count, easy_one_off_count, nurture_count, let_go_count, cant_tell_count,
          unworked_opportunity_count, customer_count, lost_count, deal_count, deal_amount, justified_count,
          justified_amount, closed_deal_count, won_deal_count, closed_justified_count, won_justified_count,
          lead_case_count, lead_bought_count, late_case_count, late_bought_count, history_count,
          came_back_count, learned_count, sale_score_limit, repeat_score_limit, unworked_days,
          sale_window_days, repeat_low_amount, repeat_likely_amount, repeat_high_amount
absent:   open_amount, stage_name, justify_question, next_question, unknown_attribute, unknowns
summary:  prospect_count, opportunity_count, easy_one_off_count, nurture_count, let_go_count, cant_tell_count,
          unworked_opportunity_count, customer_count, lost_count, deal_count, deal_amount, justified_count,
          justified_amount, closed_deal_count, won_deal_count, closed_justified_count, won_justified_count,
          lead_case_count, lead_bought_count, late_case_count, late_bought_count, history_count,
          came_back_count, learned_count, sale_score_limit, repeat_score_limit, unworked_days,
          sale_window_days, repeat_low_amount, repeat_likely_amount, repeat_high_amount
screen:   name, company, prospect_kind, sale_score, repeat_score, next_question, reasons, is_worked,
          days_since_last_contact, win_probability, expected_likely_amount, is_justified, stage_name,
          open_amount, lead_id, owner, path, source, industry, site_count, product, referral, unknowns
money:    leads
assumes:  scores are of the day of publishing; as-of decides who had come in and how long nobody was in touch;
          points are no probabilities; an unknown part is null and counts neither way; expected amounts are revenue
          after the first order within 24 months should they buy, null while fewer than 10 customers came back; the win
          probability is the share of leads like them who buy within the window of coming in, null unless it came true
          on leads that came later
source:   M17; our choices are in docs/decisions/020 to 025
next_step: Call the opportunities that nobody works on and ask the question beside each.
*/
with

limits as (
    select
        max(case when name = 'unworked_days' then cast(value as bigint) end) as unworked_days,
        max(case when name = 'sale_window_days' then cast(value as bigint) end) as sale_window_days,
        max(case when name = 'sale_score_high' then cast(value as bigint) end) as sale_score_limit,
        max(case when name = 'repeat_score_high' then cast(value as bigint) end) as repeat_score_limit
    from cut_offs
),

chosen as not materialized (
    select
        person_key,
        prospect_kind,
        kind_rank,
        last_contact_date,
        open_deal_count
    from prospect_cards
    where
        (created_date is null or created_date <= cast($as_of as date))
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
),

-- five short lists instead of one rank over everybody: nobody reads further, and it is what keeps 100,000 fast
listed as (
    (
        select
            person_key,
            1 as kind_order,
            kind_rank
        from chosen
        where prospect_kind = 'opportunity'
        order by kind_rank
        limit 100
    )
    union all
    (
        select
            person_key,
            2 as kind_order,
            kind_rank
        from chosen
        where prospect_kind = 'easy_one_off'
        order by kind_rank
        limit 100
    )
    union all
    (
        select
            person_key,
            3 as kind_order,
            kind_rank
        from chosen
        where prospect_kind = 'nurture'
        order by kind_rank
        limit 100
    )
    union all
    (
        select
            person_key,
            4 as kind_order,
            kind_rank
        from chosen
        where prospect_kind = 'let_go'
        order by kind_rank
        limit 100
    )
    union all
    (
        select
            person_key,
            5 as kind_order,
            kind_rank
        from chosen
        where prospect_kind = 'cant_tell'
        order by kind_rank
        limit 100
    )
),

kinds as (
    select
        prospect_kind,
        count(*) as prospect_count
    from chosen
    group by prospect_kind
),

totals as (
    select
        cast(coalesce(sum(prospect_count), 0) as bigint) as prospect_count,
        coalesce(max(case when prospect_kind = 'opportunity' then prospect_count end), 0) as opportunity_count,
        coalesce(max(case when prospect_kind = 'easy_one_off' then prospect_count end), 0) as easy_one_off_count,
        coalesce(max(case when prospect_kind = 'nurture' then prospect_count end), 0) as nurture_count,
        coalesce(max(case when prospect_kind = 'let_go' then prospect_count end), 0) as let_go_count,
        coalesce(max(case when prospect_kind = 'cant_tell' then prospect_count end), 0) as cant_tell_count
    from kinds
),

unworked as (
    select count(*) as unworked_opportunity_count
    from chosen
    cross join limits
    where
        chosen.prospect_kind = 'opportunity'
        and chosen.open_deal_count = 0
        and coalesce(date_diff('day', chosen.last_contact_date, cast($as_of as date)) > limits.unworked_days, true)
),

left_out as (
    select
        count(case when excluded_reason = 'customer' then 1 end) as customer_count,
        count(case when excluded_reason <> 'customer' then 1 end) as lost_count
    from prospect_states
    where
        excluded_reason is not null
        and (created_date is null or created_date <= cast($as_of as date))
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
),

pipeline as (
    select
        count(case when is_open then 1 end) as deal_count,
        cast(sum(case when is_open then amount end) as decimal(18, 2)) as deal_amount,
        count(case when is_open and is_justified then 1 end) as justified_count,
        cast(coalesce(sum(case when is_open and is_justified then amount end), 0) as decimal(18, 2))
            as justified_amount,
        count(case when is_won or is_lost then 1 end) as closed_deal_count,
        count(case when is_won then 1 end) as won_deal_count,
        count(case when (is_won or is_lost) and is_justified then 1 end) as closed_justified_count,
        count(case when is_won and is_justified then 1 end) as won_justified_count
    from deal_states
    where
        (opened_date is null or opened_date <= cast($as_of as date))
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
)

select
    row_number() over (order by listed.kind_order, listed.kind_rank) as prospect_rank,
    prospect_cards.person_key,
    prospect_cards.lead_id,
    prospect_cards.deal_id,
    prospect_cards.name,
    prospect_cards.company,
    prospect_cards.owner,
    prospect_cards.path,
    prospect_cards.source,
    prospect_cards.industry,
    prospect_cards.site_count,
    prospect_cards.site_band,
    prospect_cards.product,
    prospect_cards.referral,
    prospect_cards.likely_amount,
    prospect_cards.created_date,
    prospect_cards.open_deal_count,
    prospect_cards.open_amount,
    prospect_cards.stage_name,
    prospect_cards.last_contact_date,
    date_diff('day', prospect_cards.last_contact_date, cast($as_of as date)) as days_since_last_contact,
    prospect_cards.open_deal_count > 0
    or coalesce(
        date_diff('day', prospect_cards.last_contact_date, cast($as_of as date)) <= limits.unworked_days, false
    ) as is_worked,
    date_diff('day', prospect_cards.created_date, cast($as_of as date)) <= limits.sale_window_days as is_fresh,
    prospect_cards.warmth,
    prospect_cards.contact,
    prospect_cards.need,
    prospect_cards.need_proof,
    prospect_cards.willingness,
    prospect_cards.willingness_proof,
    prospect_cards.resources,
    prospect_cards.resources_proof,
    prospect_cards.is_justified,
    prospect_cards.justify_question,
    prospect_cards.prospect_kind,
    prospect_cards.is_label_sure,
    prospect_cards.sale_score,
    prospect_cards.sale_low_score,
    prospect_cards.sale_high_score,
    prospect_cards.sale_known_rate,
    prospect_cards.score_sale_need,
    prospect_cards.score_sale_willingness,
    prospect_cards.score_sale_resources,
    prospect_cards.score_sale_referral,
    prospect_cards.score_sale_path,
    prospect_cards.score_sale_warmth,
    prospect_cards.score_sale_contact,
    prospect_cards.repeat_score,
    prospect_cards.repeat_low_score,
    prospect_cards.repeat_high_score,
    prospect_cards.repeat_known_rate,
    prospect_cards.score_repeat_sites,
    prospect_cards.score_repeat_industry,
    prospect_cards.score_repeat_product,
    prospect_cards.score_repeat_referral,
    prospect_cards.score_repeat_path,
    prospect_cards.unknown_attribute,
    prospect_cards.next_question,
    prospect_cards.evidence_attribute,
    prospect_cards.evidence_value,
    prospect_cards.evidence_success_count,
    prospect_cards.evidence_case_count,
    totals.prospect_count,
    totals.opportunity_count,
    totals.easy_one_off_count,
    totals.nurture_count,
    totals.let_go_count,
    totals.cant_tell_count,
    unworked.unworked_opportunity_count,
    left_out.customer_count,
    left_out.lost_count,
    pipeline.deal_count,
    pipeline.deal_amount,
    pipeline.justified_count,
    pipeline.justified_amount,
    pipeline.closed_deal_count,
    pipeline.won_deal_count,
    pipeline.closed_justified_count,
    pipeline.won_justified_count,
    prospect_history.lead_case_count,
    prospect_history.lead_bought_count,
    prospect_history.late_case_count,
    prospect_history.late_bought_count,
    prospect_history.history_count,
    prospect_history.came_back_count,
    prospect_history.learned_count,
    limits.sale_score_limit,
    limits.repeat_score_limit,
    limits.unworked_days,
    limits.sale_window_days,
    prospect_cards.win_probability,
    prospect_cards.win_low_probability,
    prospect_cards.win_high_probability,
    prospect_cards.expected_low_orders,
    prospect_cards.expected_orders,
    prospect_cards.expected_high_orders,
    prospect_cards.expected_low_amount,
    prospect_cards.expected_likely_amount,
    prospect_cards.expected_high_amount,
    prospect_cards.fit_rate,
    prospect_history.all_amount_mean,
    prospect_history.all_amount_deviation
from listed
inner join prospect_cards on listed.person_key = prospect_cards.person_key
cross join limits
cross join totals
cross join unworked
cross join left_out
cross join pipeline
cross join prospect_history
order by prospect_rank
