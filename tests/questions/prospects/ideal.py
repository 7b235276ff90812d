"""Customers who are profitable, loyal and active, beside others who are not."""

from tests.filled import FilledStore

LAST_DAY = "2026-06-30"


def clients(store: FilledStore, good: list[str]) -> FilledStore:
    """Good customers, each 'industry|sites|product|path', the first one the latest buyer, and three who bought once.

    A good one orders for 1,000 on the same day of four years; who bought once paid 10 in 2023.
    """
    customers = ["customer_id|name|industry|site_count|path"]
    orders = ["order_id|customer_id|ordered_at|revenue_amount|product"]
    for place, looks in enumerate(good):
        industry, sites, product, path = looks.split("|")
        customers.append(f"g{place}|Good {place}|{industry}|{sites}|{path}")
        for year in (2023, 2024, 2025, 2026):
            orders.append(f"g{place}-{year}|g{place}|{year}-06-{29 - place:02}|1000|{product}")
    for place in range(3):
        customers.append(f"x{place}|Once {place}|Homeowner|1|Ads")
        orders.append(f"x{place}-1|x{place}|2023-01-1{place}|10|Full roof")
    return store.fill("customers", "\n".join(customers)).fill("orders", "\n".join(orders))
