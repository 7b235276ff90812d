/*
title:   What the words in the name of a stage or status say of it
grain:   stage_patterns: one row per pattern that a name may be like
returns: place, stage_order, pattern
assumes: the first place that has one of a name's words says what it means; a star stands for any ending; a refusal before a
         wish ("kein Interesse") is a word of losing; order 90 is won, 99 lost, others as in stages
source:  our choice, docs/decisions/046
*/
create or replace temp table stage_patterns as
with

word_lists (place, stage_order, words) as (
    values
    (
        0, 99,
        'lost|lose|verloren|abgelehnt|ablehnung|absage|abgesagt|declin*|reject*|refus*|perdu*|perdid*|rechaz*|afgewezen'
        || '|unqualified|disqualified|dead|cancel*|annul*|stornier*|abandon*|gescheitert|unsuccessful'
        || '|not converted|not qualified|junk|spam|unsubscribed|bounced'
    ),
    (
        1, 10,
        'not yet|noch nicht|pas encore|nog niet|todavía no|aún no|not contacted|uncontacted|nicht kontaktiert|no contactado'
    ),
    (3, 10, 'sign up|signed up|signup|subscrib*'),
    (
        4, 90,
        'won|win|sold|signed|gewonnen|beauftragt|zuschlag|verkauft|gagn*|signé*|vendu*|ganad*|vendid*|verkocht|getekend'
        || '|converted|accepted|angenommen|accepté*|aceptad*'
    ),
    (5, 80, 'contract|vertrag|contrat|contrato|verbal|committed|commitment|zusage|mondeling'),
    (6, 70, 'negotiat*|verhandl*|onderhandel*|négoci*|negoci*|follow up|followup|nachfass*|relance*'),
    (
        7, 60,
        'quot*|propos*|offer|offered|offers|estimat*|bid|bids|tender|angebot*|devis|presupuest*|propuest*|offert*'
        || '|voorstel|cotiz*|kostenvoranschlag'
    ),
    (8, 50, 'demo|demos|present*|präsent*|praesent*|présent*|trial'),
    (
        9, 40,
        'meeting*|visit*|appointment*|termin*|besichtig*|inspect*|rendez|afspraak|reunión|reunion|consult*'
    ),
    (10, 30, 'qualif*|cualific*|calific*|gekwalificeerd'),
    (
        11, 20,
        'contact*|kontakt*|engag*|called|call|emailed|angerufen|gecontacteerd|telefon*|reached|replied|responded'
    ),
    (
        12, 10,
        'new|neu|neue|neuer|open|offen|nouve*|nuev*|nieuw*|lead|leads|inquir*|enquir*|anfrage*|prospect*|in progress'
    )
),

listed_words as (
    select
        place,
        stage_order,
        unnest(string_split(words, '|')) as word
    from word_lists
),

refusals as (select unnest(string_split('not|no|non|nicht|kein|keine|pas|geen|niet|sin', '|')) as word),

wishes as (select unnest(string_split('inter|sold|won|go|buy|kauf|zust', '|')) as word)

select
    place,
    stage_order,
    '% ' || replace(word, '*', '%') || ' %' as pattern
from listed_words
union all
select
    2 as place,
    99 as stage_order,
    '% ' || refusals.word || gaps.gap || wishes.word || '%' as pattern
from refusals
cross join wishes
cross join (values (' '), (' % ')) as gaps (gap);
