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

meant as (
    select
        stage_name,
        row_count,
        case
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(lost|lose|verloren|abgelehnt|ablehnung|absage|abgesagt|declin\p{L}*|reject\p{L}*'
                    || '|refus\p{L}*|perdu\p{L}*|perdid\p{L}*|rechaz\p{L}*|afgewezen|unqualified'
                    || '|disqualified|dead|cancel\p{L}*|annul\p{L}*|stornier\p{L}*|abandon\p{L}*'
                    || '|gescheitert|unsuccessful)([^\p{L}]|$)'
                )
                then 99
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(not|no|non|nicht|kein|keine|pas|geen|niet|sin) (.*[^\p{L}])?(inter|sold|won|go|buy|kauf|zust)'
                )
                then 99
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(sign up|signed up|signup|subscrib\p{L}*)([^\p{L}]|$)'
                )
                then 10
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(won|win|sold|signed|gewonnen|beauftragt|zuschlag|verkauft|gagn\p{L}*|signé\p{L}*'
                    || '|vendu\p{L}*|ganad\p{L}*|vendid\p{L}*|verkocht|getekend|converted|accepted'
                    || '|angenommen|accepté\p{L}*|aceptad\p{L}*)([^\p{L}]|$)'
                )
                then 90
            -- "client called" is no sale: the whole name has to say so
            when regexp_matches(stage_key, '^((is|became|new|existing|active|a) )*(customer|client|cliente|kunde|klant)s?( geworden)?$')
                then 90
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(contract|vertrag|contrat|contrato|verbal|committed|commitment|zusage|mondeling)([^\p{L}]|$)'
                )
                then 80
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(negotiat\p{L}*|verhandl\p{L}*|onderhandel\p{L}*|négoci\p{L}*|negoci\p{L}*'
                    || '|follow up|follow-up|followup|nachfass\p{L}*|relance\p{L}*)([^\p{L}]|$)'
                )
                then 70
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(quot\p{L}*|propos\p{L}*|offer|offered|offers|estimat\p{L}*|bid|bids|tender'
                    || '|angebot\p{L}*|devis|presupuest\p{L}*|propuest\p{L}*|offert\p{L}*|voorstel'
                    || '|cotiz\p{L}*|kostenvoranschlag)([^\p{L}]|$)'
                )
                then 60
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(demo|demos|present\p{L}*|präsent\p{L}*|praesent\p{L}*|présent\p{L}*|trial)([^\p{L}]|$)'
                )
                then 50
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(meeting\p{L}*|visit\p{L}*|appointment\p{L}*|termin\p{L}*|besichtig\p{L}*'
                    || '|inspect\p{L}*|rendez|afspraak|reunión|reunion|consult\p{L}*)([^\p{L}]|$)'
                )
                then 40
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(qualif\p{L}*|cualific\p{L}*|calific\p{L}*|gekwalificeerd)([^\p{L}]|$)'
                )
                then 30
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(contact\p{L}*|kontakt\p{L}*|called|call|emailed|angerufen|gecontacteerd'
                    || '|telefon\p{L}*|reached|replied|responded)([^\p{L}]|$)'
                )
                then 20
            when
                regexp_matches(
                    stage_key,
                    '(^|[^\p{L}])(new|neu|neue|neuer|open|offen|nouve\p{L}*|nuev\p{L}*|nieuw\p{L}*|lead|leads'
                    || '|inquir\p{L}*|enquir\p{L}*|anfrage\p{L}*|prospect\p{L}*|in progress)([^\p{L}]|$)'
                )
                then 10
        end as stage_order
    from unplaced
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
