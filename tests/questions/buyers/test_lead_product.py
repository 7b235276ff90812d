"""Lead product (M10): numbers that can be checked by hand."""

from decimal import Decimal

import duckdb
import pandas as pd
import pytest

from analytics.questions import ask
from analytics.workspace import build
from tests.questions.buyers.made import orders_every


def ask_products(store, *customers):
    for text in (*customers, orders_every("last day", "2026-01-01", 1, 1, product="Other")):
        store.fill("orders", text)
    return ask(store.open(), "buyers/lead_product")


def group(name, came_back, left, start="2024-01-01"):
    """Customers of one first product: some who buy again 100 days later at 60 profit, some who do not."""
    back = [orders_every(f"{name}-back{n}", start, 2, 100, product=name) for n in range(came_back)]
    return [*back, *(orders_every(f"{name}-left{n}", start, 1, 100, product=name) for n in range(left))]


def test_the_best_first_product_is_the_one_with_the_best_lower_bound(store):
    answer = ask_products(store, *group("Roof", 2, 18), *group("Gutter", 15, 5))
    rows = answer.rows.set_index("product")
    assert answer.rows["product"].tolist() == ["Gutter", "Roof", "Other"]
    assert rows.loc["Gutter", "back_rate"] == pytest.approx(0.75)
    # 15 of 20 brought 60 each in the year after, the first order not counted.
    assert rows.loc["Gutter", "year_mean_amount"] == Decimal("45.00")
    assert "Gutter is the best first product" in answer.headline


def test_under_ten_customers_a_product_is_listed_and_not_ranked(store):
    rows = ask_products(store, *group("Rare", 9, 0), *group("Gutter", 15, 5)).rows.set_index("product")
    assert pd.isna(rows.loc["Rare", "product_rank"])
    assert pd.isna(rows.loc["Rare", "back_rate"])
    assert rows.loc["Rare", "customer_count"] == 9


def test_whoever_came_too_lately_is_neither_back_nor_lost(store):
    # 20 young customers, watched for 31 days, leave the share of the old ones as it is.
    young = [orders_every(f"young{n}", "2025-12-01", 1, 1, product="Gutter") for n in range(20)]
    rows = ask_products(store, *group("Gutter", 10, 10), *young).rows.set_index("product")
    assert rows.loc["Gutter", ["customer_count", "mature_count"]].tolist() == [40, 20]
    assert rows.loc["Gutter", "back_rate"] == pytest.approx(0.5)


def test_a_year_ends_with_its_365th_day(store):
    on_time = [orders_every(f"a{n}", "2023-01-01", 2, 365, product="Gutter") for n in range(10)]
    too_late = [orders_every(f"b{n}", "2023-01-01", 2, 366, product="Roof") for n in range(10)]
    rows = ask_products(store, *on_time, *too_late).rows.set_index("product")
    assert rows.loc[["Gutter", "Roof"], "back_rate"].tolist() == [1.0, 0.0]


def test_with_deals_the_win_rate_counts(store):
    lines = [
        f"{name}{n} | d | Kim | {name} | {stage}" for name, stages in WON.items() for n, stage in enumerate(stages)
    ]
    store.fill("deals", "\n".join(["deal_id | name | owner | product | stage_name", *lines]))
    answer = ask_products(store, *group("Roof", 15, 5), *group("Gutter", 15, 5))
    rows = answer.rows.set_index("product")
    assert answer.rows["product"].tolist()[:2] == ["Gutter", "Roof"]
    assert rows.loc[["Gutter", "Roof"], "win_rate"].tolist() == [0.9, 0.1]


def test_when_no_product_has_ten_customers_there_is_not_enough(store):
    missing = ask_products(store, *group("Gutter", 4, 3)).not_enough
    assert (missing.have, missing.need) == (7, 10)


WON = {"Gutter": ["Won"] * 18 + ["Lost"] * 2, "Roof": ["Won"] * 2 + ["Lost"] * 18}


LINES = """
    order_id | customer_id | ordered_at | revenue_amount | product
    o1       | a           | 2026-01-05 | 300            | Labour
    o1       | a           | 2026-01-05 | 900            | Server
    o1       | a           | 2026-01-05 | 80             | Cable
    o2       | b           | 2026-01-06 | 50             | Labour
    o3       | c           | 2026-02-01 | 70             | Managed support February 2026
    o4       | d           | 2026-03-01 | 70             | Managed support März 2026
    o5       | e           | 2026-03-02 | 70             | Managed support (03/2026)
    o6       | f           | 2026-03-03 | 70             | Marble 2026
    o7       | g           | 2026-03-04 | 70             | June 2026
"""


def test_the_first_product_is_the_dearest_of_the_first_order_without_the_month_it_was_for(store):
    rows = ask(store.fill("orders", LINES).open(), "buyers/lead_product").rows
    counts = rows.set_index("product")["customer_count"].to_dict()
    assert counts == {"Server": 1, "Labour": 1, "Managed support": 3, "Marble 2026": 1, "June 2026": 1}


@pytest.mark.parametrize(
    ("product", "is_left"),
    [
        ("Managed support June 2026", "Managed support"),
        ("Wartung (06/2026)", "Wartung"),
        ("Entretien pour juin 2025", "Entretien"),
        ("Retainer Q3 2025", "Retainer"),
        ("Filter 12045", "Filter 12045"),
        ("Windows 11 2024", "Windows 11 2024"),
        ("Omega-3 2000", "Omega-3 2000"),
        ("Kabel 10/2000", "Kabel 10/2000"),
        ("Model 2024", "Model 2024"),
    ],
)
def test_a_month_with_its_year_is_no_part_of_a_product(product, is_left):
    ending = (build.SUMMARIES / "month_endings.sql").read_text(encoding="utf-8")
    with duckdb.connect() as connection:
        (pattern,) = connection.execute(ending).fetchone()
        cut = connection.execute(
            "select regexp_replace($name, $pattern, '', 'i')", {"name": product, "pattern": pattern}
        )
        assert cut.fetchone() == (is_left,)
