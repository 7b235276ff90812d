/*
title:   Paths by which a customer sends somebody
grain:   one row per path as a file spells it
needs:   leads, customers
returns: path
assumes: a path is one of introductions when its name says so, in English, German, French, Spanish or Dutch
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
    lower(path) like '%referr%'
    or lower(path) like '%introduc%'
    or lower(path) like '%recommend%'
    or lower(path) like '%word of mouth%'
    or lower(path) like '%empfehl%'
    or lower(path) like '%mundpropaganda%'
    or lower(path) like '%recommand%'
    or lower(path) like '%parrain%'
    or lower(path) like '%bouche%oreille%'
    or lower(path) like '%recomend%'
    or lower(path) like '%boca a boca%'
    or lower(path) like '%aanbevel%'
    or lower(path) like '%doorverw%'
    or lower(path) like '%mond-tot-mond%'
