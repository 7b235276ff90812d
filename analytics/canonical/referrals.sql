/*
table: referrals
grain: One row per introduction.
*/
create table referrals (
    referrer varchar not null,
    referred varchar not null,
    asked_at timestamp,
    given_at timestamp,
    lead_id varchar,
    customer_id varchar,
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table referrals is 'One row per introduction.';
comment on column referrals.referrer is 'Key, e-mail or name of the customer who introduces, as written.';
comment on column referrals.referred is 'Name or e-mail of the person introduced, as written.';
comment on column referrals.asked_at is 'When we asked for names.';
comment on column referrals.given_at is 'When the name was given.';
comment on column referrals.lead_id is 'Lead that it became.';
comment on column referrals.customer_id is 'Customer that it became.';
comment on column referrals.upload_id is 'sha256 of the upload that holds the row.';
comment on column referrals.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column referrals.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column referrals.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column referrals.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
