"""What people write down in a workspace: kept over restarts, new uploads and undo, and only ever added to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from analytics.errors import WorkspaceError
from analytics.workspace.records import Entry

if TYPE_CHECKING:
    from analytics.workspace.catalogue import Catalogue

Check = Callable[[list[Entry]], None]


@dataclass(frozen=True)
class Diary:
    """The entries of one workspace.

    catalogue : gives the catalogue; None before the first load.
    """

    catalogue: "Callable[[], Catalogue | None]"

    def entries(self) -> list[Entry]:
        """Everything that was written down and not taken back, oldest first."""
        kept = self.catalogue()
        return kept.entries() if kept else []

    def write(self, *entries: Entry, check: Check | None = None) -> list[int]:
        """Keep what somebody wrote down, all or nothing; the ids, in order.

        check : gets every entry as it would then be, in the same transaction; nothing is kept where it raises.

        Raises
        ------
        WorkspaceError  nothing has been loaded yet, or the catalogue cannot be written.
        """
        kept = self.catalogue()
        if kept is None:
            raise WorkspaceError("There is nobody to write about yet.", "Load a file first.", code="EmptyWorkspace")
        return kept.write(entries, check)

    def undo(self, entry_ids: Sequence[int], undone_by: str, undone_at: datetime, check: Check | None = None) -> int:
        """Take back what was written down; how many entries were not taken back before.

        check : as in write.
        """
        kept = self.catalogue()
        return kept.undo_entries(entry_ids, (undone_by, undone_at), check) if kept else 0

    def revision(self) -> int:
        """Grows with everything that is written down or taken back."""
        kept = self.catalogue()
        return kept.revision() if kept else 0
