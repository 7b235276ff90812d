/*
table: leads
grain: One row per person or company that showed interest.
*/
create table leads (
    lead_id varchar not null,
    name varchar not null,
    company varchar,
    email varchar,
    phone varchar,
    street varchar,
    city varchar,
    postcode varchar,
    path varchar,
    source varchar,
    owner varchar,
    created_at timestamp not null,
    industry varchar,
    site_count bigint,
    product varchar,
    estimated_amount decimal(18, 2),
    need varchar,
    willingness varchar,
    resources varchar,
    referred_by_customer_id varchar,
    status varchar,
    customer_id varchar,
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table leads is 'One row per person or company that showed interest.';
comment on column leads.lead_id is 'The business''s own key of the lead; made from e-mail, phone or name when the file has none.';
comment on column leads.name is 'Name of the person or company.';
comment on column leads.company is 'Company, where name is a person.';
comment on column leads.email is 'E-mail address, lower case.';
comment on column leads.phone is 'Phone as written.';
comment on column leads.street is 'Street and number.';
comment on column leads.city is 'Town.';
comment on column leads.postcode is 'Postcode as text.';
comment on column leads.path is 'Way in by which the lead came.';
comment on column leads.source is 'Finer origin inside the path.';
comment on column leads.owner is 'Salesperson responsible.';
comment on column leads.created_at is 'When the lead came in; UTC.';
comment on column leads.industry is 'Kind of business the lead is in.';
comment on column leads.site_count is 'Buildings, branches or units.';
comment on column leads.product is 'Product asked about.';
comment on column leads.estimated_amount is 'What the first sale may be worth.';
comment on column leads.need is 'yes, no or null for unknown, then the sentence of proof after a colon.';
comment on column leads.willingness is 'yes, no or null for unknown, then the sentence of proof after a colon.';
comment on column leads.resources is 'yes, no or null for unknown, then the sentence of proof after a colon.';
comment on column leads.referred_by_customer_id is 'Customer who introduced the lead.';
comment on column leads.status is 'Status as the business writes it.';
comment on column leads.customer_id is 'Customer that the lead became, when won.';
comment on column leads.upload_id is 'sha256 of the upload that holds the row.';
comment on column leads.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column leads.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column leads.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column leads.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
