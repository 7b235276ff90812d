/*
table: deals
grain: One row per deal as of the upload that holds it.
*/
create table deals (
    deal_id varchar not null,
    name varchar not null,
    customer_id varchar,
    lead_id varchar,
    email varchar,
    company varchar,
    owner varchar,
    product varchar,
    amount decimal(18, 2),
    stage_name varchar not null,
    source varchar,
    opened_at timestamp,
    expected_close_date date,
    closed_at timestamp,
    is_won boolean,
    is_lost boolean,
    lost_reason varchar,
    need varchar,
    willingness varchar,
    resources varchar,
    research_meeting_at timestamp,
    presentation_at timestamp,
    decision_makers_known boolean,
    next_step varchar,
    next_step_date date,
    approach varchar,
    snapshot_date date,
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table deals is 'One row per deal as of the upload that holds it.';
comment on column deals.deal_id is 'The business''s own key of the deal; made from the row when the file has none.';
comment on column deals.name is 'Name of the deal.';
comment on column deals.customer_id is 'Customer, where known.';
comment on column deals.lead_id is 'Lead, where known.';
comment on column deals.email is 'E-mail of the person to match on, lower case.';
comment on column deals.company is 'Company or person the deal is with, to match on.';
comment on column deals.owner is 'Salesperson responsible; null where nobody is named.';
comment on column deals.product is 'Product or service.';
comment on column deals.amount is 'Money of the deal.';
comment on column deals.stage_name is 'Stage as the business writes it.';
comment on column deals.source is 'Where the deal came from.';
comment on column deals.opened_at is 'When it was opened; UTC.';
comment on column deals.expected_close_date is 'Day on which it is expected to close.';
comment on column deals.closed_at is 'When it was won or lost; UTC.';
comment on column deals.is_won is 'True when won; null when only the stage tells.';
comment on column deals.is_lost is 'True when lost; null when only the stage tells.';
comment on column deals.lost_reason is 'Why it was lost.';
comment on column deals.need is 'yes, no or null for unknown, then the sentence of proof after a colon.';
comment on column deals.willingness is 'yes, no or null for unknown, then the sentence of proof after a colon.';
comment on column deals.resources is 'yes, no or null for unknown, then the sentence of proof after a colon.';
comment on column deals.research_meeting_at is 'When the research meeting was held.';
comment on column deals.presentation_at is 'When it was presented.';
comment on column deals.decision_makers_known is 'True when everybody who decides is known.';
comment on column deals.next_step is 'Agreed next step.';
comment on column deals.next_step_date is 'Day of the next step.';
comment on column deals.approach is 'ego, expert, good samaritan, skeptic or explorer.';
comment on column deals.snapshot_date is 'Day the export shows: from the file''s name, else the last day in it.';
comment on column deals.upload_id is 'sha256 of the upload that holds the row.';
comment on column deals.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column deals.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column deals.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column deals.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
