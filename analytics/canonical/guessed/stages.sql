/*
title:   Stages and statuses that nobody placed, taken by their words
grain:   guessed_stages: one row per name of a deal's stage or a lead's status that neither stages nor path_links know
needs:   deals, deal_snapshots, stage_changes, leads, stages, path_links, stage_patterns
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

said as (
    select
        stage_patterns.place,
        stage_patterns.stage_order,
        unplaced.stage_key
    from unplaced
    inner join stage_patterns on ' ' || regexp_replace(unplaced.stage_key, '[^\p{L}]+', ' ', 'g') || ' ' like stage_patterns.pattern
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
