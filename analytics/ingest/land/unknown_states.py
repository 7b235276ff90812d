"""Words of a status or a kind of document that nobody knows: their rows count, and the owner is told which they are."""

import duckdb

from analytics.ingest.land.rows import numbered
from analytics.ingest.land.sql import any_of, quote, says_one_of
from analytics.ingest.land.write import Written
from analytics.ingest.receipt import Warned
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import sheet_type

# So many words are named; a column of more different ones is no status.
NAMED, MOST_WORDS = 4, 12
# Headers of where somebody lives, too: they tell a state of the sale where some cell says a known one.
OF_PLACES = frozenset(["state", "estado", "staat", "stato", "etat"])
PLACE = "coalesce(row_number, row_offset + file_row_number)"


def unknown_states(connection: duckdb.DuckDBPyConnection, sheet, own: Written) -> list[Warned]:
    """One warning for each status that says of some sales what the rules do not know."""
    rules = [rule for rule in sheet.recognised.set_aside if rule.known] if own.rows_used else []
    # Every row is asked only where the sample has such a word.
    asked = [rule.header for rule in rules if _is_asked(connection, sheet, rule)]
    rows = numbered(connection, sheet.source).rows if asked else ""
    found = ((header, _words(connection, sheet, own, (rows, header))) for header in asked)
    return [_told(header, words) for header, words in found if 0 < len(words) <= MOST_WORDS]


def _cell(sheet, header: str) -> str:
    return f"c{sheet.plan.headers.index(header) + 1}"


def _is_asked(connection: duckdb.DuckDBPyConnection, sheet, rule) -> bool:
    """The sample has an unknown word, and what has to stand beside it."""
    beside = says_one_of(f"trim({_cell(sheet, rule.header)})", rule.beside) if rule.beside else "true"
    known = _is_known(sheet, rule.header) if normalise(rule.header) in OF_PLACES else "true"
    needed = (beside, known, _is_unknown(sheet, rule.header))
    return all(_count(connection, sheet.source.sample, each) for each in needed)


def _is_unknown(sheet, header: str) -> str:
    """Condition: the cell says something, and no rule knows it."""
    cell = _cell(sheet, header)
    return f"({cell} is not null and not {_known(sheet, header)})"


def _is_known(sheet, header: str) -> str:
    """Condition: the cell says something that a rule knows."""
    cell = _cell(sheet, header)
    return f"(trim({cell}) <> '' and {_known(sheet, header)})"


def _known(sheet, header: str) -> str:
    """Condition: the cell is empty or says what a rule knows."""
    cell = _cell(sheet, header)
    rules = [rule for rule in sheet.recognised.set_aside if rule.header == header]
    lists = [words for rule in rules for words in (rule.known, rule.values, rule.beside) if words]
    lists += [sheet_type("orders").derived["is_refund"]["is_one_of"][1]]
    return any_of([says_one_of(f"trim({cell})", words) for words in lists])


def _count(connection: duckdb.DuckDBPyConnection, rows: str, condition: str) -> int:
    return connection.execute(f"select count(*) from {quote(rows)} where {condition}").fetchone()[0]


def _words(
    connection: duckdb.DuckDBPyConnection, sheet, own: Written, where: tuple[str, str]
) -> list[tuple[str, int, str]]:
    """(word, rows that count, their sum), most rows first. where : the numbered rows and the header."""
    rows, header = where
    cell = _cell(sheet, header)
    counted = (
        f"select {PLACE} as row_number, revenue_amount from (select * from read_parquet($file, file_row_number = true))"
    )
    return connection.execute(
        f"select min(trim({cell})), count(*), sum(revenue_amount)::varchar "
        f"from {quote(rows)} as said inner join ({counted}) as counted on said.row_number = counted.row_number "
        f"where {_is_unknown(sheet, header)} group by lower(trim({cell})) order by 2 desc, 1",
        {"file": str(own.parquet)},
    ).fetchall()


def _told(header: str, words: list[tuple[str, int, str]]) -> Warned:
    named = [f"'{word[:40]}' ({rows:,} {'row' if rows == 1 else 'rows'}, {amount})" for word, rows, amount in words]
    more = f" and {len(words) - NAMED} more" if len(words) > NAMED else ""
    told = f"What '{header}' says is not known here of {', '.join(named[:NAMED])}{more}: these rows count as sales"
    return Warned("unknown_states", f"{told}. Delete those that are none and upload the file again.")
