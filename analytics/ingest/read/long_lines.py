"""A line so long that no table has it is refused before it is held in memory."""

import mmap
from collections.abc import Iterator
from pathlib import Path

from analytics.errors import FileTooLarge
from analytics.ingest.read.table import MEBIBYTE, Limits


def refuse_long_lines(path: Path, name: str, limits: Limits) -> None:
    """Raises FileTooLarge when some stretch as long as the limit has no line end; looks at a few bytes of each stretch.

    A wide-character file (UTF-16) has its line-end bytes too.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for start in range(0, len(data) - limits.line_bytes, limits.line_bytes // 2):
            end = start + limits.line_bytes
            if data.find(b"\n", start, end) < 0 and data.find(b"\r", start, end) < 0:
                raise line_too_long(name, None, limits)


def bounded_lines(source, name: str, limits: Limits) -> Iterator[str]:
    """Lines without zero bytes; raises FileTooLarge at one that is longer than the limit."""
    number = 0
    while line := source.readline(limits.line_bytes):
        number += 1
        if len(line) >= limits.line_bytes:
            raise line_too_long(name, number, limits)
        yield line.replace("\x00", "")


def line_too_long(name: str, number: int | None, limits: Limits) -> FileTooLarge:
    """The error for a line that no table has."""
    which = f"Line {number}" if number else "A line"
    return FileTooLarge(
        what=f"{which} of '{name}' is longer than {limits.line_bytes // MEBIBYTE} MB, so the file is no table of rows.",
        fix="Export it again with one row a line, then upload that file.",
    )
