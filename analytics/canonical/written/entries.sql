/*
table: entries
grain: One row per thing that somebody wrote down on a page and nobody took back.
*/
create table canonical.entries (
    entry_id bigint not null,
    kind varchar not null,
    source_table varchar not null,
    source_ref varchar not null,
    topic varchar not null,
    value varchar,
    note varchar,
    written_by varchar not null,
    written_at timestamp not null
);

comment on table canonical.entries is 'One row per thing that somebody wrote down on a page and nobody took back.';
comment on column canonical.entries.entry_id is 'Grows with each entry: of two that say different things the higher one is the newer.';
comment on column canonical.entries.kind is 'What it is: sent, talked, answered, do_not_contact, need, willingness, resources, override ...';
comment on column canonical.entries.source_table is 'Table of the one it is about, as in identities: customers, leads, deals ...; empty for the business itself.';
comment on column canonical.entries.source_ref is 'Id in that table.';
comment on column canonical.entries.topic is 'What it belongs to, such as the campaign or the question of the guide; empty for nothing.';
comment on column canonical.entries.value is 'What was said in one word: yes, no, a label, an amount.';
comment on column canonical.entries.note is 'What was said, word for word.';
comment on column canonical.entries.written_by is 'Who wrote it.';
comment on column canonical.entries.written_at is 'When, UTC.';
