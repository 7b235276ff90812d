"""Load a small file as the child process does, and look at what it wrote."""

import json
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from analytics.ingest.clean.day_order import decide
from analytics.ingest.file import load_file
from analytics.ingest.land import Target, land, prepare
from analytics.ingest.land.choose import date_evidence
from analytics.ingest.land.scan import Origin
from analytics.ingest.land.source import connect, open_source, sample_rows
from analytics.ingest.read import relation
from analytics.ingest.read.table import Table
from analytics.ingest.receipt import Receipt
from analytics.ingest.recognise import recognise
from analytics.ingest.to_read import Job


@dataclass(frozen=True)
class Landed:
    """The receipts of one file and the folder with its tables."""

    receipts: list[Receipt]
    out: Path

    @property
    def receipt(self) -> Receipt:
        (one,) = self.receipts
        return one

    def rows(self, *columns: str, table: str | None = None) -> list[tuple]:
        """Rows of a table in the order of the file, money as text."""
        name = self.receipts[0].parquet[table or self.receipts[0].sheet_type]
        found = duckdb.read_parquet(str(self.out / name), file_row_number=True)
        chosen = ", ".join(f'"{column}"' for column in columns)
        return found.order("coalesce(row_number, row_offset + file_row_number)").project(chosen).fetchall()

    def rejects(self) -> list[tuple[int, str, str]]:
        """(row number, reason code, reason)."""
        found = duckdb.read_parquet(str(self.out / self.receipts[0].rejects))
        return found.order("row_number").project("row_number, reason_code, reason").fetchall()

    def codes(self) -> list[str]:
        return [warned.code for warned in self.receipts[0].warnings]

    def unread(self) -> list[dict | None]:
        return [json.loads(text) if text else None for (text,) in self.rows("unread")]


def load(folder: Path, content: str | bytes | Path, name: str = "orders.csv", **said) -> Landed:
    """Land a file given by its text, its bytes or its path."""
    if isinstance(content, Path):
        path, name = content, content.name
    else:
        path = folder / "upload"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    out = Path(tempfile.mkdtemp(dir=folder))
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        return Landed(load_file(Job(path, name, out, **said), Path(scratch), lambda words: None), out)


def land_table(folder: Path, table: Table) -> Landed:
    """Land a table as the reader would hand it over."""
    connection = connect(folder, [])
    source = open_source(connection, table, 1, partial(relation, scratch=folder))
    recognised = recognise(table.headers, sample_rows(connection, source))
    sheet = prepare(connection, source, recognised, table.headers, table.dialect)
    orders = decide(date_evidence(connection, sheet.source, sheet.plan), None)
    return Landed(
        [land(connection, sheet, orders, Target(folder / "1", "orders.csv", Origin("upload", table.sheet)))], folder
    )


def column(header: str, values: list[str], beside: str = "Customer,Order date", filler: str = "Ann,2026-01-05") -> str:
    """An orders file with one column of interest; every value is quoted."""
    rows = [f'{number},{filler},"{value}"' for number, value in enumerate(values, 1)]
    return "\n".join([f"Order no,{beside},{header}", *rows]) + "\n"
