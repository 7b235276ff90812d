/*
title:   The vital few who gave a score, by how satisfied they are
grain:   one row per customer of the vital few with a mood
needs:   customer_feedback
parts:   vital_few
returns: the columns of vital_few, mood, mood_order, mood_rank, mood_count, mood_amount
assumes: mood_rank counts from the most valuable of a mood; count and amount are of all of the mood
source:  M2, docs/decisions/035
*/
select
    vital_few.*,
    customer_feedback.mood,
    case customer_feedback.mood when 'unhappy' then 1 when 'happy' then 2 else 4 end as mood_order,
    row_number() over (partition by customer_feedback.mood order by vital_few.customer_rank) as mood_rank,
    count(*) over (partition by customer_feedback.mood) as mood_count,
    sum(vital_few.revenue_amount) over (partition by customer_feedback.mood) as mood_amount
from vital_few
inner join customer_feedback on vital_few.person_key = customer_feedback.person_key
where customer_feedback.mood is not null
