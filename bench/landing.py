"""What landing costs beside DuckDB's plain typed read_csv of the same file: `python -m bench.landing [rows]`.

Prints seconds, processor seconds, peak memory and the ratio, all from the same run; each timing is the best of three.
"""

import json
import random
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

PLAIN = """
import duckdb, sys
connection = duckdb.connect(sys.argv[2])
connection.execute("set enable_progress_bar = false")
kinds = dict.fromkeys("abcdh", "varchar") | {"e": "timestamp", "f": "decimal(18,2)", "g": "decimal(18,2)"}
kinds = {name: kinds[name] for name in "abcdefgh"}
connection.read_csv(sys.argv[1], header=True, columns=kinds).create("orders")
connection.close()
"""
LAND = """
import sys, tempfile
from pathlib import Path
from analytics.ingest.file import Job, load_file
with tempfile.TemporaryDirectory() as scratch:
    (receipt,) = load_file(Job(Path(sys.argv[1]), "orders.csv", Path(sys.argv[2])), Path(scratch), lambda words: None)
assert receipt.error is None, receipt.error
"""
MEASURE = """
import resource, json, sys, time
began = time.perf_counter()
exec(sys.stdin.read())
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
PRODUCTS = ("Gutter cleaning", "Flat roof repair", "New roof", '"Inspection, yearly"', "Downpipe")


def write_orders(path: Path, rows: int) -> None:
    """A made-up orders file of eight columns."""
    chance, start = random.Random(7), datetime(2023, 1, 1)
    with path.open("w") as file:
        file.write("Order ID,Customer ID,Customer,Email,Order date,Amount,Cost,Product\n")
        for number in range(rows):
            customer, cents = chance.randrange(200_000), chance.randrange(1_000, 900_000)
            at = start + timedelta(seconds=chance.randrange(3 * 365 * 86_400))
            file.write(
                f"ORD-{number:07d},C{customer:06d},Customer number {customer} "
                f"Ltd,person{customer}@company{customer % 5000}.example.com,"
                f"{at:%Y-%m-%d %H:%M:%S},{cents / 100:.2f},{cents / 200:.2f},{chance.choice(PRODUCTS)}\n"
            )


def measure(code: str, file: Path, folder: Path) -> list[float]:
    """Best (seconds, processor seconds, peak MB) of three runs, each in a process of its own."""
    runs = []
    for place in range(3):
        target = folder / f"{abs(hash(code))}-{place}"
        target.mkdir() if code == LAND else None
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, str(file), str(target)],
            input=code,
            capture_output=True,
            text=True,
            check=True,
        )
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return min(runs)


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "orders.csv"
        write_orders(file, rows)
        plain, landed = measure(PLAIN, file, Path(folder)), measure(LAND, file, Path(folder))
    for name, (seconds, processor, megabytes) in {"plain read_csv": plain, "landing": landed}.items():
        print(f"{name:<15} {seconds:6.2f} s  {processor:6.2f} s of processor  {megabytes:6.0f} MB")
    print(f"landing / plain {landed[0] / plain[0]:6.2f}    {landed[1] / plain[1]:6.2f} of processor")


if __name__ == "__main__":
    main()
