/*
table: score_points
grain: One row per rule of a points card; and one row per attribute for what to ask when it is not known.
*/
create table score_points (
    axis varchar not null,
    attribute varchar not null,
    rule_order integer not null,
    value_like varchar,
    points integer,
    why varchar not null
);

comment on table score_points is 'One row per rule of a points card; and one row per attribute for what to ask when it is not known.';
comment on column score_points.axis is 'sale: how like those who bought; repeat: how like those who came back.';
comment on column score_points.attribute is 'What is looked at: need, willingness, resources, referral, path, warmth, contact, industry, sites or product.';
comment on column score_points.rule_order is 'The first rule that fits counts; 0 is the row for an attribute that is not known.';
comment on column score_points.value_like is 'Value in lower case that the rule fits, % standing for any letters; null for the row of what is not known.';
comment on column score_points.points is 'Points it earns; null where the attribute is not known, which is not 0. The most of an attribute is what it can earn.';
comment on column score_points.why is 'Reason of the points in words; for what is not known, the question that would tell.';
