"""Every question on 1,000,000 orders, asked of the store; the plainest SQL over the raw orders runs beside it."""

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
REPEATS = 9
MOST_MILLISECONDS = 50
PLAINEST = """
    select customer_id, sum(revenue_amount) as revenue_amount, count(*) as order_count, max(ordered_at) as last_order_at
    from canonical.orders group by customer_id order by revenue_amount desc limit 2000
"""


def main() -> None:
    """Print the median milliseconds of each question's query."""
    with tempfile.TemporaryDirectory(prefix="gleaner-bench-") as name:
        folder = Path(name)
        files = [orders_file(folder, ROWS, CUSTOMERS), *people_files(folder, CUSTOMERS)]
        workspace = Workspace(folder / "workspace")
        failed = [
            receipt for receipt in workspace.load([(file.name, file) for file in files], LoadOptions()) if receipt.error
        ]
        if failed:
            raise SystemExit(f"{failed[0].file}: {failed[0].error}")
        _report(workspace)


def _report(workspace: Workspace) -> None:
    store = workspace.store()
    plainest = _milliseconds(lambda: store.rows(PLAINEST, {}))
    print(f"{'plainest SQL over raw orders':<36} {plainest:7.1f} ms")
    for name, question in questions().items():
        parameters = Filters().at(store.last_day).parameters(question.parameters)
        try:
            median = _milliseconds(lambda: store.rows(question.sql, parameters))  # noqa: B023
        except MissingTable as error:
            print(f"{name:<36} not asked: {error.what}")
            continue
        verdict = "holds" if median <= MOST_MILLISECONDS else "BROKEN"
        print(f"{name:<36} {median:7.1f} ms, {median / plainest:.2f} x plainest, bound {MOST_MILLISECONDS}: {verdict}")


def _milliseconds(ask: Callable[[], object]) -> float:
    ask()  # the first one brings the pages into memory
    taken = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)
