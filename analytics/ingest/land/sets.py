"""A sheet each of whose rows makes several rows of its table: one column per action instead of one row per action.

Rows are counted as the file has them: a row is used when at least one row was made of it.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from analytics.ingest.land import check, tell
from analytics.ingest.land.choose import Chosen, Orders, choose
from analytics.ingest.land.formats import looks
from analytics.ingest.land.judge import judge
from analytics.ingest.land.keys import Keys
from analytics.ingest.land.plan import Plan, Planned
from analytics.ingest.land.rows import numbered
from analytics.ingest.land.scan import leaf_value, scan
from analytics.ingest.land.sql import literal, quote, rows_of
from analytics.ingest.land.summary_rows import has_total_word
from analytics.ingest.land.write import Written, copy, rejects_select, used_rows, used_select
from analytics.ingest.receipt import Receipt, Warned


@dataclass(frozen=True)
class Made:
    """The scans of all sets of one table, in their order. stages : files; judged : tables of their judged rows."""

    table: str
    chosen: Chosen
    stages: tuple[Path, ...]
    judged: tuple[str, ...]

    @property
    def used(self) -> str:
        """Select of the rows made, those of one row of the file in the order of the sets."""
        pairs = enumerate(zip(self.stages, self.judged, strict=True))
        selects = [
            f"(select *, {place} as place from ({used_select(self.table, Keys(used_rows(*pair), None, '', 0))}))"
            for place, pair in pairs
        ]
        return f"select * exclude (place) from ({' union all '.join(selects)}) order by row_number, place"

    @property
    def rejects(self) -> str:
        pairs = enumerate(zip(self.stages, self.judged, strict=True))
        return " union all ".join(
            f"(select *, {place} as place from ({rejects_select(self.table, *pair)}))" for place, pair in pairs
        )

    def remove(self) -> None:
        for stage in self.stages:
            stage.unlink()


def make(connection: duckdb.DuckDBPyConnection, sheet, plans: tuple[Plan, ...], orders: Orders, target) -> Made:
    """Scan and judge each set of one table."""
    quick, _ = looks(connection, sheet.source)
    formats, warnings, stages, judged = {}, {}, [], []
    for place, one in enumerate(first_filled(plans)):
        chosen = choose(quick, one, orders, sheet.dialect)
        formats |= chosen.formats
        warnings |= dict.fromkeys(chosen.warnings)
        stages.append(target.of(f"stage-{place}").with_suffix(".parquet"))
        judged.append(f"judged_{place}")
        copy(connection, scan(one, chosen.formats, sheet.source, target.origin), stages[-1])
        judge(connection, one, chosen.formats, stages[-1], judged[-1])
    return Made(plans[0].table, Chosen(formats, tuple(warnings)), tuple(stages), tuple(judged))


def land_beside(connection: duckdb.DuckDBPyConnection, sheet, table: str, orders: Orders, target) -> Written:
    """Rows of another table that the same rows make (one column per stage gives stage changes); not counted."""
    made = make(connection, sheet, tuple(one for one in sheet.sets if one.table == table), orders, target)
    final = target.of(table).with_name(f"{target.of(table).name}.parquet")
    rows = copy(connection, made.used, final)
    made.remove()
    return Written(table, final, None, rows, rows, 0, 0)


def land_sets(connection: duckdb.DuckDBPyConnection, sheet, orders: Orders, target) -> Receipt:
    """Write the rows that the sets make of each row; the receipt counts rows of the file."""
    sheet = replace(sheet, source=numbered(connection, sheet.source))
    quick, _ = looks(connection, sheet.source)
    plain = choose(quick, sheet.plan, orders, sheet.dialect)
    made = make(connection, sheet, tuple(one for one in sheet.sets if one.table == sheet.plan.table), orders, target)
    written = _sorted_out(connection, sheet, made, target)
    sums = _sums(connection, sheet, plain, written)
    lost = _lost(connection, made, written)
    made.remove()
    chosen = Chosen(
        made.chosen.formats | plain.formats, tuple(dict.fromkeys((*plain.warnings, *made.chosen.warnings, *lost)))
    )
    return tell.told(connection, sheet, chosen, (written,), sums, target)


def _lost(connection: duckdb.DuckDBPyConnection, made: Made, written: Written) -> list[Warned]:
    """Counts that could not be read in rows that were used for their other counts."""
    count, example = connection.execute(
        f"select count(*), min(reason) from ({made.rejects}) where row_number in (select row_number from "
        f"{rows_of(written.parquet)})"
    ).fetchone()
    return (
        [Warned("unread_cells", f"{count:,} counts could not be used, the others of their rows were: {example}")]
        if count
        else []
    )


def first_filled(sets: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """The sets with what is told once per row on the first set that is filled, wherever that is."""
    first, done = sets[0], [sets[0]]
    for place, one in enumerate(sets[1:], 1):
        earlier = " and ".join(f"tidy_text({leaf.cell}) is null" for before in sets[:place] for leaf in before.needs)
        planned = tuple(_once(mine, theirs, earlier) for mine, theirs in zip(one.planned, first.planned, strict=True))
        done.append(replace(one, planned=planned))
    return tuple(done)


def _once(mine: Planned, theirs: Planned, earlier: str) -> Planned:
    if mine.is_given or not theirs.is_given:
        return mine
    return replace(theirs, sql=f"case when {earlier} then {theirs.sql} end")


def _sorted_out(connection: duckdb.DuckDBPyConnection, sheet, made: Made, target) -> Written:
    """The rows made, and as rejects the rows of the file of which none was made."""
    stem = target.of(made.table)
    final, rejects = stem.with_name(f"{stem.name}.parquet"), stem.with_name(f"{stem.name}-rejects.parquet")
    copy(connection, made.used, final)
    (rows,) = connection.execute(f"select count(*) from {quote(sheet.source.rows)}").fetchone()
    is_used = f"row_number in (select row_number from {rows_of(final)})"
    (used,) = connection.execute(f"select count(distinct row_number) from {rows_of(final)}").fetchone()
    if used < rows:
        first = f"select distinct on (row_number) * exclude (place) from ({made.rejects}) where not {is_used}"
        connection.execute(f"create or replace temp table made_none as {first} order by row_number, place")
        is_told = "row_number in (select row_number from made_none)"
        empty = f"{_never_made(sheet, made, target)} where not {is_used} and not {is_told}"
        copy(connection, f"select * from (select * from made_none union all {empty}) order by row_number", rejects)
    return Written(made.table, final, rejects if used < rows else None, rows, used, rows - used, 0, True)


def _never_made(sheet, made: Made, target) -> str:
    """Select of all rows of the file as rejects that no set asked for."""
    row = ", ".join(f"{literal(name)}, c{place + 1}" for place, name in enumerate(sheet.plan.names))
    is_total = has_total_word(sheet.plan)
    return (
        f"select {literal(made.table)}, {literal(target.origin.upload_id)}, "
        f"{literal(target.origin.sheet)}::varchar, row_number, "
        f"case when {is_total} then 'total_row' else 'nothing_counted' end, "
        f"case when {is_total} then 'A total or another summary of other rows.' else 'No count is filled in "
        f"this row.' end, null::varchar, null::varchar, json_object({row})::varchar "
        f"from {quote(sheet.source.rows)}"
    )


def _sums(connection: duckdb.DuckDBPyConnection, sheet, plain: Chosen, written: Written) -> dict[str, dict[str, str]]:
    """Sums of the money columns over the rows of the file, and over those set aside."""
    money = [
        one
        for one in sheet.plan.planned
        if one.is_given and one.column.type == "decimal(18,2)" and len(one.leaves) == 1
    ]
    aside = f"row_number in (select row_number from {rows_of(written.rejects)})" if written.rejects else "false"
    sums = {}
    for one in money:
        value = f"try_cast({leaf_value(one.leaves[0], plain.formats[one.leaves[0]])} as decimal(18,2))"
        total, left = connection.execute(
            f"select coalesce(sum({value}), 0)::varchar, coalesce(sum({value}) filter ({aside}), 0)::varchar "
            f"from {quote(sheet.source.rows)}"
        ).fetchone()
        sums[one.header] = {"in": check.with_cents(total), "set_aside": check.with_cents(left)}
    return sums
