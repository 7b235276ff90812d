"""A made-up orders export of any length, the same bytes each time."""

from pathlib import Path

import duckdb

# md5 instead of random(): the same file on every machine and version. Arithmetic on the row number alone is not enough:
# customers and days that share a factor give every customer a single day, which no real file has.
ORDERS = """
    with

    numbers as (
        select
            i,
            cast(md5_number_lower('customer' || i) >> 11 as double) / 9007199254740992 as customer_chance,
            cast(md5_number_lower('day' || i) >> 11 as double) / 9007199254740992 as day_chance,
            cast(md5_number_lower('amount' || i) >> 11 as double) / 9007199254740992 as amount_chance
        from range($rows) as numbers(i)
    ),

    orders as (
        select
            i,
            -- some buy often, most seldom
            cast(floor($customers * power(customer_chance, 1.5)) as bigint) as customer,
            cast(floor(2500 * day_chance) as integer) as day,
            cast(exp(4 + 4 * amount_chance) as decimal(18, 2)) as amount
        from numbers
    )

    select
        'O-' || lpad(cast(i as varchar), 8, '0') as "Order number",
        'C' || lpad(cast(customer as varchar), 7, '0') as "Customer ID",
        'Customer ' || cast(customer as varchar) as "Customer name",
        strftime(date '2019-01-01' + day, '%Y-%m-%d') as "Order date",
        amount as "Amount",
        cast(amount * (0.5 + (i % 30) / 100.0) as decimal(18, 2)) as "Cost",
        'Product ' || cast((customer + i) % 20 as varchar) as "Product",
        'Owner ' || cast(customer % 8 as varchar) as "Owner"
    from orders
    order by i
"""
TYPED = """
    create table orders as
    select * from read_csv($path, header = true, columns = {
        'order_id': 'varchar', 'customer_id': 'varchar', 'customer_name': 'varchar', 'ordered_at': 'date',
        'revenue_amount': 'decimal(18,2)', 'cost_amount': 'decimal(18,2)', 'product': 'varchar', 'owner': 'varchar'})
"""


def orders_file(folder: Path, rows: int, customers: int) -> Path:
    """A CSV of `rows` orders of `customers` customers, about 80 bytes a row."""
    path = folder / f"orders-{rows}.csv"
    if not path.exists():
        query = duckdb.connect().sql(ORDERS, params={"rows": rows, "customers": customers})
        query.write_csv(str(path), header=True)
    return path
