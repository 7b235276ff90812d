"""Rows that were set aside, read back from where they were landed."""

from pathlib import Path

from analytics.engine import open_work
from analytics.settings import from_environment


def read_rejects(file: Path) -> list[dict[str, object]]:
    """Every row of a rejects file, in the order of the sheet."""
    with open_work(from_environment(), [file.parent]) as connection:
        rows = connection.read_parquet(str(file)).order("sheet, row_number")
        return [dict(zip(rows.columns, row, strict=True)) for row in rows.fetchall()]
