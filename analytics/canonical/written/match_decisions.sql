/*
table: match_decisions
grain: One row per pair of records about which somebody decided; of a pair only what was said last.
*/
create table match_decisions (
    one_kind integer not null,
    one_ref varchar not null,
    other_kind integer not null,
    other_ref varchar not null,
    is_same boolean not null
);

comment on table match_decisions is 'One row per pair of records about which somebody decided; of a pair only what was said last.';
comment on column match_decisions.one_kind is 'What names the first record: 1 customer_id, 2 lead_id, 3 e-mail, 4 phone, 5 name, 6 deal_id.';
comment on column match_decisions.one_ref is 'That id, e-mail, phone or name, as it is compared.';
comment on column match_decisions.other_kind is 'What names the second record.';
comment on column match_decisions.other_ref is 'That id, e-mail, phone or name.';
comment on column match_decisions.is_same is 'True for one person, false for two.';
