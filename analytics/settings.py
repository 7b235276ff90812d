"""What can be set from outside, read once from the environment."""

import os
from dataclasses import dataclass
from pathlib import Path

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Settings:
    """Limits and places; every field can be set as GLEANER_<FIELD IN CAPITALS>.

    home             : folder that holds the workspaces; each workspace is a folder in it.
    upload_mebibytes : largest upload accepted.
    child_mebibytes  : memory that the reading process may use.
    child_seconds    : time that the reading process may take for one file.
    memory_mebibytes : memory that one DuckDB instance may use before it spills to disk.
    threads          : threads of one DuckDB instance.
    """

    home: Path = Path.home() / ".gleaner"
    upload_mebibytes: int = 1024
    child_mebibytes: int = 4096
    child_seconds: int = 900
    memory_mebibytes: int = 1536
    threads: int = min(4, os.cpu_count() or 1)


def from_environment(environment: dict[str, str] | None = None) -> Settings:
    """The settings that the environment asks for; what it does not name keeps its default."""
    found = environment if environment is not None else os.environ
    given = {
        name: type(default)(found[f"GLEANER_{name.upper()}"])
        for name, default in vars(Settings()).items()
        if f"GLEANER_{name.upper()}" in found
    }
    return Settings(**given)
