"""What the owner said about every sheet with the same headers: its type, its columns, day or month first."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

# What a column is mapped to when nothing is to be made of it.
IGNORE = "ignore"


@dataclass(frozen=True)
class Choice:
    """What was said; None where nothing was.

    sheet_type : what the sheet holds.
    mapping    : column of the file -> canonical column, or IGNORE; columns that are not named are recognised as ever.
    day_first  : True for 5 March from 05/03, False for 3 May.
    numbering  : name of the tool that numbers these rows by itself; '' for the numbers of all other files.
    """

    sheet_type: str | None = None
    mapping: dict[str, str] | None = None
    day_first: bool | None = None
    numbering: str | None = None

    def over(self, earlier: "Choice") -> "Choice":
        """This choice, and where it says nothing the earlier one."""
        said = {name: value for name, value in asdict(self).items() if value is not None}
        if self.sheet_type not in (None, earlier.sheet_type) and self.mapping is None:
            said["mapping"] = None  # columns of another kind of sheet mean nothing in this one
        return Choice(**(asdict(earlier) | said))

    def to_dict(self) -> dict:
        """The choice as JSON has it, without what was not said."""
        return {name: value for name, value in asdict(self).items() if value is not None}


NOTHING_CHOSEN = Choice()


def header_hash(names: Sequence[str], has_header: bool, upload_id: str) -> str:
    """What the choice for a sheet is kept under: the same for every file with these columns, in whatever order.

    names      : of the columns, as `unique_names` gives them.
    has_header : without one any file of as many columns would look alike, so the choice holds for that one file.
    """
    told = json.dumps([sorted(names), None if has_header else upload_id])
    return hashlib.sha256(told.encode("utf-8")).hexdigest()
