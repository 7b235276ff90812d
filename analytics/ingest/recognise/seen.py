"""What was seen of a sheet's columns: some cells of each, what it was taken for and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from analytics.ingest.recognise.choice import IGNORE, NOTHING_CHOSEN, Choice, header_hash
from analytics.ingest.recognise.derive import headers_in
from analytics.ingest.recognise.header_text import unique_names
from analytics.ingest.recognise.mapped import SAID
from analytics.ingest.recognise.recognised import Match, Recognised

SAMPLES = 3
LEAVES_OUT = "It tells which rows do not count."
LONGEST_SAMPLE = 80
# A receipt stays small; a sheet of more columns is a matrix, not a list.
MOST_COLUMNS = 400


@dataclass(frozen=True)
class SeenSheet:
    """Headers and first rows of one sheet. headers : one for each column, '' where there is none."""

    headers: tuple[str, ...]
    rows: Sequence[Sequence[str | None]]
    upload_id: str

    @cached_property
    def names(self) -> tuple[str, ...]:
        """A name for each column, all different."""
        return unique_names(self.headers)

    @cached_property
    def hash(self) -> str:
        """What a choice for sheets like this one is kept under."""
        return header_hash(self.names, any(header.strip() for header in self.headers), self.upload_id)

    def told(self, recognised: Recognised | None, choice: Choice) -> dict:
        """What a receipt says of the columns, by the names of its fields."""
        columns = self.columns(recognised)
        return {"header_hash": self.hash, "choice": choice.to_dict() or None, "columns_seen": columns}

    def columns(self, recognised: Recognised | None) -> tuple[dict, ...]:
        """{header, samples, column, why} of each column, in the order of the file.

        column : what the cells are used for, None where for nothing; 'part of' columns share it with others.
        """
        told = explained(recognised) if recognised else {}
        return tuple(
            {"header": name, "samples": self._samples(index)} | told.get(index, {"column": None, "why": ""})
            for index, name in enumerate(self.names[:MOST_COLUMNS])
        )

    def _samples(self, index: int) -> list[str]:
        """The first different cells that hold something, as they stand."""
        cells = (row[index] for row in self.rows if index < len(row))
        filled = dict.fromkeys(cell[:LONGEST_SAMPLE] for cell in cells if cell and cell.strip())
        return list(filled)[:SAMPLES]


def seen_sheet(headers: Sequence[str], rows: Sequence[Sequence[str | None]], upload_id: str) -> SeenSheet:
    """The sheet with headers filled up to the number of its columns."""
    width = max(len(headers), len(rows[0]) if rows else 0)
    return SeenSheet((*headers, *[""] * (width - len(headers))), rows, upload_id)


def choice_for(sheet: SeenSheet, remembered: Mapping[str, dict], as_type: str | None) -> Choice:
    """What was said before of sheets with these headers; nothing when another type is asked for now."""
    choice = Choice(**remembered.get(sheet.hash, {}))
    return choice if as_type in (None, choice.sheet_type) or choice.sheet_type is None else NOTHING_CHOSEN


def explained(recognised: Recognised) -> dict[int, dict]:
    """Place of each column -> what it is used for, and why."""
    derived = {header: column for column, told in recognised.derived.items() for header in headers_in(told)}
    sets = {header: each.table for each in recognised.row_sets for header in each.needs}
    rules = {rule.header for rule in recognised.set_aside}
    told = {match.column_index: _explain(recognised, match, derived, sets) for match in recognised.matches}
    by_rule = {match.column_index for match in recognised.matches if match.header in rules}
    return {
        place: each | {"why": LEAVES_OUT} if place in by_rule and each["column"] is None else each
        for place, each in told.items()
    }


def _explain(recognised: Recognised, match: Match, derived: dict[str, str], sets: dict[str, str]) -> dict:
    if match.column or match.why == SAID:
        is_of_tool = recognised.tool and match.is_accepted
        why = f"{recognised.tool} calls it so." if is_of_tool else match.why.replace("_", " ")
        return {"column": match.column or (IGNORE if match.why == SAID else None), "why": why}
    if match.header in derived:
        column = derived[match.header]
        return {"column": column, "why": f"It is part of {column.replace('_', ' ')}.", "is_part": True}
    if match.header in sets:
        rows = sets[match.header].replace("_", " ")
        return {"column": sets[match.header], "why": f"Each filled cell is a row of {rows}.", "is_part": True}
    return {"column": None, "why": match.why}
