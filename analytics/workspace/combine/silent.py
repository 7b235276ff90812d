"""What a newer list has no cell of stays as the list before it said: a list of calls does not erase addresses."""

import duckdb
from duckdb import CaseExpression, ColumnExpression, ConstantExpression, Expression, FunctionExpression

# A town without its street is no address of another one: they are kept or replaced together.
ADDRESS = frozenset({"street", "city", "postcode", "country"})


def with_what_is_not_said(rows: duckdb.DuckDBPyRelation, columns: list[str]) -> duckdb.DuckDBPyRelation:
    """The rows, but a column that no row of an upload fills has what the latest upload said of the key.

    rows    : of all uploads, with upload_rank and key.
    columns : of the table, without its key and provenance. An empty cell in a column that the upload does fill stays
              empty: somebody took the value out.
    Source  : our choice, docs/decisions/075
    """
    silent = _silent(rows, columns)
    if not silent:
        return rows
    latest = [_latest(name, ranks) for name, ranks in silent.items()]
    known = rows.aggregate([ColumnExpression("key"), *latest], "key").set_alias("known")
    told = [_told(name, silent.get(name, ())) for name in rows.columns]
    return rows.set_alias("read").join(known, "read.key = known.key", how="left").select(*told)


def _silent(rows: duckdb.DuckDBPyRelation, columns: list[str]) -> dict[str, list[int]]:
    """Column to the ranks of the uploads that never fill it, where another upload does."""
    counts = [FunctionExpression("count", ColumnExpression(name)) for name in columns]
    found = rows.aggregate([ColumnExpression("upload_rank"), *counts], "upload_rank").fetchall()
    fills = {rank: {name for name, count in zip(columns, filled, strict=True) if count} for rank, *filled in found}
    silent = {name: [rank for rank in fills if not fills[rank] & _together(name)] for name in columns}
    return {name: sorted(ranks) for name, ranks in silent.items() if 0 < len(ranks) < len(found)}


def _together(name: str) -> frozenset[str]:
    return ADDRESS if name in ADDRESS else frozenset({name})


def _latest(name: str, silent: list[int]) -> Expression:
    """What the latest upload that fills the column says of the key: empty where it left the cell empty."""
    place = FunctionExpression("row", *map(ColumnExpression, ("upload_rank", "sheet", "row_number")))
    of_others = CaseExpression(~_is_one_of(ColumnExpression("upload_rank"), silent), place)
    return FunctionExpression("arg_max_null", ColumnExpression(name), of_others).alias(name)


def _is_one_of(rank: Expression, ranks: list[int]) -> Expression:
    return rank.isin(*map(ConstantExpression, ranks))


def _told(name: str, silent: list[int]) -> Expression:
    own = ColumnExpression("read", name)
    if not silent:
        return own.alias(name)
    is_silent = _is_one_of(ColumnExpression("read", "upload_rank"), silent)
    return CaseExpression(is_silent, ColumnExpression("known", name)).otherwise(own).alias(name)
