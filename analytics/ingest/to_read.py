"""What is asked of a process that reads: one file, and what the user said of it."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Job:
    """One file to read.

    name      : what the user calls it.   out : folder for the Parquet files.
    as_type   : sheet type to read every sheet as.   day_first : what the user said of 03/04; None: not asked.
    mappings  : hash of headers -> what the user said of sheets with these headers (recognise/choice.py).
    upload_id : sha256 of the file; worked out where None.
    """

    path: Path
    name: str
    out: Path
    as_type: str | None = None
    day_first: bool | None = None
    mappings: dict[str, dict] = field(default_factory=dict)
    upload_id: str | None = None
