/*
table: segment_rules
grain: One row per segment that a rule cuts out of a number.
*/
create table segment_rules (
    attribute varchar not null,
    segment varchar not null,
    segment_order integer not null,
    low_value decimal(18, 4),
    high_value decimal(18, 4),
    meaning varchar not null
);

comment on table segment_rules is 'One row per segment that a rule cuts out of a number.';
comment on column segment_rules.attribute is 'Column that is cut: site_count.';
comment on column segment_rules.segment is 'Name of the segment.';
comment on column segment_rules.segment_order is 'Place among the segments of the attribute.';
comment on column segment_rules.low_value is 'Smallest value that belongs; null for no lower end.';
comment on column segment_rules.high_value is 'First value that no longer belongs; null for no upper end.';
comment on column segment_rules.meaning is 'What the segment is, in words.';
