"""What the user said about columns, put over what was recognised."""

from dataclasses import replace

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise.best_type import propose
from analytics.ingest.recognise.fit import Match, Recognised
from analytics.ingest.recognise.known import sheet_type


def mapped(recognise, asked: tuple, mappings: dict[str, str | None]) -> Recognised:
    """What the sheet is, with the user's own choice for the headers that it names.

    asked    : headers, sample, sheet type or None, name: as recognise takes them.
    mappings : header -> canonical column, None to leave the header out.

    Raises
    ------
    UnrecognisedSheet  fits no type, or a required column is still missing.
    """
    headers, sample, as_type, _ = asked
    said = {header: column for header, column in mappings.items() if header in headers}
    if not said:
        return recognise(*asked)
    found = propose(headers, sample, as_type) if as_type else recognise(*asked)
    return _complete(_with(found, said))


def _with(found: Recognised, said: dict[str, str | None]) -> Recognised:
    chosen = set(said.values())
    matches = tuple(_chosen(match, said, chosen) for match in found.matches)
    derived = {column: expression for column, expression in found.derived.items() if column not in chosen}
    given = {match.column for match in matches} | set(derived)
    missing = tuple(column for column in sheet_type(found.sheet_type).required if column not in given)
    return replace(found, matches=matches, derived=derived, missing=missing)


def _chosen(match: Match, said: dict[str, str | None], chosen: set[str | None]) -> Match:
    if match.header in said:
        return replace(match, column=said[match.header], score=100.0, why="You said so.")
    return replace(match, column=None, why="Another column was chosen.") if match.column in chosen else match


def _complete(found: Recognised) -> Recognised:
    if found.missing:
        lacks = " and ".join(found.missing)
        raise UnrecognisedSheet(what=f"No column was chosen for {lacks}.", fix=f"Choose the column that holds {lacks}.")
    return found
