/*
title:   Paths by which a customer sends somebody
grain:   one row per path as a file spells it
needs:   leads, customers
returns: path
assumes: a path is one of introductions when a whole word of its name says so, in English, German, French, Spanish or
         Dutch, and none takes it back
source:  M9, M11, docs/decisions/036
*/
with

named as (
    select distinct path
    from leads
    where path is not null
    union
    select distinct path
    from customers
    where path is not null
)

select path
from named
where
    regexp_matches(
        lower(path),
        '(^|[^a-zà-ÿ])(referrals?|referred|refer a friend|introductions?|introduced|recommended|recommendations?|word of mouth'
        || '|(weiter)?empfehlung(en)?|empfohlen|mundpropaganda|recommandations?|recommandé|parrainage|bouche.{1,3}oreille'
        || '|recomendaci[oó]n(es)?|recomendado|boca a boca|aanbeveling(en)?|aanbevolen|doorverwijzing(en)?|mond-tot-mond)'
        || '([^a-zà-ÿ]|$)'
    )
    -- a link on another website refers nobody, and a list may say that somebody was not
    and not regexp_matches(
        lower(path),
        '(^|[^a-zà-ÿ])(not?|non|nicht|keine?|niet|geen|pas|sans|sin|web|website|site|traffic|links?)([^a-zà-ÿ]|$)'
    )
