/*
table: customers
grain: One row per customer.
*/
create table customers (
    customer_id varchar not null,
    name varchar not null,
    first_name varchar,
    company varchar,
    email varchar,
    phone varchar,
    street varchar,
    city varchar,
    postcode varchar,
    country varchar,
    industry varchar,
    site_count bigint,
    path varchar,
    source varchar,
    referred_by_customer_id varchar,
    do_not_contact boolean,
    created_date date,
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table customers is 'One row per customer.';
comment on column customers.customer_id is 'The business''s own key of the customer; made from e-mail, phone or name when the file has none.';
comment on column customers.name is 'Name as the business writes it: a company or a person.';
comment on column customers.first_name is 'First name for a letter.';
comment on column customers.company is 'Company, where name is a person.';
comment on column customers.email is 'E-mail address, lower case.';
comment on column customers.phone is 'Phone as written, spaces trimmed.';
comment on column customers.street is 'Street and number.';
comment on column customers.city is 'Town.';
comment on column customers.postcode is 'Postcode as text: leading zeros are kept.';
comment on column customers.country is 'Country as written.';
comment on column customers.industry is 'Kind of business the customer is in.';
comment on column customers.site_count is 'Buildings, branches or units the customer has.';
comment on column customers.path is 'Way in by which the customer came (networking, referral, ads ...).';
comment on column customers.source is 'Finer origin inside the path: the campaign, event or person.';
comment on column customers.referred_by_customer_id is 'Customer who introduced this one.';
comment on column customers.do_not_contact is 'True when the customer asked not to be written to.';
comment on column customers.created_date is 'Day the customer was entered.';
comment on column customers.upload_id is 'sha256 of the upload that holds the row.';
comment on column customers.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column customers.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column customers.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column customers.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
