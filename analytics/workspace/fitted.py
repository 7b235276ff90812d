"""Summaries that SQL alone cannot express: a model is fitted to the rows that their select returns.

`summaries/<name>.py` beside `summaries/<name>.sql` has `fit(rows: pyarrow.Table) -> pyarrow.Table`; what it returns is
the table. It is found by its place and not imported from here: the workspace knows no model.
"""

import warnings
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

# sql(), which the warning recommends, plans each query twice.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result", category=UserWarning)

if TYPE_CHECKING:
    import pyarrow

# What models ask for and what takes long to import; pyarrow itself asks for pandas as soon as it makes an array.
LIBRARIES = ("pyarrow", "pandas", "scipy.optimize")


def import_libraries() -> None:
    """Import what models will ask for; a second of a publish, free while a file is still being read."""
    for name in LIBRARIES:
        import_module(name)


def is_fitted(file: Path) -> bool:
    """Whether a model makes the table of this summary."""
    return file.with_suffix(".py").exists()


def create_fitted(connection: duckdb.DuckDBPyConnection, file: Path, sql: str, table: str) -> None:
    """What the model beside that file says of the rows of its select, as a table of that qualified name."""
    rows = connection.execute(sql).to_arrow_reader().read_all()
    connection.from_arrow(_fit(file, rows)).create(table)


def _fit(file: Path, rows: "pyarrow.Table") -> "pyarrow.Table":
    return import_module(f"analytics.summaries.{file.stem}").fit(rows)
