/*
title:   Feedback with the person behind each row
grain:   one row per score that a customer gave
needs:   feedback, identities
returns: person_key, then the columns of canonical.feedback
*/
select
    identities.person_key,
    feedback.customer_id,
    feedback.email,
    feedback.customer_name,
    feedback.given_at,
    feedback.score,
    feedback.scale,
    feedback.comment,
    feedback.upload_id,
    feedback.sheet,
    feedback.row_number,
    feedback.unread
from canonical.feedback as feedback
inner join identities
    on
        identities.source_table = 'feedback'
        and coalesce(feedback.customer_id, '') || '|' || coalesce(feedback.email, '') || '|'
        || coalesce(feedback.customer_name, '') = identities.source_ref
