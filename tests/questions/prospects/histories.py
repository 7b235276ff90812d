"""Made-up pasts whose rates can be counted by hand."""

from tests.filled import FilledStore


def past(store: FilledStore, groups: dict[str, tuple[int, int]]) -> FilledStore:
    """Customers by industry, first seen from January to May: so many, of whom so many came back in July for 500.

    groups : industry to (customers, came back).
    """
    customers, orders = ["customer_id|name|industry"], ["order_id|customer_id|ordered_at|revenue_amount|product"]
    for industry, (count, came) in groups.items():
        for place in range(count):
            key = f"{industry[:4]}{place}"
            customers.append(f"{key}|Customer {key}|{industry}")
            orders.append(f"{key}-1|{key}|2023-0{place % 5 + 1}-10|1000|Repair")
            if place < came:
                orders.append(f"{key}-2|{key}|2023-07-10|500|Repair")
    # Somebody's order on the last day sets the as-of date.
    customers.append("last|The last one|")
    orders.append("last-1|last|2025-06-30|10|Repair")
    return store.fill("customers", "\n".join(customers)).fill("orders", "\n".join(orders))
