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
    meaning varchar not null,
    to_do varchar,
    not_to_do varchar
);

comment on table segment_rules is 'One row per segment that a rule cuts out of a number.';
comment on column segment_rules.attribute is 'What is cut: site_count, a score (recency_score, frequency_score, monetary_score), or the scores of a named segment (segment_recency, segment_frequency, segment_monetary; the first segment all of whose rows fit counts).';
comment on column segment_rules.segment is 'Name of the segment.';
comment on column segment_rules.segment_order is 'Place among the segments of the attribute.';
comment on column segment_rules.low_value is 'Smallest value that belongs; null for no lower end.';
comment on column segment_rules.high_value is 'First value that no longer belongs; null for no upper end.';
comment on column segment_rules.meaning is 'What the segment is, in words.';
comment on column segment_rules.to_do is 'What to do with a named segment.';
comment on column segment_rules.not_to_do is 'What not to do with it.';
