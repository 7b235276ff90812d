"""What landing costs beside reading the same file plainly: `python -m bench.landing [rows]`, or `... excel [rows]`.

A text file beside the plain typed read_csv of DuckDB, into a table and into Parquet; a workbook beside python-calamine.
Landing is timed twice: with the start of its process, and as the app does it, in one that is ready before the file is.
Prints seconds, processor seconds and peak memory, each the best of three runs that take turns, and the ratios.
"""

import json
import random
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from itertools import product
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
PARQUET = PLAIN.replace('.create("orders")', '.write_parquet(sys.argv[2] + ".parquet", compression="snappy")')
CALAMINE = """
import python_calamine, sys
rows = python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
"""
LAND = """
import sys, tempfile
from pathlib import Path
from analytics.ingest.file import load_file
from analytics.ingest.to_read import Job
with tempfile.TemporaryDirectory() as scratch:
    (receipt,) = load_file(Job(Path(sys.argv[1]), "orders", Path(sys.argv[2])), Path(scratch), lambda words: None)
assert receipt.error is None, receipt.error
"""
READY = """
import sys, tempfile
from pathlib import Path
from analytics.ingest.child import connection, import_module, read_one
import_module("analytics.ingest.file")
scratch = tempfile.TemporaryDirectory()
kept = connection(scratch.name, 4096, [str(Path(sys.argv[1]).parent), sys.argv[2]])
limits = {"mebibytes": 4096, "seconds": 900, "file_mebibytes": 8192}
# ready
job = {"path": sys.argv[1], "name": "orders", "out": sys.argv[2]}
(receipt,) = read_one({"limits": limits, "job": job}, kept, scratch.name, lambda words: None)
assert receipt["error"] is None, receipt["error"]
"""
MEASURE = """
import resource, json, sys, time
def used():
    now = resource.getrusage(resource.RUSAGE_SELF)
    return now.ru_utime + now.ru_stime
*before, code = sys.stdin.read().split("# ready")
exec(before[0] if before else "")
began, had = time.perf_counter(), used() if before else 0
exec(code)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([time.perf_counter() - began, used() - had, peak]))
"""
LANDINGS = {"landing": LAND, "landing, process ready": READY}
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


def write_workbook(path: Path, rows: int) -> None:
    """The same orders as a workbook: days as dates, amounts as numbers, the rest as text."""
    import csv

    import xlsxwriter

    text = path.with_suffix(".csv")
    write_orders(text, rows)
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "yyyy-mm-dd hh:mm"})
    sheet = book.add_worksheet("Orders")
    with text.open(newline="") as file:
        lines = csv.reader(file)
        sheet.write_row(0, 0, next(lines))
        for place, (*keys, at, amount, cost, product) in enumerate(lines, start=1):
            sheet.write_row(place, 0, [*keys, datetime.fromisoformat(at), float(amount), float(cost), product])
    book.close()


def run(code: str, file: Path, target: Path) -> list[float]:
    """(seconds, processor seconds, peak MB) of one run in a process of its own."""
    target.mkdir() if code in LANDINGS.values() else None
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(file), str(target)],
        input=code,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def compare(ways: dict[str, str], file: Path, folder: Path) -> None:
    """Prints the best of each way and of landing, and both landings divided by each way."""
    ways, plain = {**ways, **LANDINGS}, ways
    runs: dict[str, list] = {name: [] for name in ways}
    for turn in range(3):
        for place, (name, code) in enumerate(ways.items()):
            runs[name].append(run(code, file, folder / f"{turn}-{place}"))
    best = {name: [min(column) for column in zip(*every, strict=True)] for name, every in runs.items()}
    for name, (seconds, processor, megabytes) in best.items():
        print(f"{name:<24} {seconds:6.2f} s  {processor:6.2f} s of processor  {megabytes:6.0f} MB")
    for landing, name in product(LANDINGS, plain):
        wall, processor = (best[landing][part] / best[name][part] for part in (0, 1))
        print(f"{landing} / {name}: {wall:.2f} by the clock, {processor:.2f} of processor")


def main(asked: list[str]) -> None:
    numbers = [int(word) for word in asked if word.isdigit()]
    with tempfile.TemporaryDirectory() as folder:
        if "excel" in asked:
            file = Path(folder) / "orders.xlsx"
            write_workbook(file, numbers[0] if numbers else 100_000)
            compare({"python-calamine alone": CALAMINE}, file, Path(folder))
        else:
            file = Path(folder) / "orders.csv"
            write_orders(file, numbers[0] if numbers else 1_000_000)
            ways = {
                "read_csv into a table": PLAIN,
                "read_csv into Parquet": PARQUET,
            }
            compare(ways, file, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
