/*
table: predictions
grain: One row per lead, as it was seen the first time.
*/
create table predictions (
    lead_id varchar not null,
    said_date date not null,
    created_date date not null,
    way varchar,
    is_shown boolean,
    win_rate double,
    prospect_kind varchar,
    sale_score bigint,
    repeat_score bigint
);

comment on table predictions is 'One row per lead, as it was seen the first time.';
comment on column predictions.lead_id is 'The lead.';
comment on column predictions.said_date is 'Last day in the data when it was said.';
comment on column predictions.created_date is 'Day the lead came in.';
comment on column predictions.way is 'Way of predicting that was in use: everybody, card or regression.';
comment on column predictions.is_shown is 'Whether the chance was shown.';
comment on column predictions.win_rate is 'Chance of a sale within the window of coming in, 0-1.';
comment on column predictions.prospect_kind is 'Label by points.';
comment on column predictions.sale_score is 'Sale score, points.';
comment on column predictions.repeat_score is 'Repeat score, points.';
