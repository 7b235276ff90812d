"""Kept uploads read once more, after the owner said what their columns are or took that back."""

from contextlib import ExitStack

from analytics.ingest.receipt import Receipt, from_dict
from analytics.workspace.catalogue import Catalogue
from analytics.workspace.landing import NOTHING_SAID
from analytics.workspace.load import Loader
from analytics.workspace.mappings import with_same_headers
from analytics.workspace.records import Upload


def read_again(loader: Loader, catalogue: Catalogue, receipt: Receipt, said: dict | None) -> list[Receipt]:
    """Remember what was said of the sheet, or forget it (None), and read every upload with such a sheet anew.

    returns : the receipts of the upload itself, then those of the others.
    """
    known = [(each, [from_dict(told) for told in catalogue.receipts(each.sequence)]) for each in catalogue.uploads()]
    before = catalogue.mapping(receipt.header_hash)
    concerned = sorted(with_same_headers(known, receipt), key=lambda each: each.upload_id != receipt.upload_id)
    if said is not None and _columns(said) == _columns(before or {}):
        # A word about days alone: what is in use told its days itself.
        concerned = [each for each in concerned if each.upload_id == receipt.upload_id or not each.is_active]
    files = [(each.name, loader.layout.uploads / each.upload_id) for each in concerned]
    with ExitStack() as undoing:
        # A load that does not end leaves everything as it was.
        undoing.callback(catalogue.remember_mapping, receipt.header_hash, before)
        catalogue.remember_mapping(receipt.header_hash, said)
        receipts = loader.load(files, NOTHING_SAID)
        undoing.pop_all()
    if said is None:
        _take_out(loader, catalogue, concerned, receipts)
    return receipts


def _columns(said: dict) -> dict:
    """What was said of the type and the columns."""
    return {name: value for name, value in said.items() if name != "day_first"}


def _take_out(loader: Loader, catalogue: Catalogue, concerned: list[Upload], receipts: list[Receipt]) -> None:
    """Take out of the data what cannot be read any more now that the choice is forgotten."""
    readable = {each.upload_id for each in receipts if not each.error}
    gone = {each.sequence for each in concerned if each.is_active and each.upload_id not in readable}
    current = catalogue.current()
    if current and gone.intersection(current.uploads):
        loader.rebuild(tuple(each for each in current.uploads if each not in gone), "undo")
