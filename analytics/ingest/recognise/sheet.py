"""A sheet before it has a meaning, and what one of its headers may mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.known import Column

SAMPLE = 60


@dataclass(frozen=True)
class Sheet:
    """What is known of a sheet before it has a meaning."""

    headers: tuple[str, ...]
    sample: Sequence[Sequence[str | None]]
    name: str = ""

    @cached_property
    def cells(self) -> list[list[str]]:
        """Filled cells of each column, from the first rows of the sample: looked at once for all sheet types."""
        return [cell_looks.cells_of(self.sample[:SAMPLE], index) for index in range(len(self.headers))]

    @cached_property
    def email_columns(self) -> frozenset[int]:
        """Columns full of e-mail addresses."""
        return frozenset(index for index, cells in enumerate(self.cells) if cell_looks.are_emails(cells))


@dataclass(frozen=True)
class Edge:
    """One header that may stand for one column. is_accepted : it is one of the column's names and its cells agree."""

    header_index: int
    column: Column
    score: float
    why: str
    is_generic: bool = False
    is_accepted: bool = False
