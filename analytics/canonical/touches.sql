/*
table: touches
grain: One row per event of one known person on a path.
*/
create table touches (
    person varchar not null,
    happened_at timestamp not null,
    path varchar not null,
    link varchar,
    action varchar,
    content varchar,
    owner varchar,
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table touches is 'One row per event of one known person on a path.';
comment on column touches.person is 'Key or e-mail of the lead or customer, as written.';
comment on column touches.happened_at is 'When it happened; UTC.';
comment on column touches.path is 'Way in on which it happened.';
comment on column touches.link is 'lead_generation, nurturing, ask, sale or no; null when only the action is known.';
comment on column touches.action is 'What happened: met, viewed, engaged, downloaded, talked, asked ...';
comment on column touches.content is 'The post, event or letter.';
comment on column touches.owner is 'Salesperson who did it.';
comment on column touches.upload_id is 'sha256 of the upload that holds the row.';
comment on column touches.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column touches.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column touches.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column touches.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
