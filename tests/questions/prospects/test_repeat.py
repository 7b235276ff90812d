"""What customers order after their first order: those who came lately count by the time that was watched."""

import pytest

from tests.questions.prospects.histories import past


def test_the_share_watched_grows_with_the_orders_that_usually_came_by_then(store):
    people, orders = ["customer_id|name"], ["order_id|customer_id|ordered_at|revenue_amount"]
    for place in range(12):
        people.append(f"c{place}|C {place}")
        orders += [f"a{place}|c{place}|2022-01-01|100", f"b{place}|c{place}|2022-02-20|100"]
        if place < 4:
            orders.append(f"d{place}|c{place}|2023-06-01|100")
    orders.append("z|z|2025-01-01|1")
    store.fill("customers", "\n".join(people)).fill("orders", "\n".join(orders))
    rows = store.open().rows("select month_number, watched_rate from repeat_shape", {})
    shape = dict(zip(rows["month_number"], rows["watched_rate"], strict=True))
    # 12 of the 16 orders come in the second month, 4 in the seventeenth.
    assert (shape[1], shape[2], shape[16], shape[17], shape[24]) == (0, 0.75, 0.75, 1, 1)


def test_with_a_short_history_the_share_watched_is_a_straight_line(store):
    store.fill("orders", "order_id|customer_id|ordered_at|revenue_amount\n1|a|2025-01-01|5\n2|a|2025-06-01|5")
    rows = store.open().rows("select watched_rate from repeat_shape order by month_number", {})
    assert rows["watched_rate"].tolist() == pytest.approx([month / 24 for month in range(25)])


def test_a_customer_of_last_month_is_neither_left_out_nor_taken_for_gone(store):
    filled = past(store, {"Hotel": (20, 10)})
    filled.fill("customers", "customer_id|name|industry\n new|New one|Hotel")
    filled.fill("orders", "order_id|customer_id|ordered_at|revenue_amount\n new-1|new|2025-04-25|1000")
    rows = filled.open().rows("select sum(customer_count) as n, sum(watched_count) as w from repeat_cases", {})
    # The 20 were watched whole; the new one for two months; whoever bought on the last day has not been watched yet.
    assert rows["n"].tolist() == [21]
    assert 20 <= rows["w"].iloc[0] < 21


@pytest.mark.parametrize("counts", [(40, 36, 60, 6), (60, 30, 60, 30)])
def test_the_regression_is_used_only_where_it_beats_the_mean_of_everybody(store, counts):
    one, one_came, two, two_came = counts
    opened = past(store, {"Hotel": (one, one_came), "Home": (two, two_came)}).open()
    verdict = opened.rows("select is_used, saved_low_rate, customer_count, came_back_count from repeat_verdict", {})
    assert bool(verdict["is_used"].iloc[0]) == (one_came / one != two_came / two)
    assert verdict["came_back_count"].tolist() == [one_came + two_came]


def test_under_ten_who_came_back_no_number_is_expected(store):
    filled = past(store, {"Hotel": (20, 9)})
    filled.fill("leads", "lead_id|name|created_at|industry\n l1|One|2025-06-01|Hotel")
    rows = filled.open().rows("select likely_orders, likely_amount from look_repeats", {})
    assert len(rows) == 1 and rows.isna().all(axis=None)
