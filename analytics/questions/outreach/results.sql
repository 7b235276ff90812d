/*
title:   What the campaigns brought
question: Of those we wrote to, who talked, needed more or named somebody, and what did they order since?
method:   M3, H1, H2, H5
grain:    one row per campaign that sent a letter, the newest first
needs:    orders or customers or leads
uses:     entries
parts:    days_seen, letters_sent, ordered_since, steps_taken, introduced_since, campaign_counts
params:   $as_of date
returns:  campaign, first_sent_date, last_sent_date, written_count, talked_count, upsell_or_introduction_count, upsell_count,
          open_deal_count, open_amount, introducer_count, name_count, waiting_count, won_count, won_amount, won_low_rate, won_high_rate,
          introduced_won_count, introduced_won_amount, held_out_count, held_out_won_count, held_out_amount,
          held_out_low_rate, held_out_high_rate, is_seen_after, is_different, p_value
screen:   campaign, first_sent_date, last_sent_date, written_count, talked_count, upsell_count, open_deal_count, open_amount,
          introducer_count, name_count, waiting_count, won_count, won_amount, won_low_rate, won_high_rate,
          introduced_won_count, introduced_won_amount, held_out_count, held_out_won_count, held_out_amount,
          held_out_low_rate, held_out_high_rate, is_different
people:   outreach/written
assumes:  whoever was called without a letter counts as written to; won = ordered on a later day than the letter; money =
          all they ordered from then on, less what was given back, as of the last day in the data; unknown while the data
          ends before the letters; somebody introduced counts as won when a customer of that name or e-mail gave a first
          order after the introduction; somebody written to in two campaigns counts in both; the cost is 0, a letter
          costs nothing; held out by lot before the letters went out
source:   M3; Fisher's exact test, Benjamini-Hochberg; docs/decisions/044, 050
next_step: Call everybody who was written to and has not been talked to.
*/
with

open_upsells as (
    select
        campaign,
        count(*) as open_deal_count,
        sum(amount) as open_amount
    from upsell_deals
    group by campaign
)

select
    campaign_counts.campaign,
    campaign_counts.first_sent_date,
    campaign_counts.last_sent_date,
    cast(campaign_counts.written_count as bigint) as written_count,
    cast(campaign_counts.talked_count as bigint) as talked_count,
    cast(campaign_counts.upsell_or_introduction_count as bigint) as upsell_or_introduction_count,
    cast(campaign_counts.upsell_count as bigint) as upsell_count,
    coalesce(open_upsells.open_deal_count, 0) as open_deal_count,
    cast(open_upsells.open_amount as decimal(18, 2)) as open_amount,
    cast(campaign_counts.introducer_count as bigint) as introducer_count,
    cast(campaign_counts.name_count as bigint) as name_count,
    cast(campaign_counts.written_count - campaign_counts.talked_count as bigint) as waiting_count,
    cast(case when days_seen.last_day > campaign_counts.first_sent_date then campaign_counts.won_count end as bigint) as won_count,
    cast(case when days_seen.last_day > campaign_counts.first_sent_date then campaign_counts.won_amount end as decimal(18, 2)) as won_amount,
    cast(case when days_seen.last_day > campaign_counts.first_sent_date then coalesce(introduced_since.won_count, 0) end as bigint)
        as introduced_won_count,
    cast(case when days_seen.last_day > campaign_counts.first_sent_date then coalesce(introduced_since.won_amount, 0) end as decimal(18, 2))
        as introduced_won_amount,
    cast(campaign_counts.held_out_count as bigint) as held_out_count,
    cast(case when days_seen.last_day > campaign_counts.first_sent_date then campaign_counts.held_out_won_count end as bigint)
        as held_out_won_count,
    cast(case when days_seen.last_day > campaign_counts.first_sent_date then campaign_counts.held_out_amount end as decimal(18, 2))
        as held_out_amount,
    days_seen.last_day > campaign_counts.first_sent_date as is_seen_after
from campaign_counts
cross join days_seen
left join introduced_since on campaign_counts.campaign = introduced_since.campaign
left join open_upsells on campaign_counts.campaign = open_upsells.campaign
where campaign_counts.written_count > 0
order by campaign_counts.last_sent_date desc, campaign_counts.campaign asc
