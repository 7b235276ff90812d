/*
table: interactions
grain: One row per contact with a prospect.
*/
create table interactions (
    deal_id varchar,
    lead_id varchar,
    email varchar,
    happened_at timestamp not null,
    owner varchar,
    kind varchar,
    outcome varchar,
    note varchar,
    agreed_step varchar,
    agreed_date date,
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table interactions is 'One row per contact with a prospect.';
comment on column interactions.deal_id is 'Key of the deal.';
comment on column interactions.lead_id is 'Key of the lead.';
comment on column interactions.email is 'E-mail of the person to match on, lower case.';
comment on column interactions.happened_at is 'When; UTC.';
comment on column interactions.owner is 'Salesperson who did it.';
comment on column interactions.kind is 'Call, meeting, letter ...';
comment on column interactions.outcome is 'advance, continuation, order or no_sale.';
comment on column interactions.note is 'What was said, word for word.';
comment on column interactions.agreed_step is 'Action that the customer agreed to.';
comment on column interactions.agreed_date is 'Day of that action.';
comment on column interactions.upload_id is 'sha256 of the upload that holds the row.';
comment on column interactions.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column interactions.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column interactions.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column interactions.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
