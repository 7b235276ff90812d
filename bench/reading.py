"""How well text files are read that nobody described: `python -m bench.reading` prints the scores.

Faults of one kind a file (polluted) and files as they come from tools (wild), told nothing but their bytes.
"""

import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from analytics.errors import UploadError
from analytics.ingest.read import read_file
from analytics.ingest.read.show import as_csv
from tests.ingest.read.polluted import Polluted, polluted, source
from tests.ingest.read.score import FAILED, Score, score
from tests.ingest.read.wild import wild


def read_score(file: Polluted, folder: Path) -> Score:
    """The score of one file."""
    path = folder / "file.csv"
    path.write_bytes(file.data)
    try:
        return score(as_csv(read_file(path, file.name, folder)), file.header, file.rows)
    except UploadError as error:
        print("refused", file.name, error.what)
        return FAILED


def table_line(name: str, scores: list[tuple[Score, float]]) -> str:
    """One line of the table: how many, the three F1, simple and weighted score."""
    count = len(scores)
    mean = [
        sum(getattr(found, part) for found, _ in scores) / count for part in ("header", "records", "cells", "total")
    ]
    weighted = sum(found.total * weight for found, weight in scores) / sum(weight for _, weight in scores)
    return f"{name:28} {count:6} {mean[0]:8.4f} {mean[1]:8.4f} {mean[2]:8.4f} {mean[3]:8.4f} {weighted:9.4f}"


def main(quick: bool, worst: int) -> None:
    """Prints one line per group, and the worst files."""
    print(f"{'group':28} {'files':>6} {'header':>8} {'records':>8} {'cells':>8} {'simple':>8} {'weighted':>9}")
    low = []
    for quoting in ("all", "text", "needed"):
        groups: dict[str, list] = defaultdict(list)
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            for file in polluted(source(quoting), 12 if quick else 1):
                found = read_score(file, Path(folder))
                groups[file.group].append((found, file.weight))
                low.append((found.total, quoting, file.name))
        for group, scores in groups.items():
            print(table_line(f"{quoting}: {group}", scores))
        every = [pair for scores in groups.values() for pair in scores]
        print(table_line(f"{quoting}: all", every), f"  {time.perf_counter() - started:.1f} s")
    groups = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for file in wild(200 if quick else 1000):
            found = read_score(file, Path(folder))
            groups[file.group if file.group.count("+") == 0 else "several oddities"].append((found, 1.0))
            low.append((found.total, "wild", file.name))
    for group, scores in sorted(groups.items()):
        print(table_line(f"wild: {group}", scores))
    print(table_line("wild: all", [pair for scores in groups.values() for pair in scores]))
    for total, quoting, name in sorted(low)[:worst]:
        print(f"{total:7.3f}  {quoting:8} {name}")


if __name__ == "__main__":
    main("--quick" in sys.argv, 25)
