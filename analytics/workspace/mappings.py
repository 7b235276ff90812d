"""A new choice for sheets with the same headers: is it whole, and which uploads does it concern?"""

from dataclasses import dataclass, replace

from analytics.errors import UnrecognisedSheet
from analytics.ingest.receipt import Receipt
from analytics.ingest.recognise.choice import IGNORE, Choice
from analytics.ingest.recognise.known import SheetType, sheet_type, sheet_types
from analytics.ingest.recognise.mapped import Asked, complete, proposed
from analytics.ingest.recognise.seen import explained
from analytics.workspace.records import Upload


def combined(receipt: Receipt, choice: Choice) -> Choice:
    """The choice, over what was said of that sheet before and what it was taken for.

    Raises
    ------
    UnrecognisedSheet  it names a type or column that does not exist, takes two columns for one, or leaves a required
                       column out.
    """
    said = choice.over(Choice(**(receipt.choice or {})))
    if said.mapping and said.sheet_type is None:
        said = replace(said, sheet_type=receipt.sheet_type)
    if said.sheet_type is None:
        return said
    if said.sheet_type not in sheet_types():
        raise UnrecognisedSheet(
            f"There is no sheet type '{said.sheet_type}'.", f"Use one of: {', '.join(sheet_types())}."
        )
    _refuse_unknown(receipt, said)
    _refuse_twice(sheet_type(said.sheet_type), said.mapping or {})
    asked = as_asked(receipt)
    complete(proposed(asked, said), asked.sample)
    return said


@dataclass(frozen=True)
class Proposal:
    """What the columns of a sheet would be as one sheet type.

    columns  : {header, samples, column, why} of each column of the file, as in a receipt.
    accepted : canonical columns that a column can be taken for; needed : those without which the sheet is not read.
    """

    sheet_type: str
    columns: tuple[dict, ...]
    accepted: tuple[str, ...]
    needed: frozenset[str]


def propose_columns(receipt: Receipt, kind: str) -> Proposal:
    """What the columns were taken for, or would be when the sheet is of another type."""
    known = sheet_type(kind)
    columns = receipt.columns_seen
    if kind != receipt.sheet_type:
        seen = explained(proposed(as_asked(receipt), corrected(receipt, kind, {})))
        columns = tuple(column | seen[place] for place, column in enumerate(columns))
    accepted = tuple(sorted((column.name for column in known.columns), key=lambda name: name not in known.required))
    return Proposal(kind, columns, accepted, frozenset(known.required))


def knows_a_column(receipt: Receipt) -> bool:
    """Some column of an unrecognised sheet has a name that some sheet type knows."""
    return any(proposed(as_asked(receipt), Choice(kind)).columns for kind in sheet_types())


def corrected(receipt: Receipt, kind: str, changes: dict[str, str]) -> Choice:
    """The choice with some columns changed; what another column was said to be before gives way."""
    earlier = (receipt.choice or {}).get("mapping", {}) if (receipt.choice or {}).get("sheet_type") == kind else {}
    taken = set(changes.values()) - {IGNORE}
    kept = {header: IGNORE if column in taken else column for header, column in earlier.items()}
    return Choice(kind, kept | changes)


def as_asked(receipt: Receipt) -> Asked:
    """The sheet of a receipt as far as its columns and their samples tell, to be recognised anew."""
    names = [column["header"] for column in receipt.columns_seen]
    deepest = max((len(column["samples"]) for column in receipt.columns_seen), default=0)
    rows = [
        tuple(column["samples"][row] if row < len(column["samples"]) else None for column in receipt.columns_seen)
        for row in range(deepest)
    ]
    return Asked(tuple(names), rows)


def _refuse_unknown(receipt: Receipt, said: Choice) -> None:
    headers = {column["header"] for column in receipt.columns_seen}
    accepted = {column.name for column in sheet_type(said.sheet_type).columns} | {IGNORE}
    for header, column in (said.mapping or {}).items():
        if header not in headers:
            raise UnrecognisedSheet(
                f"'{receipt.file}' has no column '{header}'.", f"Its columns: {', '.join(sorted(headers))}."
            )
        if column not in accepted:
            raise UnrecognisedSheet(
                f"{sheet_type(said.sheet_type).title} has no column '{column}'.",
                f"Use one of: {', '.join(sorted(accepted))}.",
            )


def _refuse_twice(kind: SheetType, mapping: dict[str, str]) -> None:
    taken: dict[str, str] = {}
    for header, column in mapping.items():
        if column != IGNORE and column in taken:
            words = column.replace("_", " ")
            raise UnrecognisedSheet(
                f"Both '{taken[column]}' and '{header}' were chosen for {words} of {kind.title}.",
                "Choose one of them and leave the other out.",
            )
        taken[column] = header


def with_same_headers(uploads: list[tuple[Upload, list[Receipt]]], receipt: Receipt) -> list[Upload]:
    """The upload of the receipt, and the others with a sheet of the same headers that count or wait for an answer.

    uploads : each with its receipts, in order of loading.
    """
    last: dict[str, tuple[Upload, list[Receipt]]] = {}
    for upload, receipts in uploads:
        if upload.is_active or upload.upload_id not in last or not last[upload.upload_id][0].is_active:
            last[upload.upload_id] = (upload, receipts)
    return [
        upload
        for upload, receipts in last.values()
        if upload.upload_id == receipt.upload_id
        or ((upload.is_active or not upload.landed) and any(r.header_hash == receipt.header_hash for r in receipts))
    ]
