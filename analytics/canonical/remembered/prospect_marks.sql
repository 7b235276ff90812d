/*
table: prospect_marks
grain: One row per prospect with a lead number, as the version had it.
*/
create table prospect_marks (
    lead_id varchar not null,
    marked_date date,
    prospect_kind varchar,
    sale_score bigint,
    repeat_score bigint
);

comment on table prospect_marks is 'One row per prospect with a lead number, as the version had it.';
comment on column prospect_marks.lead_id is 'The lead.';
comment on column prospect_marks.marked_date is 'Last day in the data.';
comment on column prospect_marks.prospect_kind is 'Label by points.';
comment on column prospect_marks.sale_score is 'Sale score, points.';
comment on column prospect_marks.repeat_score is 'Repeat score, points.';
