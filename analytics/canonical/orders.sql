/*
table: orders
grain: One row per order, job or invoice line; several rows may share an order_id.
*/
create table orders (
    order_id varchar not null,
    customer_id varchar,
    customer_name varchar,
    email varchar,
    phone varchar,
    ordered_at timestamp not null,
    revenue_amount decimal(18, 2) not null,
    cost_amount decimal(18, 2),
    quantity decimal(18, 3),
    product varchar,
    owner varchar,
    is_refund boolean,
    paid_at timestamp,
    upload_id varchar not null,
    sheet varchar,
    row_number bigint,
    row_offset bigint,
    unread varchar
);

comment on table orders is 'One row per order, job or invoice line; several rows may share an order_id.';
comment on column orders.order_id is 'Order, job or invoice number; made from the row when the file has none.';
comment on column orders.customer_id is 'Key of the customer, where the file has one.';
comment on column orders.customer_name is 'Name of the customer to match on.';
comment on column orders.email is 'E-mail of the customer to match on, lower case.';
comment on column orders.phone is 'Phone of the customer to match on.';
comment on column orders.ordered_at is 'When it was ordered or invoiced; UTC, the day as written.';
comment on column orders.revenue_amount is 'Money asked for this row, without tax where the file tells them apart; negative for a refund.';
comment on column orders.cost_amount is 'What the row cost us; null when unknown, never 0.';
comment on column orders.quantity is 'Pieces.';
comment on column orders.product is 'Product or service.';
comment on column orders.owner is 'Salesperson responsible.';
comment on column orders.is_refund is 'True for a refund or credit note.';
comment on column orders.paid_at is 'When it was paid; null when unpaid or unknown.';
comment on column orders.upload_id is 'sha256 of the upload that holds the row.';
comment on column orders.sheet is 'Sheet of the workbook; null for a CSV file.';
comment on column orders.row_number is 'Row in the file as a spreadsheet program counts it; null where rows follow one another without a gap.';
comment on column orders.row_offset is 'Where row_number is null: row number of the first row in the Parquet file.';
comment on column orders.unread is 'JSON text of the cells that could not be read, header to raw text; null when every cell was read.';
