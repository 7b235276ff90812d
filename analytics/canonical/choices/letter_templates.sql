/*
table: letter_templates
grain: One row per letter that can be sent.
*/
create table letter_templates (
    name varchar not null,
    purpose varchar not null,
    subject varchar not null,
    body varchar not null
);

comment on table letter_templates is 'One row per letter that can be sent.';
comment on column letter_templates.name is 'Name of the letter in lists.';
comment on column letter_templates.purpose is 'What it is for: research, referral, thanks or lapsed; a letter for referral counts as asking for names.';
comment on column letter_templates.subject is 'Subject line; may hold fields such as {first_name}.';
comment on column letter_templates.body is 'Text; may hold fields such as {first_name}.';
