"""A sheet of thousands of columns landed by those that mean something: the engine lays out 2,048 rows of every column.

With 3,000 columns and one row that took more than the gigabyte that a job may use.
"""

from dataclasses import replace

import duckdb

from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import quote

WIDE = 600
# Kept all the same, so that rows that are set aside can be known by their first cells.
FIRST = 100


def narrowed(connection: duckdb.DuckDBPyConnection, source: Source, recognised, headers: tuple[str, ...]) -> tuple:
    """(source, recognised, headers) with the first columns and those that are used; the same for any usual sheet."""
    if source.column_count <= WIDE:
        return source, recognised, headers
    kept = _kept(recognised, headers)
    places = {old: new for new, old in enumerate(kept)}
    cells = ", ".join(f"c{old + 1} as c{new + 1}" for old, new in places.items())
    number = "" if source.first_row_number is not None else ", row_number"
    rows, sample = f"{source.rows}_narrow", f"{source.sample}_narrow"
    for name, of in ((rows, source.rows), (sample, source.sample)):
        connection.execute(f"create temp view {quote(name)} as select {cells}{number} from {quote(of)}")
    matches = tuple(
        replace(match, column_index=places[match.column_index])
        for match in recognised.matches
        if match.column_index in places
    )
    group = recognised.rows.group_index
    told = replace(recognised.rows, group_index=None if group is None else places[group])
    chosen = tuple(headers[place] for place in kept)
    return (
        Source(rows, sample, len(kept), source.first_row_number, source.is_whole),
        replace(recognised, matches=matches, rows=told),
        chosen,
    )


def _kept(recognised, headers: tuple[str, ...]) -> list[int]:
    """Places of the first columns and of every one that a match, an expression or a rule names."""
    named = _texts([recognised.derived, vars(recognised.rows), list(map(vars, recognised.row_sets))])
    named |= {rule.header for rule in recognised.set_aside}
    used = {match.column_index for match in recognised.matches if match.column}
    used |= {place for place, header in enumerate(headers) if header and header in named}
    group = recognised.rows.group_index
    return sorted(used | set(range(min(FIRST, len(headers)))) | ({group} if group is not None else set()))


def _texts(found: object) -> set[str]:
    """Every text inside, also that of conditions."""
    if isinstance(found, str):
        return {found}
    if isinstance(found, dict):
        return _texts(list(found.values()))
    return set().union(*map(_texts, found)) if isinstance(found, (list, tuple)) else set()
