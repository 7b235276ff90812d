"""What was known of each customer now and a quarter ago, against plain pandas; orders stand on several rows."""

import random
from datetime import date, timedelta

import pandas as pd

from tests.filled import FilledStore


def lines(seed: int) -> pd.DataFrame:
    chance = random.Random(seed)
    rows = []
    for number in range(200):
        customer, day = f"c{chance.randrange(25)}", date(2024, 1, 1) + timedelta(days=chance.randrange(700))
        for _ in range(chance.choice([1, 1, 2, 3])):
            rows.append(
                {
                    "order_id": f"o{number}",
                    "customer_id": customer,
                    "ordered_at": day + timedelta(days=chance.choice([0, 0, 0, 40, 90])),
                    "revenue_amount": chance.choice([100, 40, 250, -30]),
                    "cost_amount": chance.choice([10, 20, 60, None]),
                    "owner": chance.choice(["Ann", "Bob"]),
                }
            )
    return pd.DataFrame(rows)


def plain(rows: pd.DataFrame, until: pd.Timestamp) -> pd.DataFrame:
    known = rows[rows["ordered_at"] <= until]
    sold = known[known["revenue_amount"] >= 0].groupby("customer_id")
    every = known.groupby("customer_id")
    found = pd.DataFrame(
        {
            "purchase_count": sold["ordered_at"].nunique(),
            "order_count": sold["order_id"].nunique(),
            "last_order_date": sold["ordered_at"].max(),
            "year_count": sold["ordered_at"].agg(lambda days: days.dt.year.nunique()),
            "revenue_amount": every["revenue_amount"].sum(),
            "profit_amount": every["revenue_amount"].sum() - every["cost_amount"].sum(),
            "is_cost_known": every["cost_amount"].agg(lambda costs: costs.notna().all()),
        }
    )
    return found[found["purchase_count"].notna()]


def test_states_of_both_days_are_those_of_plain_pandas():
    for seed in range(3):
        rows = lines(seed)
        store = FilledStore()
        text = "\n".join(
            " | ".join("" if pd.isna(value) else str(value) for value in row) for row in rows.itertuples(index=False)
        )
        store.fill("orders", f"{' | '.join(rows.columns)}\n{text}")
        opened = store.open()
        rows["ordered_at"] = pd.to_datetime(rows["ordered_at"])
        last = rows["ordered_at"].max()
        for is_now, until in ((True, last), (False, last - pd.DateOffset(months=3))):
            expected = plain(rows, until)
            sql = (
                "select people.customer_id, customer_states.* from customer_states "
                "inner join people on customer_states.person_key = people.person_key "
                f"where is_now = {is_now} order by customer_id"
            )
            found = opened.rows(sql, {}).set_index("customer_id")
            assert list(found.index) == sorted(expected.index)
            for column in expected.columns:
                told = found[column].tolist()
                wanted = expected[column].reindex(found.index).tolist()
                assert [_plain(value) for value in told] == [_plain(value) for value in wanted], (seed, is_now, column)
        store.close()


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, pd.Timestamp | date):
        return str(value)[:10]
    return float(value)
