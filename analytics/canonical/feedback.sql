/*
table: feedback
grain: One row per score that a customer gave.
*/
create table feedback (
    customer_id varchar,
    email varchar,
    customer_name varchar,
    given_at timestamp not null,
    score decimal(9, 3) not null,
    scale varchar,
    comment varchar,
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table feedback is 'One row per score that a customer gave.';
comment on column feedback.customer_id is 'Key of the customer.';
comment on column feedback.email is 'E-mail to match on, lower case.';
comment on column feedback.customer_name is 'Name to match on.';
comment on column feedback.given_at is 'When; UTC.';
comment on column feedback.score is 'The score as given.';
comment on column feedback.scale is 'nps, five, stars, percent ...: null when not told.';
comment on column feedback.comment is 'Words of the customer.';
comment on column feedback.upload_id is 'sha256 of the upload that holds the row.';
comment on column feedback.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column feedback.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column feedback.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column feedback.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
