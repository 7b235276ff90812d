"""What a version is built from beside its rows: what people chose and decided, and what the version before said."""

from dataclasses import dataclass, field
from pathlib import Path

from analytics.workspace.choices import Rows
from analytics.workspace.decisions import Decision


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
