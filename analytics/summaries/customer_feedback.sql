/*
title:   How satisfied each customer is
grain:   one row per person who gave a score, with the latest
needs:   cut_offs
parts:   feedback_scaled
returns: person_key, score, scale_name, is_scale_told, scale_from, scale_to, score_rate, mood, given_date, comment,
         score_count
assumes: the scale is the one that the row names (NPS, out of 10, stars, out of 5, percent); where it names none, the smallest of
         1 to 5, 0 to 10 and 0 to 100 that holds every score of the same sheet; of several scores on the latest day
         the last row counts; a score outside its scale is left out
source:  M2, docs/decisions/035
*/
with

measured as (
    select
        feedback_scaled.*,
        case when feedback_scaled.scale_to = 5 then 1 else 0 end as scale_from,
        row_number() over (
            partition by feedback_scaled.person_key
            order by cast(feedback_scaled.given_at as date) desc, feedback_scaled.given_at desc, feedback_scaled.row_number desc
        ) as newness,
        count(*) over (partition by feedback_scaled.person_key) as score_count
    from feedback_scaled
    where feedback_scaled.score <= feedback_scaled.scale_to and feedback_scaled.score >= case when feedback_scaled.scale_to = 5 then 1 else 0 end
),

limits as (
    select
        max(case when name = 'happy_rate' then cast(value as double) end) as happy_rate,
        max(case when name = 'unhappy_rate' then cast(value as double) end) as unhappy_rate
    from cut_offs
),

rated as (
    select
        measured.*,
        -- 3 of 5 stars is the middle of the stars as 5 is of 0 to 10, and still 60 % of what could be given
        cast(measured.score as double) / measured.scale_to as share_rate,
        cast(measured.score - measured.scale_from as double) / (measured.scale_to - measured.scale_from) as score_rate
    from measured
    where measured.newness = 1
)

select
    rated.person_key,
    rated.score,
    case rated.scale_to when 5 then '1 to 5' when 10 then '0 to 10' else '0 to 100' end as scale_name,
    rated.told_top is not null as is_scale_told,
    rated.scale_from,
    rated.scale_to,
    rated.score_rate,
    case
        when rated.share_rate >= limits.happy_rate then 'happy'
        when rated.share_rate <= limits.unhappy_rate then 'unhappy'
        else 'in_between'
    end as mood,
    cast(rated.given_at as date) as given_date,
    rated.comment,
    rated.score_count
from rated
cross join limits
order by rated.person_key
