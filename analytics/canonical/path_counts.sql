/*
table: path_counts
grain: One row per path, action and period where people are not known.
*/
create table path_counts (
    path varchar not null,
    action varchar not null,
    period_start date not null,
    count bigint not null,
    spend_amount decimal(18, 2),
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table path_counts is 'One row per path, action and period where people are not known.';
comment on column path_counts.path is 'Way in.';
comment on column path_counts.action is 'What is counted: impressions, views, clicks ...';
comment on column path_counts.period_start is 'First day of the period.';
comment on column path_counts.count is 'How many.';
comment on column path_counts.spend_amount is 'Money spent in the period; null when unknown.';
comment on column path_counts.upload_id is 'sha256 of the upload that holds the row.';
comment on column path_counts.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column path_counts.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column path_counts.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column path_counts.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
