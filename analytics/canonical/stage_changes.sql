/*
table: stage_changes
grain: One row per entry of a deal into a stage.
*/
create table stage_changes (
    deal_id varchar not null,
    stage_name varchar not null,
    entered_at timestamp not null,
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table stage_changes is 'One row per entry of a deal into a stage.';
comment on column stage_changes.deal_id is 'Key of the deal.';
comment on column stage_changes.stage_name is 'Stage entered.';
comment on column stage_changes.entered_at is 'When; UTC.';
comment on column stage_changes.upload_id is 'sha256 of the upload that holds the row.';
comment on column stage_changes.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column stage_changes.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column stage_changes.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column stage_changes.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
