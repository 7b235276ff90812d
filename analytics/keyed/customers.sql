/*
title:   Customers with the person behind each row
grain:   one row per customer
needs:   customers, identities
returns: person_key, then the columns of canonical.customers
*/
select
    identities.person_key,
    customers.customer_id,
    customers.name,
    customers.first_name,
    customers.company,
    customers.email,
    customers.phone,
    customers.street,
    customers.city,
    customers.postcode,
    customers.country,
    customers.industry,
    customers.site_count,
    customers.path,
    customers.source,
    customers.referred_by_customer_id,
    customers.do_not_contact,
    customers.created_date,
    customers.upload_id,
    customers.sheet,
    customers.row_number,
    customers.unread
from canonical.customers as customers
inner join identities
    on
        identities.source_table = 'customers'
        and customers.customer_id = identities.source_ref
