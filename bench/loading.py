"""Orders from CSV to a published version, against a plain typed read_csv of the same file into a file table."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.orders_file import TYPED, orders_file

ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
CUSTOMERS = ROWS // 10
PAIRS = int(os.environ.get("BENCH_PAIRS", "5"))
MOST_RATIO = 2.5
MOST_GIBIBYTES = 2.0
PLAIN = "import duckdb, sys; duckdb.connect(sys.argv[1]).execute(sys.argv[3], {'path': sys.argv[2]})"


@dataclass(frozen=True)
class Run:
    """One finished command: seconds on the wall, gibibytes of its largest process."""

    seconds: float
    gibibytes: float


def main() -> None:
    """Print medians, the ratio pair by pair, and whether the bounds hold."""
    with tempfile.TemporaryDirectory(prefix="gleaner-bench-") as name:
        folder = Path(name)
        path = orders_file(folder, ROWS, CUSTOMERS)
        plain, ours = [], []
        for number in range(PAIRS + 1):  # the first pair warms the file cache and is not counted
            plain.append(_run([sys.executable, "-c", PLAIN, str(folder / f"{number}.duckdb"), str(path), TYPED]))
            workspace = str(folder / f"workspace-{number}")
            ours.append(
                _run([sys.executable, "-m", "analytics", "load", str(path), "--workspace", workspace, "--json"])
            )
        _report(plain[1:], ours[1:], path.stat().st_size)


def _run(command: list[str]) -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[2]} ended with {os.waitstatus_to_exitcode(status)}")
    return Run(seconds, usage.ru_maxrss / 1024 / 1024)


def _report(plain: list[Run], ours: list[Run], size: int) -> None:
    ratios = [ours_run.seconds / plain_run.seconds for plain_run, ours_run in zip(plain, ours, strict=True)]
    peak = max(run.gibibytes for run in ours)
    print(f"{ROWS:,} orders of {CUSTOMERS:,} customers, {size / 1e6:.0f} MB, {len(plain)} pairs")
    print(f"plain typed read_csv   median {statistics.median(run.seconds for run in plain):.2f} s")
    print(f"load to a version      median {statistics.median(run.seconds for run in ours):.2f} s")
    print(
        f"ratio                  median {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}),"
        f" bound {MOST_RATIO}: {'holds' if statistics.median(ratios) <= MOST_RATIO else 'BROKEN'}"
    )
    verdict = "holds" if peak <= MOST_GIBIBYTES else "BROKEN"
    print(f"peak memory            {peak:.2f} GiB, bound {MOST_GIBIBYTES}: {verdict}")
