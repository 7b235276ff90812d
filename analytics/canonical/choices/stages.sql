/*
table: stages
grain: One row per stage name, as sales tools and people write it.
*/
create table stages (
    stage_name varchar not null,
    stage_order integer not null,
    is_won boolean not null,
    is_lost boolean not null,
    forecast_category varchar not null
);

comment on table stages is 'One row per stage name, as sales tools and people write it.';
comment on column stages.stage_name is 'Name of the stage; case does not matter.';
comment on column stages.stage_order is 'Place in the sales process: a deal that reached 60 has passed 50.';
comment on column stages.is_won is 'True when a deal in this stage is won.';
comment on column stages.is_lost is 'True when a deal in this stage is lost; a stage that is neither is open.';
comment on column stages.forecast_category is 'pipeline, best_case, commit, closed or omitted: how sure a deal in this stage is.';
