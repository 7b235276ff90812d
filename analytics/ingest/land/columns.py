"""The canonical columns as their .sql files declare them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "canonical"
LINE = re.compile(r"^    (\w+) ([a-z]+(?:\(\d+, ?\d+\))?)( not null)?,?$", re.MULTILINE)
# Columns that land fills in itself, the same for every table.
OWN = ("upload_id", "sheet", "row_number", "row_offset", "unread")


@dataclass(frozen=True)
class CanonicalColumn:
    """One column of a canonical table. type: as in the DDL, for example decimal(18,2)."""

    name: str
    type: str
    is_required: bool


@cache
def canonical_columns(table: str) -> tuple[CanonicalColumn, ...]:
    """The columns of the table in order, without the five that every table has for its origin."""
    text = (FOLDER / f"{table}.sql").read_text(encoding="utf-8")
    found = (CanonicalColumn(name, kind.replace(" ", ""), bool(needed)) for name, kind, needed in LINE.findall(text))
    return tuple(column for column in found if column.name not in OWN)
