"""One published version: which tables it has and what a question's SQL answers."""

import warnings
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

import duckdb

from analytics.errors import StoreError

# cursor.sql(), which the warning recommends, plans each query twice: a large query takes up to twice as long.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result", category=UserWarning)

if TYPE_CHECKING:  # pandas takes most of a second to import; whoever only publishes never needs it
    import pandas as pd


@dataclass(frozen=True)
class Store:
    """A version that can be asked.

    connection : locked down; canonical tables in schema `canonical`, keyed views and summaries in main.
    version    : number of the version; 0 for one that lives in memory.
    """

    connection: duckdb.DuckDBPyConnection
    version: int = 0

    def rows(self, sql: str, parameters: dict[str, object]) -> "pd.DataFrame":
        """What the query returns, with exact decimals and true nulls (pyarrow-backed columns).

        sql        : text of one of our own files; values only as $name.
        parameters : exactly the names that the text uses.

        Raises
        ------
        StoreError  the query failed.
        """
        import pandas as pd

        # A cursor per query: each session is a thread and a connection is not shared between threads.
        cursor = self.connection.cursor()
        try:
            found = cursor.execute(sql, parameters or None).to_arrow_reader().read_all()
        except duckdb.Error as error:
            raise StoreError(
                f"Version {self.version} did not answer: {error}",
                "Load the files again; when it stays, go back to an earlier version on the Data page.",
            ) from error
        finally:
            cursor.close()
        return found.to_pandas(types_mapper=pd.ArrowDtype)

    @cached_property
    def row_counts(self) -> dict[str, int]:
        """Rows of each canonical table; 0 where no upload brought any."""
        return dict(self._fetch("select table_name, row_count from data_span order by table_name"))

    @cached_property
    def last_day(self) -> date | None:
        """Last day on which anything happened in the data: the as-of date when nobody chooses one."""
        return self._fetch("select max(last_day) from data_span")[0][0]

    @cached_property
    def choices(self) -> dict[str, tuple[str, ...]]:
        """Values that the owner and path filters can take, in alphabetical order, by filter."""
        found = self._fetch("select filter_name, choice from filter_choices order by filter_name, choice")
        return {name: tuple(choice for each, choice in found if each == name) for name, _ in found}

    def preview(self, table: str, row_count: int) -> "pd.DataFrame":
        """The first rows of a canonical table, as landed, without what only the program needs.

        table : one of row_counts.
        """
        import pandas as pd

        assert table in self.row_counts, table
        cursor = self.connection.cursor()
        try:
            rows = cursor.table(f"canonical.{table}")
            shown = [name for name in rows.columns if name not in ("upload_id", "row_offset", "unread")]
            return rows.select(*shown).limit(row_count).to_arrow_table().to_pandas(types_mapper=pd.ArrowDtype)
        except duckdb.Error as error:
            raise StoreError(f"Version {self.version} is damaged: {error}", "Load the files again.") from error
        finally:
            cursor.close()

    def reference(self, person_key: int) -> tuple[str, str]:
        """Table and id by which what is written about this person finds them in every later version.

        person_key : of this version; it may be another in the next.
        """
        return self._fetch(
            "select source_table, source_ref from identities where person_key = $person_key "
            "order by case source_table when 'customers' then 1 when 'leads' then 2 when 'deals' then 3 else 4 end, "
            "source_table, source_ref limit 1",
            {"person_key": person_key},
        )[0]

    def landed_rows(self, table: str) -> tuple[int, int, int, int]:
        """Data rows of the uploads of that table: in, used, set aside, replaced by a newer upload."""
        landed = self._fetch(
            "select sum(rows_in), sum(rows_used), sum(rows_set_aside), sum(rows_replaced) "
            "from landings where table_name = $table",
            {"table": table},
        )[0]
        kept = self.row_counts[table]
        return landed if landed[0] is not None else (kept, kept, 0, 0)

    def amount_of(self, table: str, column: str) -> Decimal:
        """Sum of a money column over every landed row."""
        found = self._fetch(
            "select amount from money_totals where table_name = $table and column_name = $column",
            {"table": table, "column": column},
        )
        return found[0][0]

    def _fetch(self, sql: str, parameters: dict[str, object] | None = None) -> list[tuple]:
        cursor = self.connection.cursor()
        try:
            return cursor.execute(sql, parameters).fetchall()
        except duckdb.Error as error:
            raise StoreError(f"Version {self.version} is damaged: {error}", "Load the files again.") from error
        finally:
            cursor.close()
