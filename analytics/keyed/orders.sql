/*
title:   Orders with the person behind each row
grain:   one row per order, job or invoice line; several rows may share an order_id
needs:   orders, identities
returns: person_key, then the columns of canonical.orders
*/
select
    identities.person_key,
    orders.order_id,
    orders.customer_id,
    orders.customer_name,
    orders.email,
    orders.phone,
    orders.ordered_at,
    orders.revenue_amount,
    orders.cost_amount,
    orders.quantity,
    orders.product,
    orders.owner,
    orders.is_refund,
    orders.paid_at,
    orders.upload_id,
    orders.sheet,
    orders.row_number,
    orders.unread
from canonical.orders as orders
inner join identities
    on
        identities.source_table in ('customers', 'orders')
        and coalesce(
            orders.customer_id,
            '|' || coalesce(orders.email, '') || '|' || coalesce(orders.phone, '') || '|' || coalesce(orders.customer_name, '')
        ) = identities.source_ref
