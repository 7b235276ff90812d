"""What stands in the data before a load, and what the files of the load mean beside it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from analytics.ingest.receipt import from_dict
from analytics.workspace.against import compared
from analytics.workspace.landing import Landed
from analytics.workspace.landings import Landing, landings_of
from analytics.workspace.layout import Layout
from analytics.workspace.numbering import asked_about
from analytics.workspace.records import Upload
from analytics.workspace.telling import is_again

if TYPE_CHECKING:
    from analytics.workspace.catalogue import Catalogue


def uploads_in_use(catalogue: "Catalogue") -> list[Upload]:
    """The uploads that the current version is built from, in their order; none before the first load."""
    current, known = catalogue.current(), {upload.sequence: upload for upload in catalogue.uploads()}
    return [known[sequence] for sequence in current.uploads] if current else []


def landings_of_uploads(layout: Layout, catalogue: "Catalogue", uploads: list[Upload]) -> list[Landing]:
    """What each sheet of these uploads gave, in their order."""
    return [
        landing
        for upload in uploads
        for landing in landings_of(
            [from_dict(told) for told in catalogue.receipts(upload.sequence)],
            layout.landed / upload.landed,
            upload.sequence,
        )
    ]


def asked_beside(layout: Layout, catalogue: "Catalogue", landed: list[Landed]) -> list[Landed]:
    """The same; a sheet whose numbers mean other things in what stands before it waits for an answer."""
    if not any(each.folder for each in landed):
        return landed
    standing = landings_of_uploads(layout, catalogue, uploads_in_use(catalogue))
    told = []
    for each in landed:
        told.append(each if is_again(each) else asked_about(each, standing))
        # Its place in the order does not matter here.
        standing += landings_of(told[-1].receipts, told[-1].folder, 0) if told[-1].folder else []
    return told


def compared_beside(catalogue: "Catalogue", landed: list[Landed]) -> list[Landed]:
    """The same, each told what changed against the last upload of its kind that stands before it."""
    earlier = {
        each.upload_id: [from_dict(told) for told in catalogue.receipts(each.sequence)]
        for each in uploads_in_use(catalogue)
    }
    told = []
    for each in landed:
        if each.kept and not is_again(each):
            order = list(earlier)
            before = order[: order.index(each.kept.sha256)] if each.kept.sha256 in earlier else order
            each = replace(each, receipts=compared(each.receipts, [r for one in before for r in earlier[one]]))
            earlier[each.kept.sha256] = each.receipts
        told.append(each)
    return told
