"""The store of the tests answers as a published version does."""

from analytics.workspace.build import summary_files
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


def test_summaries_built_when_asked_for_are_those_of_a_publish():
    at_once, asked = filled(), filled()
    whole, lazy = at_once.open_whole(), asked.open()
    # The last ones first: each then has to bring all that it is built from.
    for file in reversed(summary_files()):
        sql = f"select * from {file.stem} order by all"
        assert lazy.rows(sql, {}).equals(whole.rows(sql, {})), file.stem
    at_once.close()
    asked.close()
