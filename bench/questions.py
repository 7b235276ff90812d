"""Every question on 1,000,000 orders and as many touches; the plainest SQL over the raw orders or touches beside it.

BENCH_ROWS sets the orders, BENCH_PEOPLE the leads, each with ten touches: 1000000 for 10,000,000 touches.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from analytics.errors import MissingTable
from analytics.filters import Filters
from analytics.questions import questions
from analytics.workspace import LoadOptions, Workspace
from bench.orders_file import orders_file
from bench.people_files import people_files

ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
CUSTOMERS = ROWS // 10
PEOPLE = int(os.environ.get("BENCH_PEOPLE", str(CUSTOMERS)))
REPEATS = 9
MOST_MILLISECONDS = 50
PLAINEST = {
    "orders": """
        select customer_id, sum(revenue_amount) as revenue_amount, count(*) as order_count,
            max(ordered_at) as last_order_at
        from canonical.orders group by customer_id order by revenue_amount desc limit 2000
    """,
    # How many people were met, talked to, asked: nothing of who skipped a step, is in play or said no.
    "touches": """
        select path, action, count(*) as person_count, min(first_at) as first_at
        from (
            select path, action, person, min(happened_at) as first_at
            from canonical.touches group by path, action, person
        ) group by path, action order by path, action
    """,
}


def main() -> None:
    """Print the median milliseconds of each question's query."""
    with tempfile.TemporaryDirectory(prefix="gleaner-bench-") as name:
        folder = Path(name)
        files = [orders_file(folder, ROWS, CUSTOMERS), *people_files(folder, PEOPLE)]
        workspace = Workspace(folder / "workspace")
        failed = [
            receipt for receipt in workspace.load([(file.name, file) for file in files], LoadOptions()) if receipt.error
        ]
        if failed:
            raise SystemExit(f"{failed[0].file}: {failed[0].error}")
        _report(workspace)


def _report(workspace: Workspace) -> None:
    store = workspace.store()
    plainest = {table: _milliseconds(lambda: store.rows(PLAINEST[table], {})) for table in PLAINEST}  # noqa: B023
    for table, median in plainest.items():
        print(f"{f'plainest SQL over raw {table}':<36} {median:7.1f} ms")
    for name, question in questions().items():
        parameters = Filters().at(store.last_day).parameters(question.parameters)
        try:
            median = _milliseconds(lambda: store.rows(question.sql, parameters))  # noqa: B023
        except MissingTable as error:
            print(f"{name:<36} not asked: {error.what}")
            continue
        beside = "touches" if name.startswith("funnel/") else "orders"
        ratio = median / plainest[beside]
        verdict = "holds" if median <= MOST_MILLISECONDS else "BROKEN"
        print(
            f"{name:<36} {median:7.1f} ms, {ratio:.2f} x plainest over {beside}, bound {MOST_MILLISECONDS}: {verdict}"
        )


def _milliseconds(ask: Callable[[], object]) -> float:
    ask()  # the first one brings the pages into memory
    taken = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)
