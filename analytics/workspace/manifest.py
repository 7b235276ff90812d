"""What a published version says about itself: files, checksums, rows, and what it was built from."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from analytics.errors import WorkspaceError
from analytics.workspace.layout import checksum

FILE = "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """A version's own description, written into it before it is published.

    number     : of the version.
    uploads    : sequence, upload_id and name of each upload, in order.
    tables     : canonical table -> {rows, bytes, checksum, sources}; sources are names in landed/.
    pages      : {bytes, checksum} of pages.duckdb.
    row_counts : table of pages.duckdb -> rows.
    changes    : canonical table -> {new, changed, unchanged} rows of the uploads that came last.
    made_at    : when it was made, ISO text in UTC; '' for one from before that was kept.
    changes_of : sequence of each of these uploads -> canonical table -> the same of that upload alone.
    made_by    : which Gleaner made it (making.py); '' for one from before that was kept.
    """

    number: int
    uploads: list[dict]
    tables: dict[str, dict]
    pages: dict[str, object]
    row_counts: dict[str, int]
    changes: dict[str, dict[str, int]] = field(default_factory=dict)
    made_by: str = ""
    changes_of: dict[str, dict[str, dict[str, int]]] = field(default_factory=dict)
    made_at: str = ""

    def write(self, folder: Path) -> None:
        (folder / FILE).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


def describe(file: Path) -> dict[str, object]:
    """Size and checksum of a file, to compare with later."""
    return {"bytes": file.stat().st_size, "checksum": checksum(file)}


def read(folder: Path) -> Manifest:
    """The manifest of a version folder, as it stands.

    Raises
    ------
    WorkspaceError  it is missing or cannot be read.
    """
    try:
        return Manifest(**json.loads((folder / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise _damaged(folder, "its manifest cannot be read") from error


def verify(folder: Path, manifest_checksum: str) -> Manifest:
    """The manifest, after every file of the version was compared with it.

    Raises
    ------
    WorkspaceError  names the first file that is missing or differs.
    """
    manifest = read(folder)
    if checksum(folder / FILE) != manifest_checksum:
        raise _damaged(folder, "its manifest is not the one that was published")
    files = {f"{name}.parquet": told for name, told in manifest.tables.items()} | {"pages.duckdb": manifest.pages}
    for name, told in files.items():
        file = folder / name
        if not file.exists():
            raise _damaged(folder, f"'{name}' is missing")
        if describe(file) != {key: told[key] for key in ("bytes", "checksum")}:
            raise _damaged(folder, f"'{name}' is not what was published")
    return manifest


def _damaged(folder: Path, why: str) -> WorkspaceError:
    return WorkspaceError(
        f"Version {folder.name} is damaged: {why}.",
        "Load the files again; an earlier version is used until then.",
        code="DamagedVersion",
    )
