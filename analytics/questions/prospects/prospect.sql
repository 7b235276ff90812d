/*
title:    One prospect
question: Is this prospect an opportunity, how sure is that, whom are they like, and what should we ask next?
method:   M16, M17, M18, H2, H3
grain:    one row per thing that can be said, of one prospect
needs:    leads or deals
uses:     orders, customers, touches, interactions, referrals, entries
parts:    chosen_prospect
params:   $as_of date; $prospect_id text or null (null: the best opportunity)
returns:  topic_order, topic, answer, why, name, prospect_key, sale_score, sale_low_score, sale_high_score,
          repeat_score, repeat_low_score, repeat_high_score, sale_score_limit, repeat_score_limit
summary:  name, prospect_key, sale_score, sale_low_score, sale_high_score, repeat_score, repeat_low_score,
          repeat_high_score, sale_score_limit, repeat_score_limit
assumes:  points are no chances; a chance is shown only where it came true on leads that came later; an answer written here
          comes before that of the file, in the points as well; an overriding label stands beside ours
source:   docs/decisions/020 to 027
next_step: Ask the question of the last line.
*/
with

limits as (
    select
        max(case when name = 'sale_score_high' then cast(value as bigint) end) as sale_score_limit,
        max(case when name = 'repeat_score_high' then cast(value as bigint) end) as repeat_score_limit,
        max(case when name = 'sale_window_days' then cast(value as bigint) end) as window_days,
        max(case when name = 'repeat_window_days' then cast(value as bigint) end) as repeat_window_days
    from cut_offs
),

spans as (
    select ln(greatest(max(site_count), 1)) - ln(greatest(min(site_count), 1)) as site_span
    from prospect_looks
),

written as (
    select
        entries.person_key,
        entries.kind,
        entries.value,
        entries.note,
        entries.written_by,
        cast(entries.written_at as date) as written_date,
        row_number() over (partition by entries.kind order by entries.entry_id desc) as newness
    from entries
    inner join chosen_prospect on entries.person_key = chosen_prospect.person_key
    where entries.kind in ('need', 'willingness', 'resources', 'override')
)

select
    told_prospects.*,
    coalesce(told_prospects.lead_id, cast(told_prospects.person_key as varchar)) as prospect_key,
    date_diff('day', told_prospects.last_contact_date, cast($as_of as date)) as days_since_last_contact,
    cast($as_of as date) as as_of_date,
    limits.sale_score_limit,
    limits.repeat_score_limit,
    limits.window_days,
    limits.repeat_window_days,
    spans.site_span,
    sale_verdict.way,
    sale_verdict.is_shown,
    sale_verdict.graded_count,
    need_said.value as need_said,
    need_said.note as need_note,
    willingness_said.value as willingness_said,
    willingness_said.note as willingness_note,
    resources_said.value as resources_said,
    resources_said.note as resources_note,
    override_said.value as override_said,
    override_said.note as override_note,
    override_said.written_by as override_by,
    override_said.written_date as override_date,
    ideal_clients.client_place,
    ideal_clients.name as client_name,
    ideal_clients.industry as client_industry,
    ideal_clients.site_count as client_site_count,
    ideal_clients.product as client_product,
    ideal_clients.path as client_path,
    ideal_clients.referral as client_referral
from chosen_prospect
inner join told_prospects on chosen_prospect.person_key = told_prospects.person_key
cross join limits
cross join spans
left join sale_verdict on sale_verdict.is_used
left join written as need_said
    on chosen_prospect.person_key = need_said.person_key and need_said.kind = 'need' and need_said.newness = 1
left join written as willingness_said
    on
        chosen_prospect.person_key = willingness_said.person_key and willingness_said.kind = 'willingness'
        and willingness_said.newness = 1
left join written as resources_said
    on
        chosen_prospect.person_key = resources_said.person_key and resources_said.kind = 'resources'
        and resources_said.newness = 1
left join written as override_said
    on chosen_prospect.person_key = override_said.person_key and override_said.kind = 'override' and override_said.newness = 1
left join ideal_clients on true
order by ideal_clients.client_place
