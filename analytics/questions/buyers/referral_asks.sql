/*
title:   Referral ledger
question: Whom did we ask for names, and what came of it?
method:   M8, H1, H2
grain:    one row per customer who was asked or introduced somebody, most money first; at most 300
needs:    referrals or leads or customers or orders
uses:     touches, deals, entries
parts:    customers_of_owner, ledger_of_talks, ledger_now
params:   $owner text or null
returns:  ledger_rank, person_key, customer_id, name, ask_count, letter_count, last_asked_date, asked_names_count, new_names_count, names_count,
          contacted_count, won_count, won_amount, second_names_count, second_won_count, second_won_amount, referrer_count, all_ask_count, all_letter_count,
          all_asked_names_count, all_new_names_count, all_asked_won_count, all_names_count, all_contacted_count, all_won_count,
          all_undated_won_count, all_won_amount, all_second_names_count, names_per_ask
absent:   last_asked_date
listed_of: referrer_count
summary:  referrer_count, all_ask_count, all_letter_count, all_asked_names_count, all_new_names_count, all_asked_won_count,
          all_names_count, all_contacted_count, all_won_count, all_undated_won_count, all_won_amount,
          all_second_names_count, names_per_ask
people:   buyers/never_asked
assumes:  an ask is one day on which a customer was asked for names; a letter that asked and that no talk followed within a
          week waits for its answer and counts apart; asked names stand in the list of
          introductions or were written down in a talk; names also of leads and customers whose row says who referred them, without an ask: of these only
          those are known who came, so no share is told of them; won = ordered on the day of the introduction or later, or where no day of it is known
          (whoever had ordered before is no new name); whoever was introduced by several is won by the first, once; money is all
          their revenue so far, net; second generation = whom the introduced introduced; with an owner, customers who ever ordered from them
source:   counted; docs/decisions/037, 050
nothing:  Nobody was asked for names or introduced anybody yet. A list of introductions, or a column Referred by in a list of
          leads or customers, tells it.
next_step: Ask for three or four names each time, and thank whoever gave one that bought.
*/
with

totals as (
    select
        count(*) as referrer_count,
        cast(sum(ask_count) as bigint) as all_ask_count,
        cast(sum(letter_count) as bigint) as all_letter_count,
        cast(sum(asked_names_count) as bigint) as all_asked_names_count,
        cast(sum(new_names_count) as bigint) as all_new_names_count,
        cast(sum(asked_won_count) as bigint) as all_asked_won_count,
        cast(sum(names_count) as bigint) as all_names_count,
        cast(sum(contacted_count) as bigint) as all_contacted_count,
        cast(sum(won_count) as bigint) as all_won_count,
        cast(sum(undated_won_count) as bigint) as all_undated_won_count,
        cast(sum(won_amount) as decimal(18, 2)) as all_won_amount,
        cast(sum(second_names_count) as bigint) as all_second_names_count
    from ledger_now
),

goals as (
    select max(case when name = 'names_per_ask' then cast(value as double) end) as names_per_ask
    from cut_offs
),

listed as (
    select
        row_number() over (order by ledger_now.won_amount desc, ledger_now.names_count desc, ledger_now.person_key asc) as ledger_rank,
        ledger_now.*
    from ledger_now
)

select
    listed.ledger_rank,
    listed.person_key,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name,
    listed.ask_count,
    listed.letter_count,
    listed.last_asked_date,
    listed.asked_names_count,
    listed.new_names_count,
    listed.names_count,
    listed.contacted_count,
    listed.won_count,
    listed.won_amount,
    listed.second_names_count,
    listed.second_won_count,
    listed.second_won_amount,
    totals.referrer_count,
    totals.all_ask_count,
    totals.all_letter_count,
    totals.all_asked_names_count,
    totals.all_new_names_count,
    totals.all_asked_won_count,
    totals.all_names_count,
    totals.all_contacted_count,
    totals.all_won_count,
    totals.all_undated_won_count,
    totals.all_won_amount,
    totals.all_second_names_count,
    goals.names_per_ask
from listed
inner join people on listed.person_key = people.person_key
cross join totals
cross join goals
where listed.ledger_rank <= 300
order by listed.ledger_rank
