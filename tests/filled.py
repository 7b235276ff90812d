"""Small tables typed in a test, landed in memory and published the way a version is."""

from pathlib import Path

import duckdb

from analytics.store import Store
from analytics.workspace.build import build_pages

CANONICAL = Path(__file__).parents[1] / "analytics" / "canonical"


class FilledStore:
    """Canonical tables in memory; fill them, then open() to ask questions of them."""

    def __init__(self) -> None:
        self.connection = duckdb.connect(":memory:")
        self.connection.execute("create schema canonical")
        self.connection.execute("use memory.canonical")
        for file in sorted(CANONICAL.glob("*.sql")):
            self.connection.execute(file.read_text(encoding="utf-8"))
        self.connection.execute("create table deal_snapshots as select * from deals")
        self.connection.execute("use memory.main")

    def fill(self, table: str, text: str) -> "FilledStore":
        """Add the rows of an ASCII table: a header line, then values between `|`; an empty cell is null."""
        header, *lines = [line for line in text.strip().splitlines() if line.strip()]
        columns = [*_cells(header), "upload_id", "row_number"]
        marks = ", ".join("?" for _ in columns)
        for number, line in enumerate(lines, start=2):
            values = [cell or None for cell in _cells(line)]
            assert len(values) == len(columns) - 2, f"{table} row {number}: {line}"
            self.connection.execute(
                f"insert into canonical.{table} ({', '.join(columns)}) values ({marks})", [*values, "test", number]
            )
        return self

    def open(self) -> Store:
        """The store as a page sees it, with people matched and summaries built."""
        build_pages(self.connection)
        return Store(self.connection)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]
