/*
title:   The buyers' own words
question: What do buyers say when they tell why they chose us and how they would recommend us?
method:   M3, H1, H9
grain:    one row per phrase and quote that holds it, the most frequent phrase first, then the other quotes
needs:    orders or customers or feedback
uses:     entries, feedback
returns:  phrase, phrase_person_count, quote, name, asked, said_date, person_count, quote_count
summary:  person_count, quote_count
assumes:  quotes = answers written down from talks, word for word, and the latest comment beside a score of
          everybody who is happy (what the others say stands on the page Satisfaction); the latest 2,000; a phrase is one to six
          words in a row within a sentence that does not begin or end with a word such as the, counted once a person, from
          two people on; of phrases that the same people use one is shown; under 10 people only the quotes
source:   counted; docs/decisions/044
next_step: Use their words, not ours, in the next letter, on the website and in the next talk.
*/
with

said as (
    select
        entries.person_key,
        entries.note as quote,
        case entries.value when 'why_us' then 'Why us' when 'recommend' then 'How they recommend us' else 'Talk' end as asked,
        cast(entries.written_at as date) as said_date,
        entries.entry_id as place
    from entries
    where entries.kind = 'answered' and entries.note is not null
    union all
    select
        customer_feedback.person_key,
        customer_feedback.comment,
        'Comment beside a score',
        customer_feedback.given_date,
        0
    from customer_feedback
    where customer_feedback.comment is not null and customer_feedback.mood = 'happy'
)

select
    said.person_key,
    said.quote,
    coalesce(people.name, people.email, people.customer_id) as name,
    said.asked,
    said.said_date
from said
left join people on said.person_key = people.person_key
order by said.said_date desc, said.place desc, said.person_key asc, said.quote asc
limit 2000
