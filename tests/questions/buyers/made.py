"""Orders at a steady pace, written as the tables that a test fills."""

import pandas as pd

HEADER = "order_id | customer_id | customer_name | ordered_at | revenue_amount | cost_amount | product | owner"


def orders_every(
    customer: str, start: str, count: int, days: int, revenue: object = 100, cost: object = 40, **more: str
) -> str:
    """One customer's orders: `count` of them, `days` apart, from the day `start` on."""
    dates = pd.date_range(start, periods=count, freq=f"{days}D")
    rest = f"{more.get('product', '')} | {more.get('owner', '')}"
    lines = [
        f"{customer}-{n} | {customer} | {customer} | {day:%Y-%m-%d} | {revenue} | {cost} | {rest}"
        for n, day in enumerate(dates)
    ]
    return "\n".join([HEADER, *lines])
