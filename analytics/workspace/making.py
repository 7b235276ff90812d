"""Which Gleaner made a version: a version of an older one lacks what the pages of a newer one ask for."""

import hashlib
from functools import cache
from pathlib import Path

ANALYTICS = Path(__file__).parents[1]
# Whatever decides what a version holds, given the same uploads.
_DECIDES = ("canonical", "defaults", "identity", "keyed", "models", "summaries", "workspace/combine")


@cache
def made_by() -> str:
    """The same text for the same way of making a version: a hash over the files that decide what it holds."""
    found = hashlib.sha256()
    for folder in _DECIDES:
        for file in sorted((ANALYTICS / folder).rglob("*")):
            if file.suffix in {".sql", ".py", ".csv"}:
                found.update(f"{file.relative_to(ANALYTICS).as_posix()}\n".encode())
                # Not the bytes: a checkout may end its lines otherwise.
                found.update(file.read_text(encoding="utf-8").encode())
    return found.hexdigest()[:16]
