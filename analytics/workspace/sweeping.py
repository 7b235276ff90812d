"""Removing what a killed load left behind."""

import shutil
from pathlib import Path

from analytics.workspace.layout import UNFINISHED, Layout


def sweep_unfinished(layout: Layout) -> None:
    """Remove what was never finished; only while nobody else loads."""
    for folder in (layout.landed, layout.versions):
        for left in folder.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)
    for left in [*layout.scratch.glob("*"), *layout.uploads.glob(".part-*")]:
        _remove(left)


def sweep_unknown(layout: Layout, known: set[str]) -> None:
    """Remove what is finished but what no row of the catalogue speaks of.

    known : names of landed folders, uploads and versions.
    """
    for folder in (layout.landed, layout.versions, layout.uploads):
        for left in folder.iterdir():
            if left.name not in known:
                _remove(left)


def _remove(left: Path) -> None:
    shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
