"""What the owner said about a sheet, put over what was recognised."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise.best_type import propose
from analytics.ingest.recognise.cell_looks import cells_of, share
from analytics.ingest.recognise.choice import IGNORE, Choice
from analytics.ingest.recognise.derive import headers_in
from analytics.ingest.recognise.header_text import unique_names
from analytics.ingest.recognise.known import SheetType, sheet_type
from analytics.ingest.recognise.matching import CHECKED
from analytics.ingest.recognise.recognised import Match, Recognised
from analytics.ingest.recognise.unrecognised import nearest_headers

SAID = "You said so."
# So many of the cells look like the column that lacks.
ALIKE = 0.6


@dataclass(frozen=True)
class Asked:
    """What a sheet is recognised by; see `recognise`. headers : one for each column."""

    headers: tuple[str, ...]
    sample: Sequence[Sequence[str | None]]
    as_type: str | None = None
    name: str = ""


def mapped(recognise: Callable[..., Recognised], asked: Asked, choice: Choice) -> Recognised:
    """What the sheet is, with the owner's own choice for its type and columns.

    Raises
    ------
    UnrecognisedSheet  fits no type, or a required column is still missing.
    """
    kind = choice.sheet_type or asked.as_type
    if kind is None or (choice.sheet_type is None and not choice.mapping):
        found = recognise(asked.headers, asked.sample, asked.as_type, asked.name)
        return complete(with_mapping(found, choice.mapping), asked.sample) if choice.mapping else found
    return complete(proposed(asked, Choice(kind, choice.mapping)), asked.sample)


def proposed(asked: Asked, choice: Choice) -> Recognised:
    """What the sheet would be as the type that was chosen; `missing` names what it lacks. Nothing is raised for it."""
    return with_mapping(propose(asked.headers, asked.sample, choice.sheet_type), choice.mapping or {})


def with_mapping(found: Recognised, mapping: Mapping[str, str]) -> Recognised:
    """The sheet with the columns that were said; what was made of those cells otherwise is not made any more."""
    names = unique_names(tuple(match.header for match in found.matches))
    said = {name: column for name, column in mapping.items() if name in names}
    chosen = set(said.values()) - {IGNORE}
    matches = tuple(_chosen(match, said.get(name), chosen) for match, name in zip(found.matches, names, strict=True))
    used = {match.header for match, name in zip(found.matches, names, strict=True) if name in said}
    derived = {
        column: told
        for column, told in found.derived.items()
        if column not in chosen and not used.intersection(headers_in(told))
    }
    sets = tuple(each for each in found.row_sets if not used.intersection(each.needs))
    changed = replace(found, matches=matches, derived=derived, row_sets=sets)
    return replace(changed, missing=lacking(changed))


def lacking(found: Recognised) -> tuple[str, ...]:
    """Required columns that nothing gives; of a group of which one would do, the first."""
    kind = sheet_type(found.sheet_type)
    given = {match.column for match in found.matches} | found.derived.keys() | {found.rows.group_column}
    given |= {column for each in found.row_sets if each.table == kind.name for column in each.values}
    alone = [name for name in kind.required if name not in given]
    return (*alone, *(group[0] for group in kind.one_of if not given.intersection(group)))


def complete(found: Recognised, rows: Sequence[Sequence[str | None]] = ()) -> Recognised:
    """The same, when nothing is missing. rows : some cells of the sheet, to find what could be meant.

    Raises
    ------
    UnrecognisedSheet  names the columns that are missing, and the headers that come nearest.
    """
    if not found.missing:
        return found
    kind = sheet_type(found.sheet_type)
    lacks = "; for ".join(either(group_of(kind, name)) for name in found.missing)
    hints = [_hint(found, group_of(kind, name), rows) for name in found.missing]
    raise UnrecognisedSheet(what=f"As {kind.title} this sheet has no column for {lacks}.", fix=" ".join(hints))


def _hint(found: Recognised, group: tuple[str, ...], rows: Sequence[Sequence[str | None]]) -> str:
    near = next(filter(None, (candidates(found, name, rows) for name in group)), None)
    if near is None:
        return f"Choose the column that is {either(group)}."
    return f"For {either(group)}: {' or '.join(near)} could be it."


def group_of(kind: SheetType, name: str) -> tuple[str, ...]:
    """The missing column with those that would do instead."""
    return next((group for group in kind.one_of if name in group and name not in kind.required), (name,))


def either(names: Sequence[str]) -> str:
    """The columns in words: customer id, e-mail or phone."""
    told = [name.replace("_", " ") for name in names]
    return f"{', '.join(told[:-1])} or {told[-1]}" if len(told) > 1 else told[0]


def candidates(found: Recognised, name: str, rows: Sequence[Sequence[str | None]] = ()) -> list[str]:
    """Up to three unused headers for a missing column, quoted: most like its name first, then by their cells."""
    column = sheet_type(found.sheet_type).column(name)
    unused = [match for match in found.matches if match.column is None and match.header.strip()]
    near = nearest_headers((name, *column.accepts), [match.header for match in unused])
    if column.kind not in CHECKED or not rows:
        return near
    fits = {f"'{match.header}'": share(column.kind, cells_of(rows, match.column_index)) for match in unused}
    alike = [header for header, part in fits.items() if part is not None and part >= ALIKE]
    return list(dict.fromkeys([header for header in near if header in alike] + alike))[:3]


def _chosen(match: Match, column: str | None, chosen: set[str]) -> Match:
    if column is not None:
        return replace(match, column=None if column == IGNORE else column, score=100.0, why=SAID, is_accepted=False)
    return (
        replace(match, column=None, why="Another column was chosen.", is_accepted=False)
        if match.column in chosen
        else match
    )
