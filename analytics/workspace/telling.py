"""What the receipts of a load say of what was there before."""

from dataclasses import replace

from analytics.ingest.receipt import Receipt, Warned
from analytics.workspace.landing import Landed


def already(receipt: Receipt, name: str) -> Receipt:
    """The receipt of a file that was loaded before, under the name that it has now."""
    warned = Warned("already_loaded", f"'{name}' was loaded before, as '{receipt.file}'; nothing was added.")
    others = tuple(each for each in receipt.warnings if each.code not in ("already_loaded", "overlap"))
    return replace(receipt, file=name, warnings=(warned, *others))


def is_again(landed: Landed) -> bool:
    """Whether the file was part of the data before this load."""
    return any(warned.code == "already_loaded" for receipt in landed.receipts for warned in receipt.warnings)


def with_changes(landed: Landed, changes: dict[str, dict[str, int]]) -> list[Receipt]:
    """The receipts, with what their rows changed where some of them were there before.

    changes : canonical table -> new, changed and unchanged rows of this file.
    """
    if landed.folder is None:
        return landed.receipts
    return [_with_overlap(receipt, changes) for receipt in landed.receipts]


def _with_overlap(receipt: Receipt, changes: dict[str, dict[str, int]]) -> Receipt:
    told = changes.get(receipt.sheet_type or "", {})
    # Where several sheets of one file fill a table, what each of them changed is not known apart.
    if told and sum(told.values()) == receipt.rows_used:
        receipt = replace(receipt, rows_changed=told)
    if not told.get("changed") and not told.get("unchanged"):
        return receipt
    warned = Warned(
        "overlap",
        f"Rows of {receipt.sheet_type.replace('_', ' ')} in this file: {told['new']:,} new, "
        f"{told['changed']:,} updated, {told['unchanged']:,} unchanged; none is counted twice.",
    )
    return replace(receipt, warnings=(*receipt.warnings, warned))
