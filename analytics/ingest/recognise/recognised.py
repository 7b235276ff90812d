"""What a sheet was recognised as: its type, what each header was taken for, how its rows are to be read."""

from dataclasses import dataclass, field

from analytics.ingest.recognise import derive
from analytics.ingest.recognise.row_rules import ResolvedRowSet, ResolvedSetAside, Rows


@dataclass(frozen=True)
class Match:
    """What one header was taken for; column is None when it is not used. is_accepted : by name, not by likeness."""

    header: str
    column_index: int
    column: str | None
    score: float
    why: str
    is_accepted: bool = False


@dataclass(frozen=True)
class Recognised:
    """What a sheet is and how land makes canonical rows of it.

    matches   : one per header, in the order of the file.
    missing   : required columns that nothing gives; () unless it comes from `propose`.
                Ids that can be made never stand here.
    also      : other sheet types that it could be, best first, with their scores.
    derived   : canonical column -> expression (derive.py says how to read one) for columns that no single header gives.
    set_aside : rows that must not be counted; looked_at : rows that count and are told.
    row_sets  : further rows to make of each row; when one is of the sheet type itself, the plain row is not landed.
    rows      : how rows belong together.
    tool      : the export of a known tool, such as "Shopify orders".
    note      : what the owner should know about the numbers.
    notes     : (code, sentence) of what was judged from the cells.
    unclear   : what the owner has to say before an amount can be read, or None.
    """

    sheet_type: str
    matches: tuple[Match, ...]
    missing: tuple[str, ...]
    score: float
    also: tuple[tuple[str, float], ...] = ()
    derived: dict = field(default_factory=dict)
    set_aside: tuple[ResolvedSetAside, ...] = ()
    looked_at: tuple[ResolvedSetAside, ...] = ()
    row_sets: tuple[ResolvedRowSet, ...] = ()
    rows: Rows = Rows()
    tool: str | None = None
    note: str | None = None
    notes: tuple[tuple[str, str], ...] = ()
    unclear: str | None = None

    @property
    def columns(self) -> dict[str, str]:
        """Header -> canonical column for every header that is used, in derived columns and row sets too."""
        parts: dict[str, str] = {}
        for column, expression in self.derived.items():
            for header in derive.headers_in(expression):
                parts.setdefault(header, column)
        for one in self.row_sets:
            table = "" if one.table == self.sheet_type else f"{one.table}."
            (header,) = one.needs
            parts[header] = table + next(column for column, cell in one.values.items() if cell == header)
        return parts | {match.header: match.column for match in self.matches if match.column}
