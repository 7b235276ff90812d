"""What was said about sheets with the same headers, as a load needs it: before anything is read."""

import json
import sqlite3
from pathlib import Path

from analytics.errors import WorkspaceError
from analytics.ingest.receipt import Receipt


def remembered(catalogue: Path) -> dict[str, dict]:
    """Hash of headers -> what was said (recognise/choice.py); {} where there is no catalogue yet.

    Not through SQLAlchemy: its import takes half a second, and no file is read before this is known.

    Raises
    ------
    WorkspaceError  the catalogue is there and cannot be read.
    """
    if not catalogue.exists():
        return {}
    try:
        connection = sqlite3.connect(f"{catalogue.absolute().as_uri()}?mode=ro", uri=True, timeout=30)
        try:
            tables = connection.execute("select name from sqlite_master where name = 'mappings'").fetchall()
            rows = connection.execute("select header_hash, mapping from mappings").fetchall() if tables else []
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise WorkspaceError(
            f"The catalogue '{catalogue.name}' of this workspace cannot be used: {error}.",
            "Free some space on the disk, or put back a copy of that file; "
            "uploads and versions beside it are untouched.",
            code="UnreadableCatalogue",
        ) from error
    return {key: json.loads(told) for key, told in rows}


def is_read_so(receipts: list[Receipt], said: dict[str, dict]) -> bool:
    """Whether each sheet was read the way that is remembered for its headers now."""
    return all(receipt.choice == said.get(receipt.header_hash) for receipt in receipts)
