"""A made-up orders export of any length, the same bytes each time."""

from pathlib import Path

import duckdb

# Arithmetic on the row number instead of random(): the same file on every machine and version.
ORDERS = """
    select
        'O-' || lpad(cast(i as varchar), 8, '0') as "Order number",
        'C' || lpad(cast((i * 7919) % $customers as varchar), 7, '0') as "Customer ID",
        'Customer ' || cast((i * 7919) % $customers as varchar) as "Customer name",
        strftime(date '2019-01-01' + cast((i * 104729) % 2500 as integer), '%Y-%m-%d') as "Order date",
        cast(((i * 15485863) % 500000) / 100.0 as decimal(18, 2)) as "Amount",
        cast(((i * 15485863) % 300000) / 100.0 as decimal(18, 2)) as "Cost",
        'Product ' || cast(i % 20 as varchar) as "Product",
        'Owner ' || cast(i % 8 as varchar) as "Owner"
    from range($rows) as numbers(i)
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
