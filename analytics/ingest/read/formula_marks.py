"""Cells written as `="0042"`, which tools do so that Excel keeps them as text: the marks are no part of the value."""

import re
from pathlib import Path

from analytics.ingest.read.table import MEBIBYTE

BARE = re.compile(r'(^|[,;\t|])="([^"\r\n]*)"(?=[,;\t|\r\n]|$)', re.MULTILINE)
QUOTED = re.compile(r'"=""([^"\r\n]*)"""(?=[,;\t|\r\n]|$)', re.MULTILINE)
FEWEST = 2


def has_marks(text: str) -> bool:
    """At least two cells are written so."""
    return '="' in text and any(len(shape.findall(text)) >= FEWEST for shape in (BARE, QUOTED))


def without_marks(text: str) -> str:
    """The text with these cells as quoted ones."""
    return QUOTED.sub(r'"\1"', BARE.sub(r'\1"\2"', text))


def copy_without_marks(path: Path, scratch: Path) -> Path:
    """A copy of a large UTF-8 file, changed line by line."""
    copy = scratch / f"{path.name[:80]}.plain.csv"
    with (
        path.open(encoding="utf-8-sig", newline="", errors="replace") as source,
        copy.open("w", encoding="utf-8", newline="") as target,
    ):
        while lines := source.readlines(MEBIBYTE):
            target.write(without_marks("".join(lines)))
    return copy
