/*
table: quotas
grain: One row per person and period.
*/
create table quotas (
    owner varchar not null,
    period_start date not null,
    period_end date not null,
    quota_amount decimal(18, 2) not null,
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table quotas is 'One row per person and period.';
comment on column quotas.owner is 'Salesperson.';
comment on column quotas.period_start is 'First day, counted.';
comment on column quotas.period_end is 'Day after the last, not counted.';
comment on column quotas.quota_amount is 'Target.';
comment on column quotas.upload_id is 'sha256 of the upload that holds the row.';
comment on column quotas.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column quotas.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column quotas.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column quotas.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
