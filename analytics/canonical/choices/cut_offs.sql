/*
table: cut_offs
grain: One row per limit that an owner may move.
complete: name
*/
create table cut_offs (
    name varchar not null,
    value decimal(18, 4) not null,
    unit varchar not null,
    meaning varchar not null
);

comment on table cut_offs is 'One row per limit that an owner may move.';
comment on column cut_offs.name is 'Name that the questions use.';
comment on column cut_offs.value is 'The limit.';
comment on column cut_offs.unit is 'What the value counts: days, gaps, people, points ...';
comment on column cut_offs.meaning is 'What the limit decides, in words.';
