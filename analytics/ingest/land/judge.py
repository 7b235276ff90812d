"""The rows that the scan was not sure of, looked at again: set aside with a reason, or used with their unread cells."""

from pathlib import Path

import duckdb

from analytics.ingest.clean.format import Format
from analytics.ingest.land.expression import Leaf
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.reasons import reason
from analytics.ingest.land.scan import cells, fails, typed
from analytics.ingest.land.sql import literal

JUDGED = "judged"


def staged(path: Path) -> str:
    """The scan's file as a relation with the place of each row."""
    return f"read_parquet({literal(str(path))}, file_row_number = true)"


def judge(
    connection: duckdb.DuckDBPyConnection, plan: Plan, formats: dict[Leaf, Format], stage: Path, name: str = JUDGED
) -> None:
    """Fill the table `name` with the doubtful rows of a scan.

    name   : place bigint (in the scan's file), row_number bigint, told JSON (why it is set aside, or null),
             unread varchar (JSON of header to raw text), row_text varchar (JSON of the whole row).
    """
    found = ", ".join(_cell(place, name) for place, name in enumerate(cells(plan)))
    doubtful = (
        f"select file_row_number as row_number, {found} from "
        f"(select file_row_number, unread::json as held from {staged(stage)} where unread is not null)"
    )
    numbers = (
        "(select file_row_number as place, coalesce(row_number, row_offset + file_row_number) as row_number "
        f"from {staged(stage)} where unread is not null)"
    )
    connection.execute(
        f"create or replace temp table {name} as select j.place, n.row_number, j.told, j.unread, j.row_text from "
        f"(select row_number as place, {reason(plan)} as told, {_unread(plan)} as unread, {_row(plan)} as row_text "
        f"from ({typed(plan, formats, doubtful)})) as j inner join {numbers} as n on n.place = j.place"
    )


def _cell(place: int, name: str) -> str:
    value = f"held->>{place}"
    return f"({value})::boolean as {name}" if name == "is_first" else f"{value} as {name}"


def _unread(plan: Plan) -> str:
    """Raw text of the cells that were not read, as JSON; null when there are none."""
    failed = {leaf.index: [] for leaf in plan.leaves}
    for leaf in plan.leaves:
        failed[leaf.index].append(fails(leaf))
    pairs = ", ".join(
        f"{literal(plan.names[index])}, case when {' or '.join(conditions)} then c{index + 1} end"
        for index, conditions in failed.items()
    )
    return f"nullif(json_merge_patch('{{}}', json_object({pairs}))::varchar, '{{}}')"


def _row(plan: Plan) -> str:
    return (
        f"json_object({', '.join(f'{literal(name)}, c{place + 1}' for place, name in enumerate(plan.names))})::varchar"
    )
