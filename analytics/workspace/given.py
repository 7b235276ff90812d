"""What a version is built from beside its rows: what people chose and decided, and what the version before said."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from analytics.workspace.choices import Rows
from analytics.workspace.decisions import Decision, decided
from analytics.workspace.records import Said

if TYPE_CHECKING:
    from analytics.workspace.catalogue import Catalogue


@dataclass(frozen=True)
class Given:
    """Everything that is not an upload.

    chosen       : tables of business choices as the owner edited them; those that are missing are as shipped.
    decided      : who is whom, as somebody said.
    pages_before : pages.duckdb of the version before; its predictions are remembered.
    """

    chosen: dict[str, Rows] = field(default_factory=dict)
    decided: tuple[Decision, ...] = ()
    pages_before: Path | None = None


NOTHING_GIVEN = Given()


def given_by(catalogue: "Catalogue", said: Said) -> Given:
    """What the catalogue holds and what is said now, as if that were kept already."""
    chosen = [*catalogue.chosen(), *([said.chosen] if said.chosen else [])]
    last = {each.table_name: each.rows for each in chosen}
    entries = [entry for entry in catalogue.entries() if entry.entry_id not in said.undone]
    return Given({table: rows for table, rows in last.items() if rows is not None}, decided([*entries, *said.written]))
