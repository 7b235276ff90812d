/*
title:   Stages and statuses that nobody placed, taken by their words
grain:   guessed_stages: one row per name of a deal's stage or a lead's status that neither stages nor path_links know
needs:   deals, deal_snapshots, stage_changes, leads, stages, path_links
returns: stage_name, row_count, stage_order, is_won, is_lost, link; all but the first two null where the words say nothing
assumes: case does not matter; a word of losing goes before one of winning, and both before the step that they name
         ("Angebot abgelehnt" is lost); what is guessed is added to stages and path_links, so that everything reads it
         as if it stood there, and it is told; a name that says nothing counts as open and as no step
source:  our choice, docs/decisions/046
*/
create or replace table guessed_stages as
with

written as (
    select stage_name
    from canonical.deals
    union all
    select stage_name
    from canonical.deal_snapshots
    union all
    select stage_name
    from canonical.stage_changes
    union all
    select status
    from canonical.leads
),

named as (
    select
        lower(trim(stage_name)) as stage_key,
        min(trim(stage_name)) as stage_name,
        count(*) as row_count
    from written
    where trim(stage_name) <> ''
    group by lower(trim(stage_name))
),

unplaced as (
    select
        named.stage_key,
        named.stage_name,
        named.row_count
    from named
    left join stages on named.stage_key = lower(stages.stage_name)
    left join path_links on path_links.path = '*' and named.stage_key = lower(path_links.action)
    where stages.stage_name is null and path_links.action is null
),

-- the first list that has one of a name's words says what it means; a star stands for any ending
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

wishes as (select unnest(string_split('inter|sold|won|go|buy|kauf|zust', '|')) as word),

patterns as (
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
    cross join (values (' '), (' % ')) as gaps (gap)
),

said as (
    select
        patterns.place,
        patterns.stage_order,
        unplaced.stage_key
    from unplaced
    inner join patterns on ' ' || regexp_replace(unplaced.stage_key, '[^\p{L}]+', ' ', 'g') || ' ' like patterns.pattern
    union all
    -- "client called" is no sale: the whole name has to say so
    select
        4 as place,
        90 as stage_order,
        stage_key
    from unplaced
    where
        regexp_matches(
            stage_key,
            '^((is|became|new|existing|active|a) )*(customer|client|cliente|kunde|klant)s?( geworden)?$'
        )
),

placed as (
    select
        stage_key,
        arg_min(stage_order, place) as stage_order
    from said
    group by stage_key
),

meant as (
    select
        unplaced.stage_name,
        unplaced.row_count,
        placed.stage_order
    from unplaced
    left join placed on unplaced.stage_key = placed.stage_key
)

select
    stage_name,
    row_count,
    stage_order,
    stage_order = 90 as is_won,
    stage_order = 99 as is_lost,
    case
        when stage_order = 99 then 'no'
        when stage_order = 90 then 'sale'
        when stage_order >= 60 then 'ask'
        when stage_order >= 20 then 'nurturing'
        when stage_order is not null then 'lead_generation'
    end as link
from meant
order by row_count desc, stage_name asc;

insert into stages
select
    stage_name,
    stage_order,
    is_won,
    is_lost,
    case
        when is_won then 'closed'
        when is_lost then 'omitted'
        when stage_order >= 80 then 'commit'
        when stage_order >= 60 then 'best_case'
        else 'pipeline'
    end as forecast_category
from guessed_stages
where stage_order is not null;

insert into path_links
select
    '*' as path,
    stage_name as action,
    link
from guessed_stages
where link is not null;
