/*
title:    Opportunity or only a lead
question: Which prospects are likely to buy and to come back, which will buy once at most, and who is working them?
method:   M17, M18, H1, H2, H3, H4, H5, H8
grain:    one row per prospect, best first within its kind; at most the first 100 of each kind, counts are of all
needs:    leads or deals
uses:     orders, customers, touches, interactions, entries
parts:    prospect_limits, chosen_prospects, first_of_each_kind, prospect_totals, people_left_out,
          own_latest_labels
params:   $as_of date; $owner text or null; $path text or null
returns:  prospect_rank, person_key, lead_id, deal_id, name, company, owner, path, source, industry,
          site_count, site_band, product, referral, likely_amount, created_date, open_deal_count, open_amount,
          stage_name, last_contact_date, days_since_last_contact, is_worked, is_fresh, warmth, contact, need,
          need_proof, willingness, willingness_proof, resources, resources_proof, is_justified,
          justify_question, prospect_kind, own_kind, own_written_by, own_written_date, is_label_sure, sale_score, sale_low_score, sale_high_score,
          sale_known_rate, score_sale_need, score_sale_willingness, score_sale_resources, score_sale_referral,
          score_sale_path, score_sale_warmth, score_sale_contact, repeat_score, repeat_low_score,
          repeat_high_score, repeat_known_rate, score_repeat_sites, score_repeat_industry,
          score_repeat_product, score_repeat_referral, score_repeat_path, unknown_attribute, next_question,
          evidence_attribute, evidence_value, evidence_success_count, evidence_case_count,
          win_probability, win_low_probability, win_high_probability, expected_low_orders, expected_orders,
          expected_high_orders, expected_low_amount, expected_likely_amount, expected_high_amount, fit_rate,
          unknowns, reasons,
          prospect_count, opportunity_count, easy_one_off_count, nurture_count, let_go_count, cant_tell_count,
          unworked_opportunity_count, customer_count, lost_count, lead_case_count, lead_bought_count, late_case_count, late_bought_count, history_count,
          came_back_count, learned_count, sale_score_limit, repeat_score_limit, unworked_days,
          sale_window_days, repeat_window_days, repeat_low_amount, repeat_likely_amount, repeat_high_amount
absent:   own_kind, own_written_by, own_written_date, open_amount, stage_name, justify_question, next_question, unknown_attribute, unknowns
listed_of: prospect_count
summary:  prospect_count, opportunity_count, easy_one_off_count, nurture_count, let_go_count, cant_tell_count,
          unworked_opportunity_count, customer_count, lost_count, lead_case_count, lead_bought_count, late_case_count, late_bought_count, history_count,
          came_back_count, learned_count, sale_score_limit, repeat_score_limit, unworked_days,
          sale_window_days, repeat_window_days, repeat_low_amount, repeat_likely_amount, repeat_high_amount
screen:   name, company, prospect_kind, own_kind, sale_score, repeat_score, next_question, reasons, is_worked,
          days_since_last_contact, win_probability, expected_likely_amount, is_justified, stage_name,
          open_amount, lead_id, owner, path, source, industry, site_count, product, referral, unknowns
money:    leads
assumes:  scores are of the day of publishing with what was written down since; as-of decides who had come in and how long nobody was in touch;
          days since last contact: 0 = in touch on the as-of day or after it, null = no contact on file;
          points are no probabilities; an unknown part is null and counts neither way; expected amounts are revenue
          after the first order within repeat_window_days should they buy, null while fewer than 10 customers came back; the win
          probability is the share of leads like them who buy within the window of coming in, null unless it came true
          on leads that came later
source:   M17; our choices are in docs/decisions/020 to 025
next_step: Call the opportunities that nobody works on and ask the question beside each.
*/
select
    row_number() over (order by first_of_each_kind.kind_order, first_of_each_kind.kind_rank) as prospect_rank,
    told_prospects.person_key,
    told_prospects.lead_id,
    told_prospects.deal_id,
    told_prospects.name,
    told_prospects.company,
    told_prospects.owner,
    told_prospects.path,
    told_prospects.source,
    told_prospects.industry,
    told_prospects.site_count,
    told_prospects.site_band,
    told_prospects.product,
    told_prospects.referral,
    told_prospects.likely_amount,
    told_prospects.created_date,
    told_prospects.open_deal_count,
    told_prospects.open_amount,
    told_prospects.stage_name,
    told_prospects.last_contact_date,
    -- somebody may have talked to them after the as-of day: never negative, and unlike greatest() null stays null
    case
        when told_prospects.last_contact_date > cast($as_of as date) then 0
        else date_diff('day', told_prospects.last_contact_date, cast($as_of as date))
    end as days_since_last_contact,
    told_prospects.open_deal_count > 0
    or coalesce(
        date_diff('day', told_prospects.last_contact_date, cast($as_of as date)) <= prospect_limits.unworked_days, false
    ) as is_worked,
    date_diff('day', told_prospects.created_date, cast($as_of as date)) <= prospect_limits.sale_window_days as is_fresh,
    told_prospects.warmth,
    told_prospects.contact,
    told_prospects.need,
    told_prospects.need_proof,
    told_prospects.willingness,
    told_prospects.willingness_proof,
    told_prospects.resources,
    told_prospects.resources_proof,
    told_prospects.is_justified,
    told_prospects.justify_question,
    told_prospects.prospect_kind,
    own_latest_labels.own_kind,
    own_latest_labels.own_written_by,
    own_latest_labels.own_written_date,
    told_prospects.is_label_sure,
    told_prospects.sale_score,
    told_prospects.sale_low_score,
    told_prospects.sale_high_score,
    told_prospects.sale_known_rate,
    told_prospects.score_sale_need,
    told_prospects.score_sale_willingness,
    told_prospects.score_sale_resources,
    told_prospects.score_sale_referral,
    told_prospects.score_sale_path,
    told_prospects.score_sale_warmth,
    told_prospects.score_sale_contact,
    told_prospects.repeat_score,
    told_prospects.repeat_low_score,
    told_prospects.repeat_high_score,
    told_prospects.repeat_known_rate,
    told_prospects.score_repeat_sites,
    told_prospects.score_repeat_industry,
    told_prospects.score_repeat_product,
    told_prospects.score_repeat_referral,
    told_prospects.score_repeat_path,
    told_prospects.unknown_attribute,
    told_prospects.next_question,
    told_prospects.evidence_attribute,
    told_prospects.evidence_value,
    told_prospects.evidence_success_count,
    told_prospects.evidence_case_count,
    prospect_totals.prospect_count,
    prospect_totals.opportunity_count,
    prospect_totals.easy_one_off_count,
    prospect_totals.nurture_count,
    prospect_totals.let_go_count,
    prospect_totals.cant_tell_count,
    prospect_totals.unworked_opportunity_count,
    people_left_out.customer_count,
    people_left_out.lost_count,
    prospect_history.lead_case_count,
    prospect_history.lead_bought_count,
    prospect_history.late_case_count,
    prospect_history.late_bought_count,
    prospect_history.history_count,
    prospect_history.came_back_count,
    prospect_history.learned_count,
    prospect_limits.sale_score_limit,
    prospect_limits.repeat_score_limit,
    prospect_limits.unworked_days,
    prospect_limits.sale_window_days,
    prospect_limits.repeat_window_days,
    told_prospects.win_probability,
    told_prospects.win_low_probability,
    told_prospects.win_high_probability,
    told_prospects.expected_low_orders,
    told_prospects.expected_orders,
    told_prospects.expected_high_orders,
    told_prospects.expected_low_amount,
    told_prospects.expected_likely_amount,
    told_prospects.expected_high_amount,
    told_prospects.fit_rate,
    prospect_history.all_amount_mean,
    prospect_history.all_amount_deviation
from first_of_each_kind
inner join told_prospects on first_of_each_kind.person_key = told_prospects.person_key
left join own_latest_labels on first_of_each_kind.person_key = own_latest_labels.person_key
cross join prospect_limits
cross join prospect_totals
cross join people_left_out
cross join prospect_history
order by prospect_rank
