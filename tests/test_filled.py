"""The store of the tests answers as a published version does."""

import pytest

from analytics.workspace.build import SUMMARIES
from tests.filled import FilledStore

TABLES = {
    "customers": """
        customer_id | name       | email         | path
        c1          | Ann Archer | ann@x.example | referral
    """,
    "leads": """
        lead_id | name       | email         | path     | created_at
        l1      | Ann Archer | ann@x.example | referral | 2025-12-01
        l2      | Ben Baker  | ben@x.example | website  | 2026-01-02
    """,
    "touches": """
        person        | happened_at | path     | link
        ann@x.example | 2025-12-05  | referral | nurturing
        l2            | 2026-01-05  | website  | ask
    """,
    "orders": """
        order_id | customer_id | email         | ordered_at | revenue_amount | cost_amount
        o1       | c1          | ann@x.example | 2026-01-10 | 700            | 300
        o2       | c1          |               | 2026-02-10 | 150            |
    """,
}


def filled() -> FilledStore:
    store = FilledStore()
    for table, text in TABLES.items():
        store.fill(table, text)
    return store


@pytest.mark.parametrize("name", sorted(file.stem for file in SUMMARIES.glob("*.sql")))
def test_a_summary_built_when_asked_for_is_the_one_of_a_publish(name, whole):
    asked, sql = filled(), f"select * from {name} order by all"
    assert asked.open().rows(sql, {}).equals(whole.rows(sql, {}))
    asked.close()


@pytest.fixture(scope="module")
def whole():
    store = filled()
    yield store.open_whole()
    store.close()
