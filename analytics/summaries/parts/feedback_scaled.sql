/*
title:   Scores with the scale that they are on
grain:   one row per score of a known person
needs:   feedback
returns: person_key, score, given_at, comment, row_number, upload_id, sheet, told_top, scale_to (5, 10, 100 or null)
assumes: the scale is the one that the row names (NPS, out of 10, stars, out of 5, percent); where it names none, the smallest of
         1 to 5, 0 to 10 and 0 to 100 that holds every score of the same sheet
source:  M2, docs/decisions/035
*/
with

named as (
    select
        feedback.person_key,
        feedback.score,
        feedback.given_at,
        feedback.comment,
        feedback.row_number,
        feedback.upload_id,
        feedback.sheet,
        case
            when
                lower(feedback.scale) like '%100%' or lower(feedback.scale) like '%percent%' or feedback.scale like '%\%%' escape '\'
                then 100
            when lower(feedback.scale) like '%10%' or lower(feedback.scale) like '%nps%' or lower(feedback.scale) like '%ten%'
                then 10
            when
                lower(feedback.scale) like '%5%' or lower(feedback.scale) like '%star%' or lower(feedback.scale) like '%five%'
                or lower(feedback.scale) like '%csat%'
                then 5
        end as told_top
    from feedback
    where feedback.person_key > 0
),

sheets as (
    select
        upload_id,
        sheet,
        max(score) as highest_score
    from named
    where told_top is null
    group by upload_id, sheet
)

select
    named.*,
    coalesce(
        named.told_top,
        case
            when sheets.highest_score <= 5 then 5
            when sheets.highest_score <= 10 then 10
            when sheets.highest_score <= 100 then 100
        end
    ) as scale_to
from named
left join sheets on named.upload_id = sheets.upload_id and named.sheet is not distinct from sheets.sheet
